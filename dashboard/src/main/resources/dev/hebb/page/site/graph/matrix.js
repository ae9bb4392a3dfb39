/** The weights as a matrix: rows are pre-synaptic neurons, columns post-synaptic ones. */
import { dormant, groups, heaviest } from "./connectome.js";
import { palette } from "../palette.js";
import { ordered, shown, store } from "../store.js";

const LEFT = 48;
const TOP = 28;

/** @type {number[]} */
let order = [];
let place = { x: 0, y: 0, cell: 1 };

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} width @param {number} height
 * @param {(synapse: import("../store.js").Synapse) => string} colour @param {string} by number, area or cluster
 * @param {{x: number, y: number, k: number}} transform
 */
export function drawMatrix(ctx, width, height, colour, by, transform) {
    order = inOrder(by);
    if (!order.length) return;
    const side = Math.min(width - LEFT - 130, height - TOP - 16);
    const cell = (side / order.length) * transform.k;
    place = { x: ((width - side) / 2) * transform.k + transform.x, y: TOP * transform.k + transform.y, cell };
    const index = new Map(order.map((neuron, i) => [neuron, i]));
    ctx.fillStyle = palette.fill;
    ctx.fillRect(place.x, place.y, cell * order.length, cell * order.length);
    const synapses = [...shown().values()];
    const most = heaviest(synapses);
    const gap = cell > 5 ? 0.5 : 0;
    for (const synapse of synapses) {
        const row = index.get(synapse.pre);
        const column = index.get(synapse.post);
        if (row == null || column == null) continue;
        ctx.fillStyle = colour(synapse);
        ctx.globalAlpha = dormant(synapse) ? 0.55 : 0.35 + 0.65 * Math.min(1, synapse.weight / most);
        ctx.fillRect(
            place.x + column * cell + gap,
            place.y + row * cell + gap,
            Math.max(1, cell - 2 * gap),
            Math.max(1, cell - 2 * gap),
        );
    }
    ctx.globalAlpha = 1;
    labels(ctx, cell);
    chosen(ctx, index, cell);
}

/** @param {string} by */
function inOrder(by) {
    const byArea = ordered();
    if (by === "number") return byArea.sort((one, other) => one - other);
    if (by === "area") return byArea;
    const group = groups(
        byArea.sort((one, other) => one - other),
        shown().values(),
    );
    const sizes = new Map();
    for (const label of group.values()) sizes.set(label, (sizes.get(label) ?? 0) + 1);
    return byArea.sort((one, other) => {
        const [a, b] = [group.get(one) ?? one, group.get(other) ?? other];
        return sizes.get(b) - sizes.get(a) || a - b || one - other;
    });
}

/** @param {CanvasRenderingContext2D} ctx @param {number} cell */
function labels(ctx, cell) {
    ctx.fillStyle = palette.soft;
    ctx.font = "11px system-ui, sans-serif";
    const every = Math.max(1, Math.ceil(24 / cell));
    for (let i = 0; i < order.length; i += every) {
        ctx.textAlign = "right";
        ctx.fillText(String(order[i]), place.x - 6, place.y + (i + 0.5) * cell + 4);
        ctx.textAlign = "center";
        ctx.fillText(String(order[i]), place.x + (i + 0.5) * cell, place.y - 6);
    }
    ctx.save();
    ctx.translate(place.x - 36, place.y + (cell * order.length) / 2);
    ctx.rotate(-Math.PI / 2);
    ctx.fillText("pre-synaptic", 0, 0);
    ctx.restore();
    ctx.textAlign = "left";
    ctx.fillText("post-synaptic", place.x + cell * order.length + 8, place.y + 8);
}

/** @param {CanvasRenderingContext2D} ctx @param {Map<number, number>} index @param {number} cell */
function chosen(ctx, index, cell) {
    const { type, neuron, pre, post } = store.selection;
    if (type === "none") return;
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = 1.5;
    const side = cell * order.length;
    const row = index.get(Number(type === "neuron" ? neuron : pre));
    const column = index.get(Number(type === "neuron" ? neuron : post));
    if (row != null) ctx.strokeRect(place.x, place.y + row * cell, side, cell);
    if (column != null) ctx.strokeRect(place.x + column * cell, place.y, cell, side);
}

/** Pre and post under a point. @param {number} x @param {number} y @returns {[number, number]|null} */
export function matrixPick(x, y) {
    const column = Math.floor((x - place.x) / place.cell);
    const row = Math.floor((y - place.y) / place.cell);
    if (row < 0 || column < 0 || row >= order.length || column >= order.length) return null;
    return [order[row], order[column]];
}
