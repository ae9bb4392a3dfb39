/**
 * What the page knows of the network that is shown. Parts of the page listen to kinds of change.
 *
 * @typedef {{pre: number, post: number, weight: number, lagMicros: number, z: number, state: string, kind: string,
 *   formedAtMicros: number, lastCoFiredAtMicros: number}} Synapse
 * @typedef {{seq: number, atMicros: number, kind: string, pre: number|null, post: number|null, reason: string,
 *   text: string, weight: number, z: number, lagMicros: number, inhibitory: boolean, stage: string}} PageEvent
 * @typedef {{active: number, dormant: number, formed: number, masked: number, unmasked: number, pruned: number,
 *   meanWeight: number}} LifeSynapses
 * @typedef {{window: number, startMicros: number, endMicros: number, spikes: number, pairs: number, neurons: number,
 *   synapses: LifeSynapses, stage: string, stress: number, stimulated: number}} LifePoint
 * @typedef {{area: string, neurons: number[]}} Area
 * @typedef {{type: "none"|"neuron"|"pair", neuron?: number, pre?: number, post?: number}} Selection
 */

const SPIKES_KEPT = 1 << 17;
const EVENTS_KEPT = 4000;

export const key = (/** @type {number} */ pre, /** @type {number} */ post) => pre + ">" + post;

export const store = {
    network: "",
    /** @type {any} */ detail: null,
    /** @type {any} */ health: null,
    stream: { state: "CONNECTING", message: "", read: 0 },
    /** @type {PageEvent[]} latest first */ events: [],
    /** @type {LifePoint[]} */ life: [],
    /** @type {Map<string, Synapse>} */ synapses: new Map(),
    /** Whether the connectome was loaded. */ loaded: false,
    /** @type {Set<number>} */ neurons: new Set(),
    /** @type {Map<number, import("./names.js").Named>} neurons with a name or a position */ named: new Map(),
    /** @type {Area[]} */ areas: [],
    /** @type {Selection} */ selection: { type: "none" },
    /** @type {Set<number>} neurons in the lasso */ lasso: new Set(),
    /** @type {number|null} the past time that is shown */ at: null,
    /** @type {Map<string, Synapse>|null} the connectome of that time */ past: null,
    paused: false,
    /** @type {Map<string, [number, number][]>} weights of looked-at pairs over time */ weights: new Map(),
    spikes: {
        times: new Float64Array(SPIKES_KEPT),
        neurons: new Int32Array(SPIKES_KEPT),
        written: 0,
        newest: -Infinity,
        leftOut: 0,
        /** @type {[number, number][]} newest event time and wall clock, of the last seconds */
        seen: [],
        /** @type {number} wall clock of the last spikes, in milliseconds */ arrived: 0,
    },
};

/** @type {Map<string, Set<(detail?: any) => void>>} */
const listeners = new Map();

/** @param {string} what @param {(detail?: any) => void} listener */
export function on(what, listener) {
    if (!listeners.has(what)) listeners.set(what, new Set());
    listeners.get(what)?.add(listener);
}

/** @param {string} what @param {any} [detail] */
export function tell(what, detail) {
    listeners.get(what)?.forEach((listener) => listener(detail));
}

/** Forgets everything about the network but its name and what is selected. */
export function forget() {
    store.detail = null;
    store.events = [];
    store.life = [];
    store.synapses = new Map();
    store.loaded = false;
    store.neurons = new Set();
    store.named = new Map();
    store.areas = [];
    store.at = null;
    store.past = null;
    store.weights = new Map();
    store.spikes.written = 0;
    store.spikes.newest = -Infinity;
    store.spikes.leftOut = 0;
    store.spikes.seen = [];
    tell("reset");
}

/** @param {{originMicros: number, offsets: number[], neurons: number[], leftOut: number}} frame */
export function addSpikes(frame) {
    const spikes = store.spikes;
    const known = store.neurons.size;
    for (let i = 0; i < frame.offsets.length; i++) {
        const time = frame.originMicros + frame.offsets[i] * 100;
        // A clock that went back far is another recording of the same name.
        if (time < spikes.newest - 6e8) {
            spikes.written = 0;
            spikes.newest = -Infinity;
        }
        const place = spikes.written++ % SPIKES_KEPT;
        spikes.times[place] = time;
        spikes.neurons[place] = frame.neurons[i];
        if (time > spikes.newest) spikes.newest = time;
        store.neurons.add(frame.neurons[i]);
    }
    if (frame.offsets.length) spikes.arrived = performance.now();
    spikes.leftOut = frame.leftOut;
    if (frame.offsets.length) {
        spikes.seen.push([spikes.newest, spikes.arrived]);
        spikes.seen = spikes.seen.filter(([, wall]) => spikes.arrived - wall < 5000);
    }
    if (store.neurons.size !== known) tell("neurons");
    if (frame.offsets.length) tell("spikes", frame);
}

/** How many times faster than the wall clock the network's time goes; 1 if that is not known. */
export function lapse() {
    const seen = store.spikes.seen;
    if (seen.length < 3) return 1;
    const [[begin, from], [end, to]] = [seen[0], seen[seen.length - 1]];
    return to - from < 1000 ? 1 : Math.max(1, (end - begin) / 1000 / (to - from));
}

/**
 * The spikes that are kept, newest first, until the visitor returns false.
 * @param {(time: number, neuron: number) => boolean} visit
 */
export function eachSpike(visit) {
    const { times, neurons, written } = store.spikes;
    const oldest = Math.max(0, written - SPIKES_KEPT);
    for (let i = written - 1; i >= oldest; i--) {
        const place = i % SPIKES_KEPT;
        if (!visit(times[place], neurons[place])) return;
    }
}

/** @param {PageEvent[]} events earliest first @param {boolean} first whether they are the past */
export function addEvents(events, first) {
    if (!events.length) return;
    store.events = events
        .concat(store.events.slice().reverse())
        .sort((one, other) => other.atMicros - one.atMicros || other.seq - one.seq)
        .slice(0, EVENTS_KEPT);
    // The synapses that are loaded know of the past already.
    if (store.loaded && !first) events.forEach(apply);
    tell("events", { events, first });
}

/** @param {PageEvent} event */
function apply(event) {
    if (event.pre == null || event.post == null) return;
    const id = key(event.pre, event.post);
    const known = store.synapses.get(id);
    if (event.kind === "PRUNED") {
        store.synapses.delete(id);
    } else {
        store.synapses.set(id, {
            pre: event.pre,
            post: event.post,
            weight: event.weight,
            lagMicros: event.lagMicros,
            z: event.z,
            state: event.kind === "MASKED" ? "DORMANT" : "ACTIVE",
            kind: event.inhibitory ? "INHIBITORY" : "EXCITATORY",
            formedAtMicros: known ? known.formedAtMicros : event.atMicros,
            lastCoFiredAtMicros: event.atMicros,
        });
    }
}

/** @param {LifePoint[]} points */
export function addLife(points) {
    if (!points.length) return;
    const byWindow = new Map(store.life.map((point) => [point.startMicros, point]));
    for (const point of points) byWindow.set(point.startMicros, point);
    const sorted = [...byWindow.values()].sort((one, other) => one.startMicros - other.startMicros);
    // A coarser point replaces those that it stands for.
    store.life = sorted.filter((point, i) => i === 0 || point.endMicros > sorted[i - 1].endMicros);
    tell("life");
}

/** @param {Synapse[]} synapses */
export function setSynapses(synapses) {
    store.synapses = new Map(synapses.map((synapse) => [key(synapse.pre, synapse.post), synapse]));
    store.loaded = true;
    const known = store.neurons.size;
    const now = store.life.length
        ? store.life[store.life.length - 1].endMicros
        : (store.detail?.closedUntilMicros ?? 0);
    for (const synapse of synapses) {
        store.neurons.add(synapse.pre);
        store.neurons.add(synapse.post);
    }
    if (store.selection.type === "pair") {
        const synapse = store.synapses.get(key(Number(store.selection.pre), Number(store.selection.post)));
        if (synapse) remember(synapse, now);
    }
    if (store.neurons.size !== known) tell("neurons");
    tell("synapses");
}

/** @param {Synapse} synapse @param {number} now */
function remember(synapse, now) {
    const id = key(synapse.pre, synapse.post);
    const points = store.weights.get(id) ?? [];
    if (!points.length || points[points.length - 1][0] < now) points.push([now, synapse.weight]);
    store.weights.set(id, points);
}

/** The synapses that are to be shown: now, or at the time that was chosen. */
export const shown = () => store.past ?? store.synapses;

/** @param {Selection} selection */
export function select(selection) {
    store.selection = selection;
    tell("selection");
}

/** The neurons in the order of drawing: by area, then by number. */
export function ordered() {
    const place = areaIndex();
    const last = store.areas.length;
    const rank = (/** @type {number} */ n) => place.get(n) ?? last;
    return [...store.neurons].sort((one, other) => rank(one) - rank(other) || one - other);
}

/** The index of the first area that a neuron is in. @returns {Map<number, number>} */
export function areaIndex() {
    const place = new Map();
    store.areas.forEach((area, index) =>
        area.neurons.forEach((neuron) => {
            if (!place.has(neuron)) place.set(neuron, index);
        }),
    );
    return place;
}
