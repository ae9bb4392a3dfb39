/** Talks to the app that served the page: questions, commands, and the stream of frames. */
import { addEvents, addLife, addSpikes, forget, setSynapses, store, tell } from "./store.js";

const encode = encodeURIComponent;

/** An answer that says what is wrong. */
export class Refusal extends Error {
    /** @param {number} status @param {string} message */
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

/** @param {string} path @param {RequestInit} [options] */
async function ask(path, options = {}) {
    let response;
    try {
        response = await fetch(path, options);
    } catch {
        throw new Refusal(0, "The app does not answer.");
    }
    const body = await response.json().catch(() => null);
    if (!response.ok) {
        throw new Refusal(
            response.status,
            [body?.detail ?? "The app answered " + response.status, body?.do].filter(Boolean).join(". "),
        );
    }
    return body;
}

/** @param {string} network @param {string} rest */
const of = (network, rest) => "/v1/networks/" + encode(network) + rest;

export const server = {
    networks: () => ask("/v1/networks"),
    detail: (/** @type {string} */ network) => ask(of(network, "")),
    synapses: (/** @type {string} */ network) => ask(of(network, "/synapses")),
    neurons: (/** @type {string} */ network) => ask(of(network, "/neurons")),
    areas: (/** @type {string} */ network) => ask(of(network, "/areas")),
    partners: (/** @type {string} */ network, /** @type {number} */ neuron) =>
        ask(of(network, "/neurons/" + neuron + "/partners")),
    pathways: (/** @type {string} */ network, /** @type {number} */ neuron) =>
        ask(of(network, "/neurons/" + neuron + "/pathways?limit=8")),
    pair: (/** @type {string} */ network, /** @type {number} */ pre, /** @type {number} */ post) =>
        ask(of(network, "/pairs/" + pre + "/" + post)),
    history: (/** @type {string} */ network) => ask("/page/history?network=" + encode(network)),
    command: (/** @type {string} */ network, /** @type {any} */ command) =>
        ask(of(network, "/control"), {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(command),
        }),
};

/** @type {EventSource|null} */
let source = null;
/** @type {any} */
let again = null;

/** Follows the network that is shown; closes the stream of the one before. */
export function follow() {
    source?.close();
    clearTimeout(again);
    if (!store.network || document.hidden) return;
    const network = store.network;
    const stream = new EventSource("/page/live?network=" + encode(network));
    source = stream;
    // A new stream tells everything again.
    let fresh = true;
    stream.addEventListener("frame", (event) => {
        const frame = JSON.parse(event.data);
        if (frame.first || fresh) forget();
        const past = fresh || frame.first || store.stream.state !== "LIVE";
        fresh = false;
        store.stream = { state: frame.state, message: frame.message, read: frame.recordsRead };
        addLife(frame.life);
        addEvents(frame.events, past);
        addSpikes(frame.spikes);
        if (frame.eventsLeftOut && !past) store.loaded = false;
        tell("stream");
    });
    stream.addEventListener("health", (event) => {
        const before = store.health;
        store.health = JSON.parse(event.data);
        store.health.heard = performance.now();
        tell("health", before);
    });
    stream.addEventListener("refused", (event) => {
        stream.close();
        store.stream = { state: "FAILED", message: event.data, read: 0 };
        tell("stream");
    });
    stream.onerror = () => {
        stream.close();
        store.stream = { state: "AWAY", message: "", read: 0 };
        tell("stream");
        again = setTimeout(follow, 1500);
    };
}

/** Loads the connectome again and again: less often the longer it takes. */
export async function keepSynapses() {
    let pause = 1500;
    if (store.network && !document.hidden && store.stream.state === "LIVE") {
        const network = store.network;
        const begun = performance.now();
        try {
            const [detail, synapses, areas] = [
                await server.detail(network),
                await server.synapses(network),
                await areasOf(network),
            ];
            const named = await namesOf(network);
            if (network === store.network) {
                store.detail = detail;
                if (areas) store.areas = areas;
                setSynapses(synapses);
                if (named) store.named = new Map(named.map((/** @type {any} */ each) => [each.neuron, each]));
                if (named) tell("neurons");
                tell("detail");
                if (areas) tell("areas");
            }
        } catch (error) {
            if (error instanceof Refusal) tell("refused", error);
            else throw error;
        } finally {
            pause = Math.max(2500, 8 * (performance.now() - begun));
        }
    }
    setTimeout(keepSynapses, pause);
}

let areasAsked = "";
let areasAge = 0;

/** Areas are read from topics, which takes longer: only after a command, or once a minute. @param {string} network */
async function areasOf(network) {
    const newest = store.events.find((event) => event.kind === "COMMAND_APPLIED")?.seq ?? 0;
    const state = network + "\n" + newest;
    if (state === areasAsked && performance.now() - areasAge < 60000) return null;
    try {
        const areas = await server.areas(network);
        areasAsked = state;
        areasAge = performance.now();
        return areas.filter((/** @type {any} */ area) => area.applied);
    } catch {
        return null;
    }
}

const names = { network: "", neurons: 0, found: 0, at: 0 };

/** Names are read from a topic: only for another network, or where neurons appeared. @param {string} network */
async function namesOf(network) {
    const lost = store.named.size === 0 && names.found > 0;
    const appeared = store.neurons.size !== names.neurons && performance.now() - names.at > 10000;
    if (names.network === network && !lost && !appeared) return null;
    const neurons = store.neurons.size;
    try {
        const found = await server.neurons(network);
        Object.assign(names, { network, neurons, found: found.length, at: performance.now() });
        return found;
    } catch {
        return null;
    }
}

document.addEventListener("visibilitychange", follow);
