/** What is known of the neuron or the pair that was clicked. */
import { axis, bars, countAxis, plot, timeAxis } from "./charts.js";
import { byId, el, numbers, rowsOr, savePng } from "./dom.js";
import { KINDS, lag, time, weight } from "./format.js";
import { facts, nameOf } from "./names.js";
import { palette } from "./palette.js";
import { hrefOf } from "./route.js";
import { server } from "./server.js";
import { key, on, store } from "./store.js";
import { showTab } from "./tabs.js";

let asked = 0;
let refreshed = 0;
let windowShown = "all";

export function startSelection() {
    on("selection", () => {
        windowShown = "all";
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
    const { type } = store.selection;
    if (type === "none" || !store.network) {
        byId("selection").replaceChildren(
            el(
                "p",
                { class: "nothing" },
                "Click a neuron or a synapse. In the matrix, click any pair. " +
                    "With the keyboard: arrow keys on the network.",
            ),
        );
        return;
    }
    if (type === "neuron") await neuron(mine, Number(store.selection.neuron));
    else await pair(mine, Number(store.selection.pre), Number(store.selection.post));
}

/** @param {number} mine @param {...any} content */
function show(mine, ...content) {
    if (mine === asked) byId("selection").replaceChildren(...content);
}

/** @param {string} title @param {string} [beside] */
function heading(title, beside = "") {
    return el("div", { class: "title" }, el("h2", {}, title), el("span", { class: "muted" }, beside));
}

/** @param {number} mine @param {string} title @param {any} error */
function refused(mine, title, error) {
    show(mine, heading(title), el("p", { class: "muted" }, error.message));
}

/** @param {number} mine @param {number} id */
async function neuron(mine, id) {
    const title = "Neuron " + id;
    let partners;
    let pathways = [];
    try {
        partners = await server.partners(store.network, id);
        pathways = await server.pathways(store.network, id);
    } catch (error) {
        if (!partners) return refused(mine, title, error);
    }
    const areas = store.areas.filter((area) => area.neurons.includes(id)).map((area) => area.area);
    const lost = store.events.filter(
        (event) =>
            (event.kind === "PRUNED" && (event.pre === id || event.post === id)) ||
            (event.kind === "NEURON_PRUNED" && event.post === id),
    );
    const active = (/** @type {any[]} */ all) => all.filter((synapse) => synapse.state === "ACTIVE").length;
    show(
        mine,
        heading(title, [...facts(id), areas.length ? "in " + areas.join(", ") : "in no area"].join(", ")),
        numbers([
            ["inputs, active", partners.in.length + ", " + active(partners.in)],
            ["outputs, active", partners.out.length + ", " + active(partners.out)],
            ["lost", String(lost.length)],
        ]),
        block(
            "What drives it: its dendrite",
            synapses(partners.in, (synapse) => synapse.pre, "from"),
        ),
        block(
            "What it drives",
            synapses(partners.out, (synapse) => synapse.post, "to"),
        ),
        block("Strongest pathways from here", routes(pathways)),
        block("What it lost", lostTable(lost)),
    );
}

/** @param {string} title @param {...any} content */
function block(title, ...content) {
    return el("section", { class: "block" }, el("h3", {}, title), ...content);
}

/** @param {any[]} all @param {(synapse: any) => number} other @param {string} title */
function synapses(all, other, title) {
    if (!all.length) return el("p", { class: "muted" }, "none");
    const sorted = [...all].sort((one, two) => two.weight - one.weight);
    const most = sorted[0].weight || 1;
    return el(
        "div",
        { class: "scroll", tabindex: "0" },
        el(
            "table",
            {},
            el(
                "thead",
                {},
                el(
                    "tr",
                    {},
                    el("th", {}, title),
                    el("th", {}, "weight"),
                    el("th", { class: "n" }, "lag"),
                    el("th", { class: "n" }, "z"),
                    el("th", {}, "state"),
                ),
            ),
            el(
                "tbody",
                {},
                ...sorted
                    .slice(0, 200)
                    .map((synapse) =>
                        el(
                            "tr",
                            {},
                            el(
                                "td",
                                {},
                                el(
                                    "a",
                                    { href: hrefOf({ type: "pair", pre: synapse.pre, post: synapse.post }) },
                                    String(other(synapse)),
                                ),
                            ),
                            el("td", {}, weightBar(synapse, most)),
                            el("td", { class: "n" }, lag(synapse.lagMicros)),
                            el("td", { class: "n" }, synapse.z.toFixed(1)),
                            el(
                                "td",
                                {},
                                synapse.state.toLowerCase() + (synapse.kind === "INHIBITORY" ? ", inhibitory" : ""),
                            ),
                        ),
                    ),
            ),
        ),
    );
}

/** @param {any} synapse @param {number} most */
function weightBar(synapse, most) {
    const bar = el("i", { "data-kind": synapse.kind, "data-state": synapse.state });
    bar.style.width = Math.round((64 * synapse.weight) / most) + "px";
    return el("span", { class: "weight" }, weight(synapse.weight), bar);
}

/** @param {any[]} pathways */
function routes(pathways) {
    if (!pathways.length) return el("p", { class: "muted" }, "none over active excitatory synapses");
    return el(
        "table",
        {},
        el(
            "thead",
            {},
            el(
                "tr",
                {},
                el("th", {}, "route"),
                el("th", { class: "n" }, "strength"),
                el("th", { class: "n" }, "lag"),
                el("th", {}, "in use"),
            ),
        ),
        el(
            "tbody",
            {},
            ...pathways.map((path) =>
                el(
                    "tr",
                    {},
                    el("td", {}, path.neurons.join(" → ")),
                    el("td", { class: "n" }, path.strength.toPrecision(2)),
                    el("td", { class: "n" }, lag(path.lagMicros)),
                    el("td", {}, path.practised ? "yes" : "no"),
                ),
            ),
        ),
    );
}

/** @param {import("./store.js").PageEvent[]} lost */
function lostTable(lost) {
    return rowsOr(
        lost
            .slice(0, 40)
            .map((event) =>
                el(
                    "tr",
                    {},
                    el("td", {}, time(event.atMicros)),
                    el(
                        "td",
                        {},
                        event.pre == null
                            ? "the neuron itself"
                            : el(
                                  "a",
                                  { href: hrefOf({ type: "pair", pre: event.pre, post: Number(event.post) }) },
                                  event.pre + " → " + event.post,
                              ),
                    ),
                    el("td", {}, event.text),
                ),
            ),
        "nothing that this page knows of",
    );
}

/** @param {number} mine @param {number} pre @param {number} post */
async function pair(mine, pre, post) {
    const title = pre + " → " + post;
    let answer;
    try {
        answer = await server.pair(store.network, pre, post);
    } catch (error) {
        return refused(mine, title, error);
    }
    const { synapse, evidence } = answer;
    const facts = /** @type {[string, any][]} */ ([
        ["verdict", verdict(evidence)],
        ["z", evidence ? evidence.z.toFixed(1) : "–"],
        ["false, of such synapses", synapse ? falseShare(synapse.fdr) : "–"],
        [
            "state",
            synapse
                ? synapse.state.toLowerCase() + (synapse.kind === "INHIBITORY" ? ", inhibitory" : "")
                : "no synapse",
        ],
        ["weight", synapse ? weight(synapse.weight) : "–"],
        ["lag", synapse ? lag(synapse.lagMicros) : "–"],
        ["formed", synapse ? time(synapse.formedAtMicros) : "–"],
        ["last co-fired", synapse ? time(synapse.lastCoFiredAtMicros) : "–"],
    ]);
    const correlogram = el("div", { class: "chart", role: "img", "aria-label": "Cross-correlogram of " + title });
    const curve = el("div", { class: "chart", role: "img", "aria-label": "Weight over time" });
    const pick = windowPicker(answer, () => drawCorrelogram(correlogram, answer));
    const chance = el("p", { class: "muted" }, chanceText(evidence));
    const own = store.events.filter((event) => event.pre === pre && event.post === post);
    const correlograms = block("Cross-correlogram", correlogram, chance);
    correlograms.firstChild?.append(pick, saveButton(correlogram, "the cross-correlogram", "correlogram", pre, post));
    const weights = block("Weight over time", curve);
    weights.firstChild?.append(saveButton(curve, "the weight over time", "weight", pre, post));
    show(
        mine,
        heading(title, ""),
        el(
            "p",
            { class: "muted" },
            el("a", { href: hrefOf({ type: "neuron", neuron: pre }) }, nameOf(pre)),
            ", ",
            el("a", { href: hrefOf({ type: "neuron", neuron: post }) }, nameOf(post)),
            ", ",
            el("a", { href: hrefOf({ type: "pair", pre: post, post: pre }) }, "the other way round"),
        ),
        numbers(facts),
        correlograms,
        weights,
        block("Its events", ownEvents(own)),
    );
    if (mine !== asked) return;
    drawCorrelogram(correlogram, answer);
    drawWeights(curve, key(pre, post), own, synapse);
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

/** @param {any} evidence */
function verdict(evidence) {
    if (!evidence) return "not counted yet";
    if (evidence.recordingNeeded != null)
        return "undecided: takes " + evidence.recordingNeeded.toFixed(1) + " times this recording";
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

/** @param {any} answer @param {() => void} redraw */
function windowPicker(answer, redraw) {
    const pick = el(
        "select",
        { "aria-label": "Which time" },
        el("option", { value: "all" }, "cumulative"),
        ...[...answer.windows]
            .reverse()
            .map((/** @type {any} */ one) =>
                el("option", { value: String(one.window) }, "window at " + time(one.window * answer.windowMicros)),
            ),
    );
    pick.value = windowShown;
    if (!pick.value) pick.value = "all";
    pick.addEventListener("change", () => {
        windowShown = pick.value;
        redraw();
    });
    return pick;
}

/** @param {HTMLElement} place @param {any} answer */
function drawCorrelogram(place, answer) {
    const bin = answer.lagBinMicros / 1000;
    const { evidence } = answer;
    const one = answer.windows.find((/** @type {any} */ each) => String(each.window) === windowShown);
    place.replaceChildren();
    if (!one && !evidence) return;
    const before = one ? [] : [...evidence.antiCausal].reverse();
    const counts = before.concat(one ? one.counts : evidence.causal);
    const lags = counts.map((/** @type {number} */ _, /** @type {number} */ i) => (i - before.length) * bin);
    const chance = one ? null : level(evidence, bin, counts, before.length);
    const inPeak = (/** @type {number} */ i) =>
        !one &&
        evidence.significant &&
        lags[i] >= evidence.lagMicros / 1000 - 1e-9 &&
        lags[i] < (evidence.lagMicros + evidence.widthMicros) / 1000 - 1e-9;
    const colour = () => (evidence && evidence.excess < 0 ? palette.inhibit : palette.excite);
    plot(
        {
            width: place.clientWidth,
            height: 170,
            scales: {
                x: { time: false },
                y: {
                    range: (/** @type {any} */ _, /** @type {number} */ __, /** @type {number} */ high) => [
                        0,
                        Math.max(4, high * 1.1),
                    ],
                },
            },
            axes: [
                axis({
                    size: 34,
                    label: "lag in ms, " + answer.pre + " before " + answer.post + " on the right",
                    labelSize: 16,
                    labelFont: "11px system-ui, sans-serif",
                }),
                countAxis(),
            ],
            cursor: { y: false },
            series: [
                {},
                {
                    fill: () => palette.dormant,
                    stroke: () => palette.dormant,
                    width: 0,
                    paths: bars({ size: [0.9, 30], align: 1 }),
                    points: { show: false },
                },
                {
                    fill: colour,
                    stroke: colour,
                    width: 0,
                    paths: bars({ size: [0.9, 30], align: 1 }),
                    points: { show: false },
                },
                { stroke: () => palette.ink, width: 1.5, dash: [5, 4], points: { show: false } },
            ],
        },
        [
            lags,
            counts.map((/** @type {number} */ n, /** @type {number} */ i) => (inPeak(i) ? null : n)),
            counts.map((/** @type {number} */ n, /** @type {number} */ i) => (inPeak(i) ? n : null)),
            counts.map(() => chance),
        ],
        place,
    );
}

/**
 * What chance alone would count in a bin: where there is a peak, what is left of it without the excess.
 * @param {any} evidence @param {number} bin in ms @param {number[]} counts @param {number} zero place of lag 0
 */
function level(evidence, bin, counts, zero) {
    if (evidence.significant && evidence.widthMicros > 0) {
        const first = zero + Math.round(evidence.lagMicros / 1000 / bin);
        const wide = Math.max(1, Math.round(evidence.widthMicros / 1000 / bin));
        const inside = counts.slice(first, first + wide).reduce((one, other) => one + other, 0);
        return Math.max(0, (inside - evidence.excess) / wide);
    }
    return counts.reduce((one, other) => one + other, 0) / Math.max(1, counts.length);
}

/** @param {HTMLElement} place @param {string} id @param {import("./store.js").PageEvent[]} own @param {any} synapse */
function drawWeights(place, id, own, synapse) {
    const now = store.life.length ? store.life[store.life.length - 1].endMicros : 0;
    /** @type {Map<number, number>} */
    const points = new Map(own.map((event) => [event.atMicros, event.weight]));
    for (const [at, value] of store.weights.get(id) ?? []) points.set(at, value);
    if (synapse) points.set(now, synapse.weight);
    const sorted = [...points].sort((one, other) => one[0] - other[0]);
    if (sorted.length < 2) {
        place.replaceWith(
            el(
                "p",
                { class: "muted" },
                "Weights come from the pair's events and from what this page has seen since it was chosen; " +
                    (sorted.length ? "that is one point so far." : "there is none yet."),
            ),
        );
        return;
    }
    plot(
        {
            width: place.clientWidth,
            height: 130,
            scales: {
                x: { time: false },
                y: {
                    range: (/** @type {any} */ _, /** @type {number} */ __, /** @type {number} */ high) => [
                        0,
                        high * 1.15 || 0.01,
                    ],
                },
            },
            axes: [timeAxis(), axis({ size: 44 })],
            cursor: { y: false },
            series: [
                {},
                { stroke: () => palette.excite, width: 2, points: { show: true, size: 5, fill: () => palette.excite } },
            ],
        },
        [sorted.map((point) => point[0]), sorted.map((point) => point[1])],
        place,
    );
}

/** @param {import("./store.js").PageEvent[]} own */
function ownEvents(own) {
    return rowsOr(
        own
            .slice(0, 30)
            .map((event) =>
                el(
                    "tr",
                    {},
                    el("td", {}, time(event.atMicros)),
                    el(
                        "td",
                        {},
                        el(
                            "span",
                            { class: "kind", "data-kind": event.kind, "data-glyph": KINDS[event.kind][0] },
                            KINDS[event.kind][1],
                        ),
                    ),
                    el("td", {}, event.text),
                    el("td", { class: "n" }, weight(event.weight)),
                ),
            ),
        "none",
    );
}
