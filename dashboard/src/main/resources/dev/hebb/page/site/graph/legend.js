/** The words beside the graph: what its lines mean, what it shows, and why it may be empty. */
import { byId, el, setText } from "../dom.js";
import { short, time } from "../format.js";
import { areaColour, palette, ramp } from "../palette.js";
import { shown, store } from "../store.js";
import { MOST_DRAWN } from "./layer.js";
import { graph } from "./state.js";

let drawn = "";

/** A line as it is drawn in the graph. @param {string} colour @param {string} dash @param {number} wide */
function swatch(colour, dash, wide) {
    const canvas = /** @type {HTMLCanvasElement} */ (
        el("canvas", { class: "swatch", width: 44, height: 16, "aria-hidden": "true" })
    );
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ctx.strokeStyle = colour;
    ctx.lineWidth = wide * 2;
    ctx.setLineDash(dash ? dash.split(" ").map((part) => Number(part) * 2) : []);
    ctx.beginPath();
    ctx.moveTo(0, 8);
    ctx.lineTo(44, 8);
    ctx.stroke();
    return canvas;
}

/** @typedef {[string, string, number, string]} Line its colour, dashes and width, and what it means */

/** @param {string} by kind, weight, age or area @returns {Line[]} */
function lines(by) {
    switch (by) {
        case "weight":
            return [
                [ramp(0), "", 2, "light"],
                [ramp(0.99), "", 2, "heavy"],
            ];
        case "age":
            return [
                [ramp(0.99), "", 2, "young"],
                [ramp(0), "", 2, "old"],
            ];
        case "area":
            return [
                ...store.areas
                    .slice(0, 6)
                    .map((area, index) => /** @type {Line} */ ([areaColour(index), "", 3, area.area])),
                [areaColour(-1), "", 1, store.areas.length ? "no area, or dormant" : "no areas yet: see Control"],
            ];
        default:
            return [
                [palette.excite, "", 2, "excitatory"],
                [palette.inhibit, "7 3", 2, "inhibitory"],
                [palette.dormant, "2 3", 1, "dormant"],
            ];
    }
}

export function drawLegend() {
    const by = byId("colour").value;
    const all = lines(by);
    const synapses = shown().size;
    if (synapses > MOST_DRAWN && graph.view !== "matrix") {
        all.push(["transparent", "", 1, "the " + short(MOST_DRAWN) + " heaviest of " + short(synapses)]);
    }
    const state = JSON.stringify([by, all, synapses, graph.view, store.at]);
    if (state === drawn) return;
    drawn = state;
    byId("legend").replaceChildren(
        ...all.map(([colour, dash, wide, text]) => el("li", {}, swatch(colour, dash, wide), text)),
    );
    const hint = byId("graph-hint");
    hint.hidden = synapses > 0;
    setText(hint, whyEmpty());
    graph.canvas.setAttribute(
        "aria-label",
        "The network: " +
            graph.nodes.size +
            " neurons, " +
            synapses +
            " synapses. Arrow keys go from neuron to neuron.",
    );
    byId("as-of").hidden = store.at == null;
    setText(byId("as-of"), store.at == null ? "" : "as of " + time(store.at));
}

function whyEmpty() {
    if (store.at != null) return "No synapse at this time";
    return store.loaded
        ? "No synapse yet. Evidence is judged every five minutes of the network's time."
        : "Loading the connectome";
}
