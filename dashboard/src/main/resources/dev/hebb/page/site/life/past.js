/** The past connectome, at the time that the slider below the network's life is at. */
import { byId, setText } from "../dom.js";
import { time } from "../format.js";
import { server } from "../server.js";
import { key, on, store, tell } from "../store.js";

// Numbers of changes in the app's answer: twice these, and one more if the synapse is inhibitory.
const MASKED = 1;
const PRUNED = 3;
const INHIBITORY = 1;

/** @type {any} changes of synapses since the begin; null if there are newer ones */ let history = null;

export function startPast() {
    ["events", "reset"].forEach((what) =>
        on(what, () => {
            history = null;
        }),
    );
    byId("scrub").addEventListener("input", scrub);
    byId("live").addEventListener("click", () => {
        byId("scrub").value = "1000";
        scrub();
    });
}

async function scrub() {
    const part = Number(byId("scrub").value) / 1000;
    const life = store.life;
    if (part >= 1 || life.length < 2) {
        store.at = null;
        store.past = null;
    } else {
        const begin = life[0].startMicros;
        store.at = begin + (life[life.length - 1].endMicros - begin) * part;
        if (!history) {
            try {
                history = await server.history(store.network);
            } catch (error) {
                tell("refused", error);
                return;
            }
        }
        if (store.at != null) store.past = connectomeOf(history, store.at);
    }
    setText(byId("scrub-time"), store.at == null ? "now" : time(store.at));
    byId("live").disabled = store.at == null;
    tell("past");
}

/**
 * The synapses of a past time, with the weight of their last change.
 * @param {any} history
 * @param {number} micros
 */
function connectomeOf(history, micros) {
    const { at, pre, post, kind, weight } = history;
    const order = [...at.keys()]
        .filter((i) => at[i] <= micros)
        .sort((one, other) => at[one] - at[other] || one - other);
    const past = new Map();
    for (const i of order) {
        const id = key(pre[i], post[i]);
        const change = kind[i] >> 1;
        if (change === PRUNED) {
            past.delete(id);
            continue;
        }
        past.set(id, {
            pre: pre[i],
            post: post[i],
            weight: weight[i],
            lagMicros: 0,
            z: 0,
            state: change === MASKED ? "DORMANT" : "ACTIVE",
            kind: kind[i] & INHIBITORY ? "INHIBITORY" : "EXCITATORY",
            formedAtMicros: past.get(id)?.formedAtMicros ?? at[i],
            lastCoFiredAtMicros: at[i],
        });
    }
    return past;
}
