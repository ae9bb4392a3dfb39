/** Makes elements. Texts become text nodes, never markup: names come from outside. */

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] on… are listeners; null and false are left out
 * @param {...(Node|string|number|null)} children
 * @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
        else if (value === true) made.setAttribute(name, "");
        else if (value !== false && value != null) made.setAttribute(name, String(value));
    }
    made.append(
        ...children.filter((child) => child != null).map((child) => (child instanceof Node ? child : String(child))),
    );
    return made;
}

/** @param {string} id @returns {any} */
export function byId(id) {
    return document.getElementById(id);
}

/**
 * Sets a text only if it is another one, so that screen readers are not told again.
 * @param {Element} of
 * @param {string} text
 */
export function setText(of, text) {
    if (of.textContent !== text) of.textContent = text;
}

/**
 * A list of terms and values.
 * @param {[string, any][]} pairs
 */
export function numbers(pairs) {
    return el(
        "dl",
        { class: "numbers" },
        ...pairs.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))),
    );
}

/** A part of a tab. @param {string} title @param {...any} content */
export function block(title, ...content) {
    return el("section", { class: "block" }, el("h3", {}, title), ...content);
}

/**
 * A row of a table.
 * @param {(Node|string)[]} cells
 * @param {number[]} [right] columns that are aligned to the right, as numbers are
 * @param {string} [tag] of the cells
 */
export function tableRow(cells, right = [], tag = "td") {
    return el("tr", {}, ...cells.map((cell, column) => el(tag, { class: right.includes(column) && "n" }, cell)));
}

/**
 * A table with a head.
 * @param {string[]} heads
 * @param {(Node|string)[][]} rows
 * @param {number[]} [right] columns that are aligned to the right
 */
export function table(heads, rows, right = []) {
    return el(
        "table",
        {},
        el("thead", {}, tableRow(heads, right, "th")),
        el("tbody", {}, ...rows.map((row) => tableRow(row, right))),
    );
}

/**
 * A table without a head.
 * @param {Node[]} rows
 * @param {string} none what is said if there are no rows
 */
export function rowsOr(rows, none) {
    return rows.length ? el("table", {}, el("tbody", {}, ...rows)) : el("p", { class: "muted" }, none);
}

/**
 * A canvas at the screen's own resolution, ready to be drawn on in CSS pixels.
 * @param {HTMLCanvasElement} canvas
 * @returns {{ctx: CanvasRenderingContext2D, width: number, height: number}}
 */
export function sized(canvas) {
    const box = canvas.getBoundingClientRect();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(box.width * ratio));
    const height = Math.max(1, Math.round(box.height * ratio));
    if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
    }
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { ctx, width: box.width, height: box.height };
}

/**
 * Lets the browser save a canvas as PNG, on the colour of the page's cards, so that it can be read anywhere.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} name
 */
export function savePng(canvas, name) {
    const picture = document.createElement("canvas");
    picture.width = canvas.width;
    picture.height = canvas.height;
    const ctx = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
    ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--card");
    ctx.fillRect(0, 0, picture.width, picture.height);
    ctx.drawImage(canvas, 0, 0);
    picture.toBlob((blob) => {
        if (!blob) return;
        const url = URL.createObjectURL(blob);
        el("a", { href: url, download: name + ".png" }).click();
        setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
}
