/** How the app and the network fare: the line at the top, and the tab. */
import { block, byId, el, numbers, setText, table } from "./dom.js";
import { duration, short, time } from "./format.js";
import { on, store } from "./store.js";

/** @type {{spikes: number, pairs: number}} a second of the wall clock */
let speed = { spikes: 0, pairs: 0 };
/** @type {Record<string, HTMLElement>} */
const facts = {};

export function startHealth() {
    for (const [id, title] of [
        ["spikes", "spikes/s"],
        ["pairs", "pairs/s"],
        ["neurons", "neurons"],
        ["synapses", "synapses"],
        ["time", "network time"],
        ["rejected", "rejected"],
    ]) {
        facts[id] = el("dd", { id: "fact-" + id }, "–");
        byId("facts").append(el("div", {}, el("dt", {}, title), facts[id]));
    }
    on("health", measure);
    ["health", "stream", "detail", "life"].forEach((what) => on(what, line));
    on("health", panel);
    on("detail", panel);
    byId("tab-health").addEventListener("click", panel);
}

/** @param {any} before */
function measure(before) {
    const now = store.health;
    if (!before || now.totals.spikes < before.totals.spikes) return;
    const seconds = Math.max(0.5, (now.heard - before.heard) / 1000);
    speed = {
        spikes: (now.totals.spikes - before.totals.spikes) / seconds,
        pairs: (now.totals.pairs - before.totals.pairs) / seconds,
    };
}

const rejected = () =>
    Object.values(store.health?.totals.rejected ?? {}).reduce((one, other) => one + Number(other), 0);
const last = () => store.life[store.life.length - 1];

/** How far the watermark is behind the newest spike that the page has seen, in microseconds. */
function lagging() {
    if (!store.detail || !Number.isFinite(store.spikes.newest)) return null;
    return Math.max(0, store.spikes.newest - store.detail.watermarkMicros);
}

function line() {
    const point = last();
    setText(facts.spikes, store.health ? short(speed.spikes) : "–");
    setText(facts.pairs, store.health ? short(speed.pairs) : "–");
    setText(facts.neurons, point ? short(point.neurons) : "–");
    setText(facts.synapses, point ? short(point.synapses.active) : "–");
    setText(facts.time, point ? time(point.endMicros) : "–");
    setText(facts.rejected, store.health ? short(rejected()) : "–");
    const stage = byId("stage");
    stage.hidden = !point;
    if (point) {
        setText(byId("stage-name"), point.stage.toLowerCase() + (point.stress > 0 ? ", under stress" : ""));
        setText(byId("stage-since"), since(point));
    }
    state();
}

function state() {
    const { state, message, read } = store.stream;
    const readiness = store.health?.readiness;
    const quiet = store.spikes.arrived && performance.now() - store.spikes.arrived > 5000;
    const [kind, text] = store.paused
        ? ["busy", "Paused"]
        : state === "AWAY"
          ? ["failed", "No answer from the app"]
          : state === "FAILED"
            ? ["failed", "No answer from Kafka"]
            : state === "CONNECTING"
              ? ["busy", "Connecting"]
              : readiness && !readiness.ready
                ? ["busy", "The app is " + readiness.state.toLowerCase()]
                : state === "READING"
                  ? ["busy", "Reading the past, " + short(read) + " records"]
                  : quiet
                    ? ["idle", "No spikes now"]
                    : ["live", "Live"];
    byId("state").dataset.state = kind;
    setText(byId("state"), text);
    const banner = byId("banner");
    banner.hidden = kind !== "failed";
    setText(
        banner,
        kind === "failed"
            ? state === "AWAY"
                ? "The app does not answer. The page shows what it received last, and tries again by itself."
                : "The topics cannot be read: " + message + ". The app tries again by itself."
            : "",
    );
}

function panel() {
    if (byId("health").hidden || !store.health) return;
    const { readiness, instances, toRestore, totals } = store.health;
    const detail = store.detail;
    const lag = lagging();
    const reasons = Object.entries(totals.rejected).sort((one, other) => Number(other[1]) - Number(one[1]));
    byId("health").replaceChildren(
        el(
            "section",
            {},
            el("h3", {}, "This network"),
            numbers([
                ["watermark", detail ? time(detail.watermarkMicros) : "–"],
                ["behind the newest spike", lag == null ? "–" : duration(lag)],
                ["windows closed", detail ? short(detail.windowsClosed) : "–"],
                ["observed", detail ? duration(detail.observedMicros) : "–"],
                ["spikes counted", detail ? short(detail.spikes) : "–"],
                ["mean weight", detail ? detail.meanActiveWeight.toFixed(3) : "–"],
            ]),
        ),
        block(
            "This instance",
            numbers([
                ["state", readiness.state.toLowerCase()],
                ["ready", readiness.ready ? "yes" : "no"],
                ["left to restore", short(toRestore) + " records"],
                ["spikes a second", short(speed.spikes)],
                ["pairs a second", short(speed.pairs)],
                ["spikes since its start", short(totals.spikes)],
            ]),
        ),
        block(
            "Rejected spikes, by reason",
            reasons.length
                ? table(
                      ["reason", "spikes"],
                      reasons.map(([reason, count]) => [
                          reason.toLowerCase().replaceAll("_", " "),
                          short(Number(count)),
                      ]),
                  )
                : el("p", { class: "muted" }, "none since this instance started"),
        ),
        block(
            "Instances and the tasks that they own",
            table(
                ["instance", "tasks"],
                Object.entries(instances).map(([instance, tasks]) => [instance, tasks.join(", ")]),
            ),
            readiness.missingShards.length
                ? el("p", {}, "Without an owner: " + readiness.missingShards.join(", "))
                : null,
        ),
    );
}

/**
 * When the stage began that a point of life is the latest of; nothing for the first one.
 *
 * @param {import("./store.js").LifePoint} latest
 */
function since(latest) {
    const before = [...store.life].reverse().find((point) => point.stage !== latest.stage);
    return before ? "\u00a0since " + time(before.endMicros) : "";
}
