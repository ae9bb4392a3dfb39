/** How a synapse looks in the graph and in the matrix. */
import { areaColour, palette, ramp } from "../palette.js";
import { store } from "../store.js";

/** @typedef {import("../store.js").Synapse} Synapse */

export const inhibitory = (/** @type {Synapse} */ synapse) => synapse.kind === "INHIBITORY";
export const dormant = (/** @type {Synapse} */ synapse) => synapse.state === "DORMANT";

/**
 * A function from a synapse to its colour.
 * @param {string} by kind, weight, age or area @param {Iterable<Synapse>} synapses @param {Map<number, number>} areas
 * @returns {(synapse: Synapse) => string}
 */
export function colouring(by, synapses, areas) {
    if (by === "kind") {
        return (synapse) =>
            dormant(synapse) ? palette.dormant : inhibitory(synapse) ? palette.inhibit : palette.excite;
    }
    if (by === "area")
        return (synapse) => (dormant(synapse) ? palette.dormant : areaColour(areas.get(synapse.pre) ?? -1));
    let least = Infinity;
    let most = -Infinity;
    const value =
        by === "weight" ? (/** @type {Synapse} */ s) => s.weight : (/** @type {Synapse} */ s) => -s.formedAtMicros;
    for (const synapse of synapses) {
        least = Math.min(least, value(synapse));
        most = Math.max(most, value(synapse));
    }
    const span = most - least || 1;
    return (synapse) => ramp((value(synapse) - least) / span);
}

/** The largest weight, by which the others are scaled. @param {Iterable<Synapse>} synapses */
export function heaviest(synapses) {
    let most = 0.02;
    for (const synapse of synapses) most = Math.max(most, synapse.weight);
    return most;
}

/** Whether a synapse has to do with what is selected. @param {Synapse} synapse */
export function isSelected(synapse) {
    const chosen = store.selection;
    if (chosen.type === "neuron") return synapse.pre === chosen.neuron || synapse.post === chosen.neuron;
    return chosen.type === "pair" && synapse.pre === chosen.pre && synapse.post === chosen.post;
}

/**
 * Neurons put into groups by their synapses: every neuron takes the label that weighs most around it, in the order of
 * their numbers, so that the same connectome has the same groups.
 * @param {number[]} neurons @param {Iterable<Synapse>} synapses @returns {Map<number, number>}
 */
export function groups(neurons, synapses) {
    /** @type {Map<number, [number, number][]>} */
    const around = new Map(neurons.map((neuron) => [neuron, []]));
    for (const { pre, post, weight } of synapses) {
        around.get(pre)?.push([post, weight]);
        around.get(post)?.push([pre, weight]);
    }
    const label = new Map(neurons.map((neuron) => [neuron, neuron]));
    for (let round = 0; round < 12; round++) {
        for (const neuron of neurons) {
            /** @type {Map<number, number>} */
            const votes = new Map();
            for (const [other, weight] of around.get(neuron) ?? []) {
                const theirs = label.get(other) ?? other;
                votes.set(theirs, (votes.get(theirs) ?? 0) + weight);
            }
            let best = label.get(neuron) ?? neuron;
            let most = votes.get(best) ?? 0;
            for (const [candidate, weight] of votes) {
                if (weight > most || (weight === most && candidate < best)) {
                    best = candidate;
                    most = weight;
                }
            }
            label.set(neuron, best);
        }
    }
    return label;
}
