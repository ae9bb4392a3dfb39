/** The network's life: synapses and their changes, with stages, stress, attention, stimulation and lesions. */
import { bars, countAxis, plot, timeAxis, upTo } from "../charts.js";
import { byId, savePng, setText } from "../dom.js";
import { time } from "../format.js";
import { palette } from "../palette.js";
import { hrefOf } from "../route.js";
import { on, store } from "../store.js";
import { bands, marks, names } from "./overlay.js";
import { startPast } from "./past.js";

/** Pixels above a plot, for the names of its curves. */
const NAMES_HEIGHT = 18;

/** @type {any} */ let synapses = null;
/** @type {any} */ let changes = null;
let drawn = 0;
let wanted = false;

export function startLife() {
    ["life", "reset", "events", "past"].forEach((what) =>
        on(what, () => {
            wanted = true;
        }),
    );
    on("theme", () => {
        rebuild();
    });
    new ResizeObserver(rebuild).observe(byId("life-synapses"));
    document.querySelector('[data-save="life"]')?.addEventListener("click", save);
    startPast();
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
    synapses = plot(
        {
            ...common(upTo((high) => Math.max(5, high * 1.25))),
            axes: [timeAxis({ size: 4, values: () => [] }), countAxis()],
            series: [{}, line("excite", 2, []), line("dormant", 1.5, [4, 3])],
            hooks: {
                drawClear: [(/** @type {any} */ u) => bands(u, false)],
                draw: [
                    marks,
                    (/** @type {any} */ u) =>
                        names(u, [
                            ["━", "active", "excite"],
                            ["┄", "dormant", "dormant"],
                        ]),
                ],
            },
        },
        [columns.at, columns.active, columns.dormant],
        byId("life-synapses"),
    );
    changes = plot(
        {
            ...common(aroundZero),
            axes: [timeAxis(), countAxis({ space: 24 })],
            series: [{}, bar("formed"), bar("pruned")],
            hooks: {
                drawClear: [(/** @type {any} */ u) => bands(u, true)],
                draw: [
                    (/** @type {any} */ u) =>
                        names(u, [
                            ["▲", "formed", "formed"],
                            ["▼", "pruned", "pruned"],
                        ]),
                ],
            },
        },
        [columns.at, columns.formed, columns.pruned],
        byId("life-changes"),
    );
    note();
}

/** What both plots have: the same time, and a cursor at the same place. @param {any} range of the counts */
function common(range) {
    return {
        cursor: { sync: { key: "life" }, y: false, points: { size: 6 } },
        padding: [NAMES_HEIGHT, 12, 0, 0],
        scales: { x: { time: false }, y: { range } },
    };
}

/** @param {any} _ @param {number} low @param {number} high */
const aroundZero = (_, low, high) => [Math.min(-2, low * 1.2), Math.max(2, high * 1.2)];

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
