/** A neuron: what drives it, what it drives, and what it lost. */
import { block, el, numbers, rowsOr, table, tableRow } from "../dom.js";
import { lag, time, weight } from "../format.js";
import { facts } from "../names.js";
import { hrefOf } from "../route.js";
import { server } from "../server.js";
import { store } from "../store.js";
import { heading, stateOf } from "./parts.js";

const MOST_SYNAPSES = 200;
const MOST_LOST = 40;
const BAR_PIXELS = 64;

/** @param {string} title @param {number} id @returns {Promise<import("./parts.js").Panel>} */
export async function neuronPanel(title, id) {
    const partners = await server.partners(store.network, id);
    // Without its pathways, a neuron is shown all the same.
    const pathways = await server.pathways(store.network, id).catch(() => []);
    const areas = store.areas.filter((area) => area.neurons.includes(id)).map((area) => area.area);
    const lost = lostBy(id);
    return {
        content: [
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
        ],
    };
}

/** @param {number} id */
function lostBy(id) {
    return store.events.filter(
        (event) =>
            (event.kind === "PRUNED" && (event.pre === id || event.post === id)) ||
            (event.kind === "NEURON_PRUNED" && event.post === id),
    );
}

/** @param {any[]} all */
function active(all) {
    return all.filter((synapse) => synapse.state === "ACTIVE").length;
}

/** @param {any[]} all @param {(synapse: any) => number} other @param {string} title */
function synapses(all, other, title) {
    if (!all.length) return el("p", { class: "muted" }, "none");
    const sorted = [...all].sort((one, two) => two.weight - one.weight);
    const most = sorted[0].weight || 1;
    const rows = sorted
        .slice(0, MOST_SYNAPSES)
        .map((synapse) => [
            pairLink(synapse.pre, synapse.post, String(other(synapse))),
            weightBar(synapse, most),
            lag(synapse.lagMicros),
            synapse.z.toFixed(1),
            stateOf(synapse),
        ]);
    return el("div", { class: "scroll", tabindex: "0" }, table([title, "weight", "lag", "z", "state"], rows, [2, 3]));
}

/** @param {number} pre @param {number} post @param {string} text */
function pairLink(pre, post, text) {
    return el("a", { href: hrefOf({ type: "pair", pre, post }) }, text);
}

/** @param {any} synapse @param {number} most */
function weightBar(synapse, most) {
    const bar = el("i", { "data-kind": synapse.kind, "data-state": synapse.state });
    bar.style.width = Math.round((BAR_PIXELS * synapse.weight) / most) + "px";
    return el("span", { class: "weight" }, weight(synapse.weight), bar);
}

/** @param {any[]} pathways */
function routes(pathways) {
    if (!pathways.length) return el("p", { class: "muted" }, "none over active excitatory synapses");
    const rows = pathways.map((path) => [
        path.neurons.join(" → "),
        path.strength.toPrecision(2),
        lag(path.lagMicros),
        path.practised ? "yes" : "no",
    ]);
    return table(["route", "strength", "lag", "in use"], rows, [1, 2]);
}

/** @param {import("../store.js").PageEvent[]} lost */
function lostTable(lost) {
    return rowsOr(
        lost
            .slice(0, MOST_LOST)
            .map((event) =>
                tableRow([
                    time(event.atMicros),
                    event.pre == null
                        ? "the neuron itself"
                        : pairLink(event.pre, Number(event.post), event.pre + " → " + event.post),
                    event.text,
                ]),
            ),
        "nothing that this page knows of",
    );
}
