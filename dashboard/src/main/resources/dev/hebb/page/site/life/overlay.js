/** What is drawn over the plots of the network's life: stages, stress, commands, and names of curves. */
import { palette, stageTint } from "../palette.js";
import { store } from "../store.js";

/**
 * Names of curves, above the plot, where no curve can cover them: glyph, name and colour of each.
 * @param {any} u
 * @param {[string, string, string][]} all
 */
export function names(u, all) {
    const ctx = u.ctx;
    const ratio = devicePixelRatio;
    ctx.font = 11 * ratio + "px system-ui, sans-serif";
    ctx.textAlign = "left";
    let x = u.bbox.left + 8 * ratio;
    for (const [glyph, text, colour] of all) {
        ctx.fillStyle = palette[colour];
        ctx.fillText(glyph + " " + text, x, u.bbox.top - 5 * ratio);
        x += ctx.measureText("━ " + text).width + 16 * ratio;
    }
}

/** Stages as tinted bands, stress as a line of its own strength. @param {any} u @param {boolean} named */
export function bands(u, named) {
    const { ctx } = u;
    const life = store.life;
    const top = u.bbox.top;
    const height = u.bbox.height;
    const at = (/** @type {number} */ micros) => u.valToPos(micros, "x", true);
    /** @type {string[]} */
    const seen = [];
    let begun = 0;
    life.forEach((point, i) => {
        if (!seen.includes(point.stage)) seen.push(point.stage);
        const last = i === life.length - 1;
        if (last || life[i + 1].stage !== point.stage) {
            const left = Math.max(u.bbox.left, at(life[begun].startMicros));
            ctx.globalAlpha = 0.09;
            ctx.fillStyle = stageTint(seen.indexOf(point.stage));
            ctx.fillRect(left, top, Math.max(0, at(point.endMicros) - left), height);
            ctx.globalAlpha = 1;
            if (named) stageName(u, point.stage, left, at(point.endMicros));
            begun = i + 1;
        }
        if (point.stress > 0) {
            ctx.globalAlpha = 0.25 + 0.5 * point.stress;
            ctx.fillStyle = palette.stress;
            ctx.fillRect(
                at(point.startMicros),
                top + height - 4 * devicePixelRatio,
                Math.max(1, at(point.endMicros) - at(point.startMicros)),
                4 * devicePixelRatio,
            );
            ctx.globalAlpha = 1;
        }
    });
}

/** @param {any} u @param {string} stage @param {number} left @param {number} right */
function stageName(u, stage, left, right) {
    const { ctx } = u;
    ctx.font = 10 * devicePixelRatio + "px system-ui, sans-serif";
    const text = stage.toLowerCase();
    if (ctx.measureText(text).width + 12 > right - left) return;
    ctx.fillStyle = palette.soft;
    ctx.textAlign = "right";
    ctx.fillText(text, right - 6 * devicePixelRatio, u.bbox.top + u.bbox.height - 8 * devicePixelRatio);
}

/** What a command did, as a sign and a word. @param {string} command */
function label(command) {
    const word = command.split(" ")[0].toLowerCase();
    return (
        {
            lesion: "✕ lesion",
            attention: "◎ attention",
            stress: "≈ stress",
            stimulation: "↯ stimulation",
            calm: "≈ calm",
        }[word] ?? null
    );
}

/**
 * How long a command holds, as a bar at the top.
 *
 * @param {any} u
 * @param {import("../store.js").PageEvent} event
 * @param {number} from
 */
function period(u, event, from) {
    const until = /until (-?\d+) µs/.exec(event.text);
    if (!until) return;
    const to = Math.min(u.bbox.left + u.bbox.width, u.valToPos(Number(until[1]), "x", true));
    u.ctx.globalAlpha = 0.5;
    u.ctx.fillRect(from, u.bbox.top, Math.max(0, to - from), 4 * devicePixelRatio);
    u.ctx.globalAlpha = 1;
}

/** Commands as lines with a word, and the time that is shown, if it is past. @param {any} u */
export function marks(u) {
    const { ctx } = u;
    const ratio = devicePixelRatio;
    ctx.font = 10 * ratio + "px system-ui, sans-serif";
    ctx.textAlign = "left";
    let lastX = -Infinity;
    let level = 0;
    for (const event of store.events
        .filter((e) => e.kind === "COMMAND_APPLIED")
        .slice(0, 40)
        .reverse()) {
        const text = label(event.text);
        if (!text) continue;
        const x = u.valToPos(event.atMicros, "x", true);
        if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
        level = x - lastX < 80 * ratio ? level + 1 : 0;
        lastX = x;
        line(u, x, palette.accent, ratio);
        ctx.fillStyle = palette.accent;
        period(u, event, x);
        ctx.fillText(text, x + 4 * ratio, u.bbox.top + (14 + 12 * (level % 3)) * ratio);
    }
    if (store.at != null) line(u, u.valToPos(store.at, "x", true), palette.ink, 1.5 * ratio);
}

/** A line from top to bottom. @param {any} u @param {number} x @param {string} colour @param {number} width */
function line(u, x, colour, width) {
    const { ctx } = u;
    ctx.setLineDash([]);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x, u.bbox.top);
    ctx.lineTo(x, u.bbox.top + u.bbox.height);
    ctx.stroke();
}
