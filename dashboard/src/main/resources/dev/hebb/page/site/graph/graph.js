/** The network as neurons and synapses. */
import { byId, savePng, sized } from "../dom.js";
import { areaIndex, on, shown, store } from "../store.js";
import { colouring, isSelected } from "./connectome.js";
import { SynapseLayer } from "./layer.js";
import { curveOf, layout } from "./layout.js";
import { drawLegend } from "./legend.js";
import { CHANGE_MILLIS, drawChanges, drawLabel, drawLasso, drawNodes, drawScale, drawTips } from "./marks.js";
import { drawMatrix } from "./matrix.js";
import { startPointer } from "./pointer.js";
import { graph } from "./state.js";
import { offerPlaces, startViews } from "./views.js";

/** Networks of more neurons do not show which of them fire. */
const MOST_FLASHING = 300;
const MOST_CHANGES = 400;

/** Synapses lie on a layer of their own, which is drawn only when they change. */
const layer = new SynapseLayer();

export function startGraph() {
    ["neurons", "areas", "reset"].forEach((what) => on(what, relayout));
    on("synapses", redraw);
    ["selection", "theme", "past"].forEach((what) =>
        on(what, () => {
            graph.moved = true;
            redraw();
        }),
    );
    on("events", addChanges);
    on("spikes", flash);
    startViews(redraw);
    startPointer();
    byId("colour").addEventListener("change", redraw);
    byId("order").addEventListener("change", redraw);
    document
        .querySelector('[data-save="graph"]')
        ?.addEventListener("click", () => savePng(graph.canvas, store.network + "-network"));
    new ResizeObserver(relayout).observe(graph.canvas);
    relayout();
}

function relayout() {
    offerPlaces();
    layout();
    graph.moved = true;
    redraw();
}

function redraw() {
    graph.layerDirty = true;
    graph.dirty = true;
    drawLegend();
}

/** @param {{events: import("../store.js").PageEvent[], first: boolean}} news */
function addChanges({ events, first }) {
    if (first || store.at != null) return;
    const until = performance.now() + CHANGE_MILLIS;
    for (const { pre, post, kind } of events) {
        if (pre != null && post != null) graph.changes.push({ pre, post, kind, until });
    }
    graph.changes = graph.changes.slice(-MOST_CHANGES);
    redraw();
}

/** @param {{neurons: number[], offsets: number[]}} frame */
function flash(frame) {
    // In time lapse every neuron would glow all the time; many neurons take too long to draw for it.
    if (store.paused || store.neurons.size > MOST_FLASHING || frame.neurons.length > 1.5 * store.neurons.size) return;
    const now = performance.now();
    const span = Math.max(1, frame.offsets[frame.offsets.length - 1] || 1);
    frame.neurons.forEach((neuron, i) => {
        graph.fired.set(neuron, now + 200 * Math.min(1, frame.offsets[i] / span));
    });
    graph.dirty = true;
}

/** Draws if there is something new; called for every frame of the screen. */
export function drawGraph() {
    const now = performance.now();
    if (graph.changes.length && graph.changes[0].until < now) {
        graph.changes = graph.changes.filter((change) => change.until >= now);
        graph.dirty = true;
    }
    if (layer.step()) graph.dirty = true;
    if (!graph.dirty && !graph.changes.length && !graph.lasso.length) return;
    graph.dirty = false;
    const { canvas } = graph;
    const { ctx, width, height } = sized(canvas);
    // New weights wait until the picture is done, or there would never be one of a large network.
    if (graph.layerDirty && (graph.moved || !layer.isBusy())) {
        graph.layerDirty = false;
        graph.moved = false;
        drawLayer(width, height);
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    if (layer.canvas.width > 0) ctx.drawImage(layer.canvas, 0, 0);
    const ratio = canvas.width / Math.max(1, width);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (graph.view !== "matrix") {
        drawChanges(ctx, now);
        drawNodes(ctx, now);
        drawLasso(ctx);
        drawScale(ctx, width, height);
    }
    drawLabel(ctx);
}

/** @param {number} width @param {number} height */
function drawLayer(width, height) {
    const ctx = layer.blank(graph.canvas, width);
    const synapses = shown();
    const colour = colouring(byId("colour").value, synapses.values(), areaIndex());
    if (graph.view === "matrix") {
        drawMatrix(ctx, width, height, colour, byId("order").value, graph.transform);
        layer.show();
        return;
    }
    const all = [...synapses.values()];
    layer.begin(all, colour, onScreenOf(), (over) => {
        if (store.selection.type !== "none") drawTips(over, all.filter(isSelected), colour);
    });
}

/** Places of synapses as they are zoomed now, also when the picture is finished later. */
function onScreenOf() {
    const { k, x, y } = graph.transform;
    return (/** @type {number} */ pre, /** @type {number} */ post) => {
        const curve = curveOf(pre, post);
        return curve && curve.map((at, i) => at * k + (i % 2 ? y : x));
    };
}
