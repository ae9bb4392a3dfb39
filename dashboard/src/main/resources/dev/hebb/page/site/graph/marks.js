/** What is drawn over the layer of synapses: arrows on it, and all else at every frame of the screen. */
import { scaleBar } from "../names.js";
import { areaColour, palette } from "../palette.js";
import { store } from "../store.js";
import { inhibitory } from "./connectome.js";
import { curveOf } from "./layout.js";
import { graph } from "./state.js";

/** How long a neuron that fired glows, in milliseconds. */
const FLASH_MILLIS = 260;
/** How long a change of a synapse is shown, in milliseconds. */
export const CHANGE_MILLIS = 2600;

/** @typedef {import("../store.js").Synapse} Synapse */

/**
 * Which way a selected synapse leads: an arrow, or a bar if it is inhibitory.
 * @param {CanvasRenderingContext2D} ctx @param {Synapse[]} synapses
 * @param {(synapse: Synapse) => string} colour
 */
export function drawTips(ctx, synapses, colour) {
    for (const synapse of synapses) {
        const curve = curveOf(synapse.pre, synapse.post);
        if (!curve) continue;
        const [cx, cy] = graph.transform.apply([curve[2], curve[3]]);
        const [x, y] = graph.transform.apply([curve[4], curve[5]]);
        ctx.save();
        ctx.translate(x, y);
        ctx.rotate(Math.atan2(y - cy, x - cx));
        ctx.fillStyle = colour(synapse);
        ctx.beginPath();
        if (inhibitory(synapse)) {
            ctx.rect(-11, -5, 3, 10);
        } else {
            ctx.moveTo(-7, 0);
            ctx.lineTo(-16, -4.5);
            ctx.lineTo(-16, 4.5);
        }
        ctx.fill();
        ctx.restore();
    }
}

/**
 * A place of the layout as it is zoomed now.
 *
 * @param {[number, number]} place
 * @returns {[number, number]}
 */
const onScreen = (place) => graph.transform.apply(place);

/** Synapses that just formed, fell dormant or were pruned. @param {CanvasRenderingContext2D} ctx @param {number} now */
export function drawChanges(ctx, now) {
    for (const change of graph.changes) {
        const curve = curveOf(change.pre, change.post);
        if (!curve) continue;
        const left = Math.max(0, (change.until - now) / CHANGE_MILLIS);
        const gone = change.kind === "PRUNED";
        ctx.strokeStyle = gone ? palette.pruned : change.kind === "MASKED" ? palette.dormant : palette.formed;
        ctx.globalAlpha = left;
        ctx.lineWidth = gone ? 1 + 3 * left : 1 + 5 * left;
        ctx.setLineDash(gone ? [4, 4 + 10 * (1 - left)] : []);
        ctx.beginPath();
        ctx.moveTo(...onScreen([curve[0], curve[1]]));
        ctx.quadraticCurveTo(...onScreen([curve[2], curve[3]]), ...onScreen([curve[4], curve[5]]));
        ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {number} now */
export function drawNodes(ctx, now) {
    const { nodes, size, transform } = graph;
    const radius = nodes.size > 400 ? 2.2 : nodes.size > 120 ? 3.5 : 5;
    const room = (Math.min(size.width, size.height) * 3 * transform.k) / Math.max(1, nodes.size);
    const every = Math.max(1, Math.ceil(20 / room));
    let place = 0;
    ctx.font = "10px system-ui, sans-serif";
    for (const node of nodes.values()) {
        const [x, y] = transform.apply([node.x, node.y]);
        const when = graph.fired.get(node.neuron);
        const glow = when == null ? 0 : Math.max(0, 1 - Math.abs(now - when) / FLASH_MILLIS);
        if (when != null && now - when < FLASH_MILLIS) graph.dirty = true;
        const base = node.area < 0 ? palette.soft : areaColour(node.area);
        if (glow > 0) {
            ctx.globalAlpha = glow * 0.35;
            ctx.fillStyle = base;
            ctx.beginPath();
            ctx.arc(x, y, radius + 5 * glow, 0, 7);
            ctx.fill();
            ctx.globalAlpha = 1;
        }
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, 7);
        ctx.fillStyle = glow > 0.3 ? palette.ink : base;
        ctx.fill();
        if (store.lasso.has(node.neuron) || isChosen(node.neuron)) {
            ctx.strokeStyle = palette.accent;
            ctx.lineWidth = 2;
            ctx.beginPath();
            ctx.arc(x, y, radius + 4, 0, 7);
            ctx.stroke();
        }
        if (place++ % every === 0 || isChosen(node.neuron)) label(ctx, node, x, y, radius);
    }
}

/** @param {number} neuron */
function isChosen(neuron) {
    const chosen = store.selection;
    return chosen.neuron === neuron || chosen.pre === neuron || chosen.post === neuron;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import("./state.js").Node} node
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function label(ctx, node, x, y, radius) {
    ctx.fillStyle = isChosen(node.neuron) ? palette.ink : palette.soft;
    const away = radius + 9;
    const circle = graph.view === "circle";
    const dx = circle ? Math.cos(node.angle) * away : 0;
    const dy = circle ? Math.sin(node.angle) * away : -away;
    ctx.textAlign = !circle || Math.abs(dx) < 4 ? "center" : dx > 0 ? "left" : "right";
    ctx.fillText(String(node.neuron), x + dx - Math.sign(dx) * 3, y + dy + 3.5);
}

/** @param {CanvasRenderingContext2D} ctx */
export function drawLasso(ctx) {
    if (graph.lasso.length < 2) return;
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    graph.lasso.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.stroke();
    ctx.setLineDash([]);
}

/**
 * A bar of a round length in the lower right corner, where places have a scale; the legend is on the left.
 * @param {CanvasRenderingContext2D} ctx @param {number} width @param {number} height
 */
export function drawScale(ctx, width, height) {
    if (graph.perMicron == null) return;
    const length = scaleBar(graph.perMicron * graph.transform.k, 120);
    const wide = length * graph.perMicron * graph.transform.k;
    ctx.strokeStyle = palette.soft;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(width - 16, height - 12);
    ctx.lineTo(width - 16 - wide, height - 12);
    ctx.stroke();
    ctx.font = "11px system-ui, sans-serif";
    ctx.fillStyle = palette.soft;
    ctx.textAlign = "right";
    ctx.fillText(length >= 1000 ? length / 1000 + " mm" : length + " µm", width - 16, height - 18);
}

/** @param {CanvasRenderingContext2D} ctx */
export function drawLabel(ctx) {
    if (!graph.under) return;
    ctx.font = "12px system-ui, sans-serif";
    const wide = ctx.measureText(graph.under).width + 16;
    ctx.fillStyle = palette.ink;
    ctx.beginPath();
    ctx.roundRect(16, 8, wide, 24, 5);
    ctx.fill();
    ctx.fillStyle = palette.card;
    ctx.textAlign = "left";
    ctx.fillText(graph.under, 24, 24);
}
