/** What the pointer and the keyboard do on the graph: zoom, choose, and lasso. */
import { byId } from "../dom.js";
import { weight as weightText } from "../format.js";
import { nameOf } from "../names.js";
import { key, ordered, select, shown, store, tell } from "../store.js";
import { d3 } from "./d3.js";
import { MOST_DRAWN } from "./layer.js";
import { curveOf } from "./layout.js";
import { matrixPick } from "./matrix.js";
import { graph } from "./state.js";

const zoom = d3
    .zoom()
    .scaleExtent([0.6, 24])
    .filter((/** @type {any} */ event) => !(graph.lassoing || event.shiftKey) || event.type === "wheel")
    .on("zoom", (/** @type {any} */ event) => {
        graph.transform = event.transform;
        graph.layerDirty = true;
        graph.moved = true;
        graph.dirty = true;
    });

/** Shows the whole picture again. */
export function zoomOut() {
    d3.select(graph.canvas).call(zoom.transform, d3.zoomIdentity);
}

/** @param {boolean} wanted */
function setLasso(wanted) {
    graph.lassoing = wanted;
    byId("lasso").setAttribute("aria-pressed", String(wanted));
}

export function startPointer() {
    const { canvas } = graph;
    d3.select(canvas).call(zoom).on("dblclick.zoom", zoomOut);
    byId("lasso").addEventListener("click", () => setLasso(!graph.lassoing));
    // The click that follows a lasso would select nothing, and let the lasso go.
    let lassoed = false;
    canvas.addEventListener("pointerdown", (event) => {
        lassoed = false;
        if (graph.view !== "matrix" && (graph.lassoing || event.shiftKey)) {
            graph.lasso = [[event.offsetX, event.offsetY]];
            canvas.setPointerCapture(event.pointerId);
        }
    });
    canvas.addEventListener("pointermove", (event) => {
        if (graph.lasso.length) {
            graph.lasso.push([event.offsetX, event.offsetY]);
        } else {
            hover(event.offsetX, event.offsetY);
        }
        graph.dirty = true;
    });
    canvas.addEventListener("pointerup", () => {
        lassoed = graph.lasso.length > 2;
        if (lassoed) catchNeurons();
        graph.lasso = [];
        graph.dirty = true;
    });
    canvas.addEventListener("pointerleave", () => {
        graph.under = null;
        graph.dirty = true;
    });
    canvas.addEventListener("click", (event) => {
        if (!(lassoed || graph.lassoing || event.shiftKey)) pick(event.offsetX, event.offsetY);
    });
    canvas.addEventListener("keydown", step);
}

/** Arrow keys go from neuron to neuron. @param {KeyboardEvent} event */
function step(event) {
    const forward = event.key === "ArrowRight" || event.key === "ArrowDown";
    if (!forward && event.key !== "ArrowLeft" && event.key !== "ArrowUp") {
        if (event.key === "Escape") select({ type: "none" });
        return;
    }
    event.preventDefault();
    const order = ordered();
    if (!order.length) return;
    const at = order.indexOf(Number(store.selection.neuron ?? order[0]));
    select({ type: "neuron", neuron: order[(at + (forward ? 1 : order.length - 1)) % order.length] });
}

function catchNeurons() {
    const { lasso, nodes, transform } = graph;
    const inside = [...nodes.values()].filter((node) => d3.polygonContains(lasso, transform.apply([node.x, node.y])));
    store.lasso = new Set(inside.map((node) => node.neuron));
    setLasso(false);
    tell("lasso");
}

/** @param {number} x @param {number} y @returns {number|null} */
function neuronAt(x, y) {
    let best = null;
    let nearest = 12;
    for (const node of graph.nodes.values()) {
        const [nx, ny] = graph.transform.apply([node.x, node.y]);
        const far = Math.hypot(nx - x, ny - y);
        if (far < nearest) {
            nearest = far;
            best = node.neuron;
        }
    }
    return best;
}

/** @param {number} x @param {number} y */
function hover(x, y) {
    if (graph.view === "matrix") {
        const cell = matrixPick(x, y);
        const synapse = cell && shown().get(key(cell[0], cell[1]));
        graph.under =
            cell && cell[0] + " → " + cell[1] + (synapse ? ", weight " + weightText(synapse.weight) : ", no synapse");
    } else {
        const neuron = neuronAt(x, y);
        graph.under = neuron == null ? null : nameOf(neuron);
    }
    graph.canvas.style.cursor = graph.under ? "pointer" : "default";
}

/** @param {number} x @param {number} y */
function pick(x, y) {
    if (graph.view === "matrix") {
        const cell = matrixPick(x, y);
        if (cell) select({ type: "pair", pre: cell[0], post: cell[1] });
        return;
    }
    const neuron = neuronAt(x, y);
    if (neuron != null) {
        select({ type: "neuron", neuron });
        return;
    }
    const synapse = synapseAt(x, y);
    select(synapse ? { type: "pair", pre: synapse.pre, post: synapse.post } : { type: "none" });
}

/** @param {number} x @param {number} y */
function synapseAt(x, y) {
    if (shown().size > MOST_DRAWN) return null;
    const [px, py] = graph.transform.invert([x, y]);
    let best = null;
    let nearest = 6 / graph.transform.k;
    for (const synapse of shown().values()) {
        const curve = curveOf(synapse.pre, synapse.post);
        if (!curve) continue;
        for (let t = 0.1; t < 0.95; t += 0.05) {
            const u = 1 - t;
            const cx = u * u * curve[0] + 2 * u * t * curve[2] + t * t * curve[4];
            const cy = u * u * curve[1] + 2 * u * t * curve[3] + t * t * curve[5];
            const far = Math.hypot(cx - px, cy - py);
            if (far < nearest) {
                nearest = far;
                best = synapse;
            }
        }
    }
    return best;
}
