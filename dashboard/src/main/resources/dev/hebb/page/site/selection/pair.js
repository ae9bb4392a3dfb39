/** A pair of neurons: its evidence, its synapse if it has one, and its events. */
import { block, el, numbers, rowsOr, savePng, tableRow } from "../dom.js";
import { KINDS, lag, time, weight } from "../format.js";
import { nameOf } from "../names.js";
import { hrefOf } from "../route.js";
import { server } from "../server.js";
import { key, store } from "../store.js";
import { drawCorrelogram, windowPicker } from "./correlogram.js";
import { heading, stateOf } from "./parts.js";
import { drawWeights } from "./weights.js";

const MOST_EVENTS = 30;

/** @param {string} title @param {number} pre @param {number} post @returns {Promise<import("./parts.js").Panel>} */
export async function pairPanel(title, pre, post) {
    const answer = await server.pair(store.network, pre, post);
    const { synapse, evidence } = answer;
    const correlogram = chart("Cross-correlogram of " + title);
    const curve = chart("Weight over time");
    const pick = windowPicker(answer, () => drawCorrelogram(correlogram, answer));
    const chance = el("p", { class: "muted" }, chanceText(evidence));
    const own = store.events.filter((event) => event.pre === pre && event.post === post);
    const correlograms = block("Cross-correlogram", correlogram, chance);
    correlograms.firstChild?.append(pick, saveButton(correlogram, "the cross-correlogram", "correlogram", pre, post));
    const weights = block("Weight over time", curve);
    weights.firstChild?.append(saveButton(curve, "the weight over time", "weight", pre, post));
    return {
        content: [
            heading(title),
            links(pre, post),
            numbers(facts(synapse, evidence)),
            correlograms,
            weights,
            block("Its events", events(own)),
        ],
        drawn() {
            drawCorrelogram(correlogram, answer);
            drawWeights(curve, key(pre, post), own, synapse);
        },
    };
}

/** @param {string} label */
function chart(label) {
    return el("div", { class: "chart", role: "img", "aria-label": label });
}

/** @param {number} pre @param {number} post */
function links(pre, post) {
    return el(
        "p",
        { class: "muted" },
        el("a", { href: hrefOf({ type: "neuron", neuron: pre }) }, nameOf(pre)),
        ", ",
        el("a", { href: hrefOf({ type: "neuron", neuron: post }) }, nameOf(post)),
        ", ",
        el("a", { href: hrefOf({ type: "pair", pre: post, post: pre }) }, "the other way round"),
    );
}

/** @param {any} synapse @param {any} evidence @returns {[string, any][]} */
function facts(synapse, evidence) {
    return [
        ["verdict", verdict(evidence)],
        ["z", evidence ? evidence.z.toFixed(1) : "–"],
        ["local FDR", synapse ? falseShare(synapse.fdr) : "–"],
        ["state", synapse ? stateOf(synapse) : "no synapse"],
        ["weight", synapse ? weight(synapse.weight) : "–"],
        ["lag", synapse ? lag(synapse.lagMicros) : "–"],
        ["formed", synapse ? time(synapse.formedAtMicros) : "–"],
        ["last co-fired", synapse ? time(synapse.lastCoFiredAtMicros) : "–"],
    ];
}

/** @param {any} evidence */
function verdict(evidence) {
    if (!evidence) return "not counted yet";
    if (evidence.recordingNeeded != null)
        return "undecided: needs " + evidence.recordingNeeded.toFixed(1) + " times this recording";
    return (
        { CONNECTED: "connected", NOT_CONNECTED: "not connected", UNDECIDED: "undecided" }[
            /** @type {string} */ (evidence.verdict)
        ] ?? evidence.verdict
    );
}

/** @param {number | null | undefined} fdr */
function falseShare(fdr) {
    if (fdr == null) return "not known";
    return fdr < 0.001 ? "fewer than 1 in 1000" : "1 in " + Math.round(1 / fdr);
}

/** @param {any} evidence */
function chanceText(evidence) {
    if (!evidence)
        return "No histogram is kept of this pair yet: it is counted every five minutes of the network's time.";
    if (![...evidence.causal, ...evidence.antiCausal].some(Boolean))
        return "No spike pair is in the histogram yet: counts begin again after a pruning.";
    if (!evidence.significant) return "Dashed: the mean of all lags. No lag stands out from chance.";
    return (
        (evidence.excess > 0 ? "Peak" : "Trough") +
        " at " +
        lag(evidence.lagMicros) +
        ", " +
        lag(evidence.widthMicros) +
        " wide: " +
        Math.round(Math.abs(evidence.excess)) +
        " spike pairs " +
        (evidence.excess > 0 ? "above" : "below") +
        " chance (dashed), p " +
        (evidence.p < 1e-300 ? "below 1e-300" : "= " + evidence.p.toExponential(0))
    );
}

/**
 * @param {HTMLElement} chart @param {string} what @param {string} file @param {number} pre @param {number} post
 */
function saveButton(chart, what, file, pre, post) {
    const save = () => {
        const canvas = chart.querySelector("canvas");
        if (canvas) savePng(canvas, [store.network, pre, post, file].join("-"));
    };
    const label = "Save " + what + " as PNG";
    return el("button", { type: "button", class: "save", "aria-label": label, onclick: save }, "PNG");
}

/** @param {import("../store.js").PageEvent[]} own */
function events(own) {
    return rowsOr(
        own
            .slice(0, MOST_EVENTS)
            .map((event) =>
                tableRow([time(event.atMicros), kindOf(event.kind), event.text, weight(event.weight)], [3]),
            ),
        "none",
    );
}

/** @param {string} kind */
function kindOf(kind) {
    const [glyph, word] = KINDS[kind];
    return el("span", { class: "kind", "data-kind": kind, "data-glyph": glyph }, word);
}
