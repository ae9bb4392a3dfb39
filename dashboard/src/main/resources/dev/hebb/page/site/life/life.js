/** The network's life: synapses and their changes, with stages, stress, attention, stimulation and lesions. */
import { bars, countAxis, plot, timeAxis } from "./charts.js";
import { byId, savePng, setText } from "./dom.js";
import { time } from "./format.js";
import { palette, stageTint } from "./palette.js";
import { hrefOf } from "./route.js";
import { server } from "./server.js";
import { key, on, store, tell } from "./store.js";

const STATES = ["ACTIVE", "DORMANT", "ACTIVE"];
/** Pixels above a plot, for the names of its curves. */
const NAMES_HEIGHT = 18;

/** @type {any} */ let synapses = null;
/** @type {any} */ let changes = null;
/** @type {any} */ let history = null;
let drawn = 0;
let wanted = false;

export function startLife() {
    ["life", "reset"].forEach((what) =>
        on(what, () => {
            wanted = true;
        }),
    );
    on("theme", () => {
        rebuild();
    });
    on("events", () => {
        wanted = true;
        history = null;
    });
    new ResizeObserver(rebuild).observe(byId("life-synapses"));
    on("reset", () => {
        history = null;
    });
    byId("scrub").addEventListener("input", scrub);
    byId("live").addEventListener("click", () => {
        byId("scrub").value = "1000";
        scrub();
    });
    document.querySelector('[data-save="life"]')?.addEventListener("click", save);
}

/** Draws a few times a second at most. */
export function drawLife() {
    if (!wanted || store.paused || performance.now() - drawn < 400) return;
    wanted = false;
    drawn = performance.now();
    if (!synapses) rebuild();
    const columns = data();
    synapses.setData([columns.at, columns.active, columns.dormant]);
    changes.setData([columns.at, columns.formed, columns.pruned]);
    note();
}

function data() {
    const life = store.life;
    return {
        at: life.map((point) => point.endMicros),
        active: life.map((point) => point.synapses.active),
        dormant: life.map((point) => point.synapses.dormant),
        formed: life.map((point) => point.synapses.formed + point.synapses.unmasked),
        pruned: life.map((point) => -point.synapses.pruned),
    };
}

function note() {
    const last = store.life[store.life.length - 1];
    const sum = (/** @type {(point: any) => number} */ of) => store.life.reduce((all, point) => all + of(point), 0);
    const formed = sum((point) => point.synapses.formed);
    const pruned = sum((point) => point.synapses.pruned);
    setText(byId("life-counts"), last ? formed + " formed, " + pruned + " pruned" : "");
    notePruned();
}

/** Says which synapse was pruned last, when and why. */
function notePruned() {
    const event = store.events.find((each) => each.kind === "PRUNED");
    const text = event ? event.pre + " → " + event.post + " at " + time(event.atMicros) + ", " + event.text : "";
    const link = byId("life-last");
    byId("life-last-note").hidden = !event;
    setText(link, text);
    link.title = text;
    if (event) link.setAttribute("href", hrefOf({ type: "pair", pre: Number(event.pre), post: Number(event.post) }));
}

function rebuild() {
    const columns = data();
    [byId("life-synapses"), byId("life-changes")].forEach((place) => place.replaceChildren());
    const cursor = { sync: { key: "life" }, y: false, points: { size: 6 } };
    const x = { time: false };
    const padding = [NAMES_HEIGHT, 12, 0, 0];
    synapses = plot(
        {
            cursor,
            padding,
            scales: {
                x,
                y: {
                    range: (/** @type {any} */ _, /** @type {number} */ low, /** @type {number} */ high) => [
                        0,
                        Math.max(5, high * 1.25),
                    ],
                },
            },
            axes: [timeAxis({ size: 4, values: () => [] }), countAxis()],
            series: [{}, line("excite", 2, []), line("dormant", 1.5, [4, 3])],
            hooks: {
                drawClear: [bands],
                draw: [
                    marks,
                    (/** @type {any} */ u) =>
                        names(u, [
                            ["active", "excite"],
                            ["dormant", "dormant"],
                        ]),
                ],
            },
        },
        [columns.at, columns.active, columns.dormant],
        byId("life-synapses"),
    );
    changes = plot(
        {
            cursor,
            padding,
            scales: {
                x,
                y: {
                    range: (/** @type {any} */ _, /** @type {number} */ low, /** @type {number} */ high) => [
                        Math.min(-2, low * 1.2),
                        Math.max(2, high * 1.2),
                    ],
                },
            },
            axes: [timeAxis(), countAxis({ space: 24 })],
            series: [{}, bar("formed"), bar("pruned")],
            hooks: {
                drawClear: [bands],
                draw: [
                    (/** @type {any} */ u) =>
                        names(u, [
                            ["formed", "formed"],
                            ["pruned", "pruned"],
                        ]),
                ],
            },
        },
        [columns.at, columns.formed, columns.pruned],
        byId("life-changes"),
    );
    note();
}

/** @param {string} colour @param {number} width @param {number[]} dash */
function line(colour, width, dash) {
    return { stroke: () => palette[colour], width, dash, points: { show: false } };
}

/** @param {string} colour */
function bar(colour) {
    return {
        stroke: () => palette[colour],
        fill: () => palette[colour],
        width: 0,
        paths: bars({ size: [0.8, 12] }),
        points: { show: false },
    };
}

/** Names of curves, above the plot, where no curve can cover them. @param {any} u @param {string[][]} all */
function names(u, all) {
    const ctx = u.ctx;
    const ratio = devicePixelRatio;
    ctx.font = 11 * ratio + "px system-ui, sans-serif";
    ctx.textAlign = "left";
    let x = u.bbox.left + 8 * ratio;
    for (const [text, colour] of all) {
        ctx.fillStyle = palette[colour];
        ctx.fillText(
            (text === "formed" ? "▲ " : text === "pruned" ? "▼ " : text === "dormant" ? "┄ " : "━ ") + text,
            x,
            u.bbox.top - 5 * ratio,
        );
        x += ctx.measureText("━ " + text).width + 16 * ratio;
    }
}

/** Stages as tinted bands with their names, stress as a line of its own strength. @param {any} u */
function bands(u) {
    const { ctx } = u;
    const life = store.life;
    const top = u.bbox.top;
    const height = u.bbox.height;
    const at = (/** @type {number} */ micros) => u.valToPos(micros, "x", true);
    /** @type {string[]} */
    const seen = [];
    let begun = 0;
    life.forEach((point, i) => {
        if (!seen.includes(point.stage)) seen.push(point.stage);
        const last = i === life.length - 1;
        if (last || life[i + 1].stage !== point.stage) {
            const left = Math.max(u.bbox.left, at(life[begun].startMicros));
            ctx.globalAlpha = 0.09;
            ctx.fillStyle = stageTint(seen.indexOf(point.stage));
            ctx.fillRect(left, top, Math.max(0, at(point.endMicros) - left), height);
            ctx.globalAlpha = 1;
            if (u !== synapses) stageName(u, point.stage, left, at(point.endMicros));
            begun = i + 1;
        }
        if (point.stress > 0) {
            ctx.globalAlpha = 0.25 + 0.5 * point.stress;
            ctx.fillStyle = palette.stress;
            ctx.fillRect(
                at(point.startMicros),
                top + height - 4 * devicePixelRatio,
                Math.max(1, at(point.endMicros) - at(point.startMicros)),
                4 * devicePixelRatio,
            );
            ctx.globalAlpha = 1;
        }
    });
}

/** @param {any} u @param {string} stage @param {number} left @param {number} right */
function stageName(u, stage, left, right) {
    const { ctx } = u;
    ctx.font = 10 * devicePixelRatio + "px system-ui, sans-serif";
    const text = stage.toLowerCase();
    if (ctx.measureText(text).width + 12 > right - left) return;
    ctx.fillStyle = palette.soft;
    ctx.textAlign = "right";
    ctx.fillText(text, right - 6 * devicePixelRatio, u.bbox.top + u.bbox.height - 8 * devicePixelRatio);
}

/** What a command did, as a letter over its time. @param {string} command */
function letter(command) {
    const word = command.split(" ")[0].toLowerCase();
    return (
        {
            lesion: "✕ lesion",
            attention: "◎ attention",
            stress: "≈ stress",
            stimulation: "↯ stimulation",
            calm: "≈ calm",
        }[word] ?? null
    );
}

/**
 * How long a command holds, as a bar at the top.
 *
 * @param {any} u
 * @param {import("./store.js").PageEvent} event
 * @param {number} from
 */
function period(u, event, from) {
    const until = /until (-?\d+) µs/.exec(event.text);
    if (!until) return;
    const to = Math.min(u.bbox.left + u.bbox.width, u.valToPos(Number(until[1]), "x", true));
    u.ctx.globalAlpha = 0.5;
    u.ctx.fillRect(from, u.bbox.top, Math.max(0, to - from), 4 * devicePixelRatio);
    u.ctx.globalAlpha = 1;
}

/** @param {any} u */
function marks(u) {
    const { ctx } = u;
    const ratio = devicePixelRatio;
    ctx.font = 10 * ratio + "px system-ui, sans-serif";
    ctx.textAlign = "left";
    let lastX = -Infinity;
    let level = 0;
    for (const event of store.events
        .filter((e) => e.kind === "COMMAND_APPLIED")
        .slice(0, 40)
        .reverse()) {
        const text = letter(event.text);
        if (!text) continue;
        const x = u.valToPos(event.atMicros, "x", true);
        if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
        level = x - lastX < 80 * ratio ? level + 1 : 0;
        lastX = x;
        ctx.setLineDash([]);
        ctx.strokeStyle = palette.accent;
        ctx.lineWidth = ratio;
        ctx.beginPath();
        ctx.moveTo(x, u.bbox.top);
        ctx.lineTo(x, u.bbox.top + u.bbox.height);
        ctx.stroke();
        ctx.fillStyle = palette.accent;
        period(u, event, x);
        ctx.fillText(text, x + 4 * ratio, u.bbox.top + (14 + 12 * (level % 3)) * ratio);
    }
    if (store.at != null) {
        const x = u.valToPos(store.at, "x", true);
        ctx.setLineDash([]);
        ctx.strokeStyle = palette.ink;
        ctx.lineWidth = 1.5 * ratio;
        ctx.beginPath();
        ctx.moveTo(x, u.bbox.top);
        ctx.lineTo(x, u.bbox.top + u.bbox.height);
        ctx.stroke();
    }
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
        if (store.at != null) store.past = connectomeOf(store.at);
    }
    setText(byId("scrub-time"), store.at == null ? "now" : time(store.at));
    byId("live").disabled = store.at == null;
    wanted = true;
    tell("past");
}

/** The synapses of a past time, with the weight of their last change. @param {number} micros */
function connectomeOf(micros) {
    const { at, pre, post, kind, weight } = history;
    const order = [...at.keys()]
        .filter((i) => at[i] <= micros)
        .sort((one, other) => at[one] - at[other] || one - other);
    const past = new Map();
    for (const i of order) {
        const id = key(pre[i], post[i]);
        const change = kind[i] >> 1;
        if (change === 3) {
            past.delete(id);
            continue;
        }
        past.set(id, {
            pre: pre[i],
            post: post[i],
            weight: weight[i],
            lagMicros: 0,
            z: 0,
            state: STATES[change],
            kind: kind[i] & 1 ? "INHIBITORY" : "EXCITATORY",
            formedAtMicros: past.get(id)?.formedAtMicros ?? at[i],
            lastCoFiredAtMicros: at[i],
        });
    }
    return past;
}

/** Both charts as one picture. */
function save() {
    if (!synapses) return;
    const [one, other] = [synapses.ctx.canvas, changes.ctx.canvas];
    const both = document.createElement("canvas");
    both.width = one.width;
    both.height = one.height + other.height;
    const ctx = /** @type {CanvasRenderingContext2D} */ (both.getContext("2d"));
    ctx.fillStyle = palette.card;
    ctx.fillRect(0, 0, both.width, both.height);
    ctx.drawImage(one, 0, 0);
    ctx.drawImage(other, 0, one.height);
    savePng(both, store.network + "-life");
}
