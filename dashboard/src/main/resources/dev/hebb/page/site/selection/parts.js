/** Parts that the panels of a neuron and of a pair have in common. */
import { el } from "../dom.js";

/**
 * What the tab shows.
 *
 * @typedef {{content: Node[], drawn?: () => void}} Panel with what is called once the content has its size
 */

/** @param {string} title @param {string} [beside] */
export function heading(title, beside = "") {
    return el("div", { class: "title" }, el("h2", {}, title), el("span", { class: "muted" }, beside));
}

/** The state of a synapse, and its kind unless it is excitatory. @param {any} synapse */
export function stateOf(synapse) {
    return synapse.state.toLowerCase() + (synapse.kind === "INHIBITORY" ? ", inhibitory" : "");
}
