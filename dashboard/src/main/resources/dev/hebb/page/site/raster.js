/** The raster of the last seconds, with the rate of each neuron and of all of them. */
import { byId, savePng, setText, sized } from "./dom.js";
import { short, time } from "./format.js";
import { areaColour, palette } from "./palette.js";
import { areaIndex, eachSpike, on, ordered, select, store } from "./store.js";

const RATES = 72;
const LEFT = 44;
const BOTTOM = 22;
const SUM = 40;
const RATE_BINS = 120;
const REST = 12;

/** @type {HTMLCanvasElement} */
let canvas;
/** @type {number[]} */
let order = [];
/** @type {Map<number, number>} */
let row = new Map();
let edge = -Infinity;
let dirty = true;
/** When it was last drawn, and how long that took, in milliseconds. */
let drawn = 0;
let cost = 0;
/** @type {{x: number, y: number}|null} */
let pointer = null;

export function startRaster() {
    canvas = byId("raster");
    const arrange = () => {
        order = ordered();
        row = new Map(order.map((neuron, index) => [neuron, index]));
        dirty = true;
    };
    ["neurons", "areas", "reset"].forEach((what) => on(what, arrange));
    on("reset", () => {
        edge = -Infinity;
    });
    ["spikes", "selection", "theme"].forEach((what) =>
        on(what, () => {
            dirty = true;
        }),
    );
    byId("span").addEventListener("change", () => {
        dirty = true;
    });
    new ResizeObserver(() => {
        dirty = true;
    }).observe(canvas);
    canvas.addEventListener("pointermove", (event) => {
        pointer = { x: event.offsetX, y: event.offsetY };
        dirty = true;
    });
    canvas.addEventListener("pointerleave", () => {
        pointer = null;
        dirty = true;
    });
    canvas.addEventListener("click", (event) => {
        const neuron = neuronAt(event.offsetY);
        if (neuron != null) select({ type: "neuron", neuron });
    });
    canvas.addEventListener(
        "wheel",
        (event) => {
            event.preventDefault();
            const span = byId("span");
            span.selectedIndex = Math.max(
                0,
                Math.min(span.options.length - 1, span.selectedIndex + Math.sign(event.deltaY)),
            );
            dirty = true;
        },
        { passive: false },
    );
    document
        .querySelector('[data-save="raster"]')
        ?.addEventListener("click", () => savePng(canvas, store.network + "-spikes"));
    arrange();
}

/** Draws if there is something new; called for every frame of the screen. */
export function drawRaster() {
    if (!Number.isFinite(edge) && Number.isFinite(store.spikes.newest)) edge = store.spikes.newest;
    if (!store.paused && edge < store.spikes.newest) {
        // Moves on smoothly between two frames of spikes, but never far behind.
        const gap = store.spikes.newest - edge;
        edge = gap < 2000 ? store.spikes.newest : edge + gap * 0.15;
        dirty = true;
    }
    // Many spikes are drawn less often, so that the rest of the page stays fluent.
    const begun = performance.now();
    if (!dirty || begun - drawn < REST * cost) return;
    dirty = false;
    draw();
    drawn = performance.now();
    cost = drawn - begun;
}

function plotHeight(/** @type {number} */ height) {
    return Math.max(1, height - BOTTOM - SUM - 8);
}

/** @param {number} y */
function neuronAt(y) {
    const height = plotHeight(canvas.getBoundingClientRect().height);
    return order[Math.floor((y - 4) / (height / Math.max(1, order.length)))];
}

function draw() {
    const { ctx, width, height } = sized(canvas);
    ctx.clearRect(0, 0, width, height);
    const span = Number(byId("span").value) * 1e6;
    const right = width - RATES - 16;
    const plot = plotHeight(height);
    const step = plot / Math.max(1, order.length);
    ctx.font = "11px system-ui, sans-serif";
    axes(ctx, span, right, plot, height);
    if (!order.length || !Number.isFinite(edge)) {
        ctx.fillStyle = palette.soft;
        ctx.textAlign = "center";
        ctx.fillText("no spikes at this moment", (LEFT + right) / 2, plot / 2);
        setText(byId("raster-note"), "");
        return;
    }
    const counts = new Int32Array(order.length);
    const bins = new Int32Array(RATE_BINS);
    const seen = marks(ctx, span, right, step, counts, bins);
    rates(ctx, counts, seen, right, step, width);
    sum(ctx, bins, span, right, plot, height);
    highlight(ctx, right, step, width, counts, seen);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} span
 * @param {number} right
 * @param {number} plot
 * @param {number} height
 */
function axes(ctx, span, right, plot, height) {
    ctx.strokeStyle = palette.line;
    ctx.fillStyle = palette.soft;
    ctx.lineWidth = 1;
    const ticks = 5;
    for (let tick = 0; tick <= ticks; tick++) {
        const x = Math.round(LEFT + ((right - LEFT) * tick) / ticks) + 0.5;
        ctx.beginPath();
        ctx.moveTo(x, 4);
        ctx.lineTo(x, height - BOTTOM);
        ctx.stroke();
        ctx.textAlign = tick === ticks ? "right" : "center";
        const before = (span / 1e6) * (1 - tick / ticks);
        const label = tick === ticks ? (Number.isFinite(edge) ? time(edge) : "") : "−" + short(before) + " s";
        ctx.fillText(label, x, height - 6);
    }
    ctx.textAlign = "right";
    const labels = Math.min(order.length, Math.max(2, Math.floor(plot / 44)));
    for (let i = 0; i < labels; i++) {
        const index = labels === 1 ? 0 : Math.round((i * (order.length - 1)) / (labels - 1));
        ctx.fillText(String(order[index]), LEFT - 8, 4 + ((index + 0.5) * plot) / order.length + 4);
    }
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} span @param {number} right @param {number} step
 * @param {Int32Array} counts
 * @param {Int32Array} bins
 * @returns {number} event time that the counts are of, in microseconds
 */
function marks(ctx, span, right, step, counts, bins) {
    const scale = (right - LEFT) / span;
    const tall = Math.max(1, Math.min(9, step * 0.8));
    const colours = areaIndex();
    const wide = span > 2e7 ? 1 : 1.5;
    let oldest = edge;
    ctx.fillStyle = palette.spike;
    let colour = "";
    eachSpike((at, neuron) => {
        if (at > edge) return true;
        // Spikes of a frame need not be in order.
        if (at < edge - span) return at > edge - span - 2e6;
        const place = row.get(neuron);
        if (place == null) return true;
        if (at < oldest) oldest = at;
        counts[place]++;
        bins[Math.min(RATE_BINS - 1, Math.floor(((at - edge + span) / span) * RATE_BINS))]++;
        const area = colours.get(neuron);
        const wanted = area == null ? palette.spike : areaColour(area);
        if (wanted !== colour) {
            ctx.fillStyle = wanted;
            colour = wanted;
        }
        ctx.fillRect(right - (edge - at) * scale - wide / 2, 4 + place * step + (step - tall) / 2, wide, tall);
        return true;
    });
    const seen = Math.max(1e5, edge - oldest);
    const excerpt = store.spikes.leftOut > 0;
    const all = counts.reduce((one, other) => one + other, 0);
    setText(
        byId("raster-note"),
        all
            ? (all / (seen / 1e6) / order.length).toFixed(1) +
                  " Hz a neuron" +
                  (excerpt ? ", excerpt: spikes come faster than they can be shown" : "")
            : "",
    );
    return seen;
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Int32Array} counts @param {number} seen @param {number} right
 * @param {number} step @param {number} width
 */
function rates(ctx, counts, seen, right, step, width) {
    const most = Math.max(1, ...counts);
    ctx.fillStyle = palette.excite;
    ctx.globalAlpha = 0.75;
    counts.forEach((count, place) => {
        ctx.fillRect(
            right + 12,
            4 + place * step,
            ((RATES - 12) * count) / most,
            Math.max(0.5, step - (step > 3 ? 1 : 0)),
        );
    });
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.soft;
    ctx.textAlign = "right";
    ctx.fillText("to " + short(most / (seen / 1e6)) + " Hz", width - 8, sized(canvas).height - 6);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {Int32Array} bins @param {number} span @param {number} right
 * @param {number} plot @param {number} height
 */
function sum(ctx, bins, span, right, plot, height) {
    const most = Math.max(1, ...bins);
    const base = height - BOTTOM;
    const wide = (right - LEFT) / RATE_BINS;
    ctx.fillStyle = palette.soft;
    ctx.globalAlpha = 0.6;
    bins.forEach((count, bin) => {
        const tall = ((SUM - 6) * count) / most;
        ctx.fillRect(LEFT + bin * wide, base - tall, Math.max(1, wide - 1), tall);
    });
    ctx.globalAlpha = 1;
    ctx.textAlign = "right";
    ctx.fillText("all", LEFT - 8, base - SUM / 2 + 8);
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} right @param {number} step @param {number} width
 * @param {Int32Array} counts @param {number} seen
 */
function highlight(ctx, right, step, width, counts, seen) {
    const chosen =
        store.selection.type === "neuron"
            ? [store.selection.neuron]
            : store.selection.type === "pair"
              ? [store.selection.pre, store.selection.post]
              : [];
    const under = pointer ? neuronAt(pointer.y) : null;
    for (const neuron of [...chosen, under]) {
        const place = neuron == null ? undefined : row.get(neuron);
        if (place == null) continue;
        ctx.fillStyle = palette.accent;
        ctx.globalAlpha = 0.16;
        ctx.fillRect(LEFT, 4 + place * step, width - LEFT - 8, Math.max(2, step));
        ctx.globalAlpha = 1;
    }
    if (under != null && pointer) {
        const rate = counts[row.get(under) ?? 0] / (seen / 1e6);
        const text = "neuron " + under + ", " + short(rate) + " Hz";
        const wide = ctx.measureText(text).width + 16;
        const x = Math.min(pointer.x + 12, right - wide);
        const y = Math.max(8, pointer.y - 28);
        ctx.fillStyle = palette.ink;
        ctx.beginPath();
        ctx.roundRect(x, y, wide, 22, 5);
        ctx.fill();
        ctx.fillStyle = palette.card;
        ctx.textAlign = "left";
        ctx.fillText(text, x + 8, y + 15);
    }
}
