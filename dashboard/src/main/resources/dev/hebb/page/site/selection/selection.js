/** What is known of the neuron or the pair that was clicked. */
import { byId, el } from "../dom.js";
import { Refusal } from "../server.js";
import { on, store } from "../store.js";
import { showTab } from "../tabs.js";
import { showCumulative } from "./correlogram.js";
import { neuronPanel } from "./neuron.js";
import { pairPanel } from "./pair.js";
import { heading } from "./parts.js";

/** Numbers the questions: an answer to an earlier one comes too late to be shown. */
let asked = 0;
let refreshed = 0;

export function startSelection() {
    on("selection", () => {
        showCumulative();
        refresh();
        if (store.selection.type !== "none") showTab("selection");
    });
    ["theme", "areas"].forEach((what) => on(what, refresh));
    on("events", ({ first }) => {
        if (first) refresh();
    });
    on("synapses", () => {
        if (performance.now() - refreshed > 8000 && !byId("selection").hidden && !store.paused) refresh();
    });
    refresh();
}

async function refresh() {
    const mine = ++asked;
    refreshed = performance.now();
    const { type, neuron, pre, post } = store.selection;
    if (type === "none" || !store.network) {
        byId("selection").replaceChildren(nothing());
        return;
    }
    const title = type === "neuron" ? "Neuron " + neuron : pre + " → " + post;
    const panel = await (
        type === "neuron" ? neuronPanel(title, Number(neuron)) : pairPanel(title, Number(pre), Number(post))
    ).catch((error) => refused(title, error));
    if (mine !== asked) return;
    byId("selection").replaceChildren(...panel.content);
    panel.drawn?.();
}

function nothing() {
    return el(
        "p",
        { class: "nothing" },
        "Click a neuron or a synapse. In the matrix, click any pair. " +
            "With the keyboard: arrow keys on the network.",
    );
}

/** @param {string} title @param {any} error @returns {import("./parts.js").Panel} */
function refused(title, error) {
    if (!(error instanceof Refusal)) throw error;
    return { content: [heading(title), el("p", { class: "muted" }, error.message)] };
}
