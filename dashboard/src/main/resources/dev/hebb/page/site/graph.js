/** The network as neurons and synapses. Synapses lie on a layer of their own, which is drawn only when they change. */
import "/page/lib/d3.js";
import { colouring, groups, inhibitory, isSelected } from "./connectome.js";
import { byId, el, savePng, setText, sized } from "./dom.js";
import { short, time, weight as weightText } from "./format.js";
import { MOST_DRAWN, SynapseLayer } from "./layer.js";
import { drawMatrix, matrixPick } from "./matrix.js";
import { haveAllPlaces, nameOf, places, scaleBar } from "./names.js";
import { areaColour, palette, ramp } from "./palette.js";
import { areaIndex, key, on, ordered, select, shown, store, tell } from "./store.js";

const d3 = /** @type {any} */ (globalThis).d3;
const FLASH_MILLIS = 260;
const MOST_FLASHING = 300;
const CHANGE_MILLIS = 2600;

/** @typedef {{neuron: number, x: number, y: number, angle: number, area: number}} Node */

/** @type {HTMLCanvasElement} */
let canvas;
const layer = new SynapseLayer();
let view = "circle";
/** Whether a person has chosen the view; else positions are shown where all neurons have one. */
let chosenView = false;
/** @type {number|null} pixels of a micrometre, if the view has a scale */
let perMicron = null;
/** @type {Map<number, Node>} */
let nodes = new Map();
let size = { width: 0, height: 0 };
let transform = d3.zoomIdentity;
let layerDirty = true;
/** Whether places or what is lit have changed, not only weights. */
let moved = true;
let dirty = true;
let lassoing = false;
/** @type {[number, number][]} */
let lasso = [];
/** @type {Map<number, number>} when each neuron last fired, wall clock */
const fired = new Map();
/** @type {{pre: number, post: number, kind: string, inhibitory: boolean, until: number}[]} */
let changes = [];
/** @type {string|null} what is under the pointer */
let under = null;

export function startGraph() {
    canvas = byId("graph");
    const relayout = () => {
        offerPlaces();
        layout();
        moved = true;
        redraw();
    };
    ["neurons", "areas", "reset"].forEach((what) => on(what, relayout));
    on("synapses", redraw);
    ["selection", "theme", "past"].forEach((what) =>
        on(what, () => {
            moved = true;
            redraw();
        }),
    );
    on("events", ({ events, first }) => {
        if (first || store.at != null) return;
        const until = performance.now() + CHANGE_MILLIS;
        for (const event of events) {
            if (event.pre != null && event.post != null) changes.push({ ...event, until });
        }
        changes = changes.slice(-400);
        redraw();
    });
    on("spikes", (frame) => {
        // In time lapse every neuron would glow all the time; many neurons take too long to draw for it.
        if (store.paused || store.neurons.size > MOST_FLASHING || frame.neurons.length > 1.5 * store.neurons.size)
            return;
        const now = performance.now();
        const span = Math.max(1, frame.offsets[frame.offsets.length - 1] || 1);
        frame.neurons.forEach((/** @type {number} */ neuron, /** @type {number} */ i) => {
            fired.set(neuron, now + 200 * Math.min(1, frame.offsets[i] / span));
        });
        dirty = true;
    });
    buttons();
    pointer();
    new ResizeObserver(relayout).observe(canvas);
    relayout();
}

function redraw() {
    layerDirty = true;
    dirty = true;
    legend();
}

function buttons() {
    document.querySelectorAll("[data-view]").forEach((button) =>
        button.addEventListener("click", () => {
            chosenView = true;
            setView(/** @type {HTMLElement} */ (button).dataset.view ?? "circle");
            d3.select(canvas).call(zoom.transform, d3.zoomIdentity);
            layout();
            redraw();
        }),
    );
    byId("colour").addEventListener("change", redraw);
    byId("order").addEventListener("change", redraw);
    byId("lasso").addEventListener("click", () => setLasso(!lassoing));
    document
        .querySelector('[data-save="graph"]')
        ?.addEventListener("click", () => savePng(canvas, store.network + "-network"));
}

/** @param {string} wanted */
function setView(wanted) {
    view = wanted;
    document
        .querySelectorAll("[data-view]")
        .forEach((button) =>
            button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.view === view)),
        );
    byId("order-label").hidden = view !== "matrix";
    byId("lasso").hidden = view === "matrix";
}

/** Positions can be chosen while all neurons have one, and are shown unless a person wants another view. */
function offerPlaces() {
    const possible = haveAllPlaces(store.neurons);
    const button = /** @type {HTMLElement} */ (document.querySelector('[data-view="places"]'));
    button.hidden = !possible;
    if (possible && !chosenView && view === "circle") setView("places");
    if (!possible && view === "places") {
        chosenView = false;
        setView("circle");
    }
}

/** @param {boolean} wanted */
function setLasso(wanted) {
    lassoing = wanted;
    byId("lasso").setAttribute("aria-pressed", String(wanted));
}

const zoom = d3
    .zoom()
    .scaleExtent([0.6, 24])
    .filter((/** @type {any} */ event) => !(lassoing || event.shiftKey) || event.type === "wheel")
    .on("zoom", (/** @type {any} */ event) => {
        transform = event.transform;
        layerDirty = true;
        moved = true;
        dirty = true;
    });

function pointer() {
    d3.select(canvas)
        .call(zoom)
        .on("dblclick.zoom", () => d3.select(canvas).call(zoom.transform, d3.zoomIdentity));
    canvas.addEventListener("pointerdown", (event) => {
        if (view !== "matrix" && (lassoing || event.shiftKey)) {
            lasso = [[event.offsetX, event.offsetY]];
            canvas.setPointerCapture(event.pointerId);
        }
    });
    canvas.addEventListener("pointermove", (event) => {
        if (lasso.length) {
            lasso.push([event.offsetX, event.offsetY]);
        } else {
            hover(event.offsetX, event.offsetY);
        }
        dirty = true;
    });
    canvas.addEventListener("pointerup", () => {
        if (lasso.length > 2) catchNeurons();
        lasso = [];
        dirty = true;
    });
    canvas.addEventListener("pointerleave", () => {
        under = null;
        dirty = true;
    });
    canvas.addEventListener("click", (event) => {
        if (!(lassoing || event.shiftKey)) pick(event.offsetX, event.offsetY);
    });
    canvas.addEventListener("keydown", step);
}

/** Arrow keys go from neuron to neuron. @param {KeyboardEvent} event */
function step(event) {
    const forward = event.key === "ArrowRight" || event.key === "ArrowDown";
    if (!forward && event.key !== "ArrowLeft" && event.key !== "ArrowUp") {
        if (event.key === "Escape") select({ type: "none" });
        return;
    }
    event.preventDefault();
    const order = ordered();
    if (!order.length) return;
    const at = order.indexOf(Number(store.selection.neuron ?? order[0]));
    select({ type: "neuron", neuron: order[(at + (forward ? 1 : order.length - 1)) % order.length] });
}

function catchNeurons() {
    const inside = [...nodes.values()].filter((node) => d3.polygonContains(lasso, transform.apply([node.x, node.y])));
    store.lasso = new Set(inside.map((node) => node.neuron));
    setLasso(false);
    tell("lasso");
}

/** @param {number} x @param {number} y @returns {number|null} */
function neuronAt(x, y) {
    let best = null;
    let nearest = 12;
    for (const node of nodes.values()) {
        const [nx, ny] = transform.apply([node.x, node.y]);
        const far = Math.hypot(nx - x, ny - y);
        if (far < nearest) {
            nearest = far;
            best = node.neuron;
        }
    }
    return best;
}

/** @param {number} x @param {number} y */
function hover(x, y) {
    if (view === "matrix") {
        const cell = matrixPick(x, y);
        const synapse = cell && shown().get(key(cell[0], cell[1]));
        under =
            cell && cell[0] + " → " + cell[1] + (synapse ? ", weight " + weightText(synapse.weight) : ", no synapse");
    } else {
        const neuron = neuronAt(x, y);
        under = neuron == null ? null : nameOf(neuron);
    }
    canvas.style.cursor = under ? "pointer" : "default";
}

/** @param {number} x @param {number} y */
function pick(x, y) {
    if (view === "matrix") {
        const cell = matrixPick(x, y);
        if (cell) select({ type: "pair", pre: cell[0], post: cell[1] });
        return;
    }
    const neuron = neuronAt(x, y);
    if (neuron != null) {
        select({ type: "neuron", neuron });
        return;
    }
    const synapse = synapseAt(x, y);
    select(synapse ? { type: "pair", pre: synapse.pre, post: synapse.post } : { type: "none" });
}

/** @param {number} x @param {number} y */
function synapseAt(x, y) {
    if (shown().size > MOST_DRAWN) return null;
    const [px, py] = transform.invert([x, y]);
    let best = null;
    let nearest = 6 / transform.k;
    for (const synapse of shown().values()) {
        const curve = curveOf(synapse.pre, synapse.post);
        if (!curve) continue;
        for (let t = 0.1; t < 0.95; t += 0.05) {
            const u = 1 - t;
            const cx = u * u * curve[0] + 2 * u * t * curve[2] + t * t * curve[4];
            const cy = u * u * curve[1] + 2 * u * t * curve[3] + t * t * curve[5];
            const far = Math.hypot(cx - px, cy - py);
            if (far < nearest) {
                nearest = far;
                best = synapse;
            }
        }
    }
    return best;
}

/** Places stay what they are as long as the set of neurons does: synapses that come and go move nothing. */
function layout() {
    const box = canvas.getBoundingClientRect();
    size = { width: box.width, height: box.height };
    const order = ordered();
    const areas = areaIndex();
    const radius = Math.max(20, Math.min(size.width, size.height) / 2 - 34);
    nodes = new Map(
        order.map((neuron, index) => {
            const angle = (index / order.length) * 2 * Math.PI - Math.PI / 2;
            return [
                neuron,
                {
                    neuron,
                    angle,
                    area: areas.get(neuron) ?? -1,
                    x: size.width / 2 + radius * Math.cos(angle),
                    y: size.height / 2 + radius * Math.sin(angle),
                },
            ];
        }),
    );
    perMicron = null;
    if (view === "groups") layoutGroups(order);
    if (view === "places") layoutPlaces(order);
}

/** @param {number[]} order */
function layoutPlaces(order) {
    const found = places(order, size.width, size.height);
    if (!found) return;
    perMicron = found.perMicron;
    for (const [neuron, [x, y]] of found.places) {
        const node = nodes.get(neuron);
        if (node) [node.x, node.y] = [x, y];
    }
}

/** d3's forces have no chance in them, so that the same connectome lies the same way. @param {number[]} order */
function layoutGroups(order) {
    const synapses = [...shown().values()];
    const label = groups(order, synapses);
    const points = order.map((neuron) => ({ neuron, group: label.get(neuron) }));
    const index = new Map(order.map((neuron, i) => [neuron, i]));
    const links = synapses
        .filter((synapse) => index.has(synapse.pre) && index.has(synapse.post))
        .map((synapse) => ({ source: index.get(synapse.pre), target: index.get(synapse.post) }));
    const simulation = d3
        .forceSimulation(points)
        .force("link", d3.forceLink(links).distance(30).strength(0.25))
        .force("charge", d3.forceManyBody().strength(-60).distanceMax(400))
        .force("x", d3.forceX().strength(0.06))
        .force("y", d3.forceY().strength(0.06))
        .stop();
    simulation.tick(Math.max(30, Math.min(300, Math.round(3e6 / (links.length + order.length * 12 + 1)))));
    const xs = d3.extent(points, (/** @type {any} */ p) => p.x);
    const ys = d3.extent(points, (/** @type {any} */ p) => p.y);
    const scale = Math.min((size.width - 80) / (xs[1] - xs[0] || 1), (size.height - 80) / (ys[1] - ys[0] || 1));
    for (const point of /** @type {any[]} */ (points)) {
        const node = nodes.get(point.neuron);
        if (!node) continue;
        node.x = size.width / 2 + (point.x - (xs[0] + xs[1]) / 2) * scale;
        node.y = size.height / 2 + (point.y - (ys[0] + ys[1]) / 2) * scale;
    }
}

/**
 * Start, bend and end of a synapse: x and y of each.
 * @param {number} pre
 * @param {number} post
 * @returns {number[]|null}
 */
function curveOf(pre, post) {
    const from = nodes.get(pre);
    const to = nodes.get(post);
    if (!from || !to) return null;
    if (view === "circle") {
        const pull = 0.25;
        const mx = (from.x + to.x) / 2;
        const my = (from.y + to.y) / 2;
        return [
            from.x,
            from.y,
            size.width / 2 + (mx - size.width / 2) * pull,
            size.height / 2 + (my - size.height / 2) * pull,
            to.x,
            to.y,
        ];
    }
    return [
        from.x,
        from.y,
        (from.x + to.x) / 2 + (to.y - from.y) * 0.14,
        (from.y + to.y) / 2 - (to.x - from.x) * 0.14,
        to.x,
        to.y,
    ];
}

/**
 * A place of the layout as it is zoomed now.
 *
 * @param {[number, number]} place
 * @returns {[number, number]}
 */
const onScreen = (place) => transform.apply(place);

/** Draws if there is something new; called for every frame of the screen. */
export function drawGraph() {
    const now = performance.now();
    if (changes.length && changes[0].until < now) {
        changes = changes.filter((change) => change.until >= now);
        dirty = true;
    }
    if (layer.step()) dirty = true;
    if (!dirty && !changes.length && !lasso.length) return;
    dirty = false;
    const { ctx, width, height } = sized(canvas);
    // New weights wait until the picture is done, or there would never be one of a large network.
    if (layerDirty && (moved || !layer.isBusy())) {
        layerDirty = false;
        moved = false;
        drawLayer(width, height);
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    if (layer.canvas.width > 0) ctx.drawImage(layer.canvas, 0, 0);
    const ratio = canvas.width / Math.max(1, width);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (view !== "matrix") {
        drawChanges(ctx, now);
        drawNodes(ctx, now);
        drawLasso(ctx);
        drawScale(ctx, width, height);
    }
    drawLabel(ctx);
}

/** @param {number} width @param {number} height */
function drawLayer(width, height) {
    const ctx = layer.blank(canvas, width);
    const synapses = shown();
    const colour = colouring(byId("colour").value, synapses.values(), areaIndex());
    if (view === "matrix") {
        drawMatrix(ctx, width, height, colour, byId("order").value, transform);
        layer.show();
        return;
    }
    const all = [...synapses.values()];
    layer.begin(all, colour, onScreenOf(), (over) => {
        if (store.selection.type !== "none") drawTips(over, all.filter(isSelected), colour);
    });
}

/** Places of synapses as they are zoomed now, also when the picture is finished later. */
function onScreenOf() {
    const { k, x, y } = transform;
    return (/** @type {number} */ pre, /** @type {number} */ post) => {
        const curve = curveOf(pre, post);
        return curve && curve.map((at, i) => at * k + (i % 2 ? y : x));
    };
}

/**
 * Which way a selected synapse leads: an arrow, or a bar if it is inhibitory.
 * @param {CanvasRenderingContext2D} ctx @param {import("./store.js").Synapse[]} synapses
 * @param {(synapse: import("./store.js").Synapse) => string} colour
 */
function drawTips(ctx, synapses, colour) {
    for (const synapse of synapses) {
        const curve = curveOf(synapse.pre, synapse.post);
        if (!curve) continue;
        const [cx, cy] = transform.apply([curve[2], curve[3]]);
        const [x, y] = transform.apply([curve[4], curve[5]]);
        ctx.save();
        ctx.translate(x, y);
        ctx.rotate(Math.atan2(y - cy, x - cx));
        ctx.fillStyle = colour(synapse);
        ctx.beginPath();
        if (inhibitory(synapse)) {
            ctx.rect(-11, -5, 3, 10);
        } else {
            ctx.moveTo(-7, 0);
            ctx.lineTo(-16, -4.5);
            ctx.lineTo(-16, 4.5);
        }
        ctx.fill();
        ctx.restore();
    }
}

/** Synapses that just formed, fell silent or went. @param {CanvasRenderingContext2D} ctx @param {number} now */
function drawChanges(ctx, now) {
    for (const change of changes) {
        const curve = curveOf(change.pre, change.post);
        if (!curve) continue;
        const left = Math.max(0, (change.until - now) / CHANGE_MILLIS);
        const gone = change.kind === "PRUNED";
        ctx.strokeStyle = gone ? palette.pruned : change.kind === "MASKED" ? palette.dormant : palette.formed;
        ctx.globalAlpha = left;
        ctx.lineWidth = gone ? 1 + 3 * left : 1 + 5 * left;
        ctx.setLineDash(gone ? [4, 4 + 10 * (1 - left)] : []);
        ctx.beginPath();
        ctx.moveTo(...onScreen([curve[0], curve[1]]));
        ctx.quadraticCurveTo(...onScreen([curve[2], curve[3]]), ...onScreen([curve[4], curve[5]]));
        ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {number} now */
function drawNodes(ctx, now) {
    const radius = nodes.size > 400 ? 2.2 : nodes.size > 120 ? 3.5 : 5;
    const room = (Math.min(size.width, size.height) * 3 * transform.k) / Math.max(1, nodes.size);
    const every = Math.max(1, Math.ceil(20 / room));
    let place = 0;
    ctx.font = "10px system-ui, sans-serif";
    for (const node of nodes.values()) {
        const [x, y] = transform.apply([node.x, node.y]);
        const when = fired.get(node.neuron);
        const glow = when == null ? 0 : Math.max(0, 1 - Math.abs(now - when) / FLASH_MILLIS);
        if (when != null && now - when < FLASH_MILLIS) dirty = true;
        const base = node.area < 0 ? palette.soft : areaColour(node.area);
        if (glow > 0) {
            ctx.globalAlpha = glow * 0.35;
            ctx.fillStyle = base;
            ctx.beginPath();
            ctx.arc(x, y, radius + 5 * glow, 0, 7);
            ctx.fill();
            ctx.globalAlpha = 1;
        }
        ctx.beginPath();
        ctx.arc(x, y, radius, 0, 7);
        ctx.fillStyle = glow > 0.3 ? palette.ink : base;
        ctx.fill();
        if (store.lasso.has(node.neuron) || isChosen(node.neuron)) {
            ctx.strokeStyle = palette.accent;
            ctx.lineWidth = 2;
            ctx.beginPath();
            ctx.arc(x, y, radius + 4, 0, 7);
            ctx.stroke();
        }
        if (place++ % every === 0 || isChosen(node.neuron)) label(ctx, node, x, y, radius);
    }
}

/** @param {number} neuron */
function isChosen(neuron) {
    const chosen = store.selection;
    return chosen.neuron === neuron || chosen.pre === neuron || chosen.post === neuron;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Node} node
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function label(ctx, node, x, y, radius) {
    ctx.fillStyle = isChosen(node.neuron) ? palette.ink : palette.soft;
    const away = radius + 9;
    const circle = view === "circle";
    const dx = circle ? Math.cos(node.angle) * away : 0;
    const dy = circle ? Math.sin(node.angle) * away : -away;
    ctx.textAlign = !circle || Math.abs(dx) < 4 ? "center" : dx > 0 ? "left" : "right";
    ctx.fillText(String(node.neuron), x + dx - Math.sign(dx) * 3, y + dy + 3.5);
}

/** @param {CanvasRenderingContext2D} ctx */
function drawLasso(ctx) {
    if (lasso.length < 2) return;
    ctx.strokeStyle = palette.accent;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    lasso.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.stroke();
    ctx.setLineDash([]);
}

/**
 * A bar of a round length in the lower right corner, where places have a scale; the legend is on the left.
 * @param {CanvasRenderingContext2D} ctx @param {number} width @param {number} height
 */
function drawScale(ctx, width, height) {
    if (perMicron == null) return;
    const length = scaleBar(perMicron * transform.k, 120);
    const wide = length * perMicron * transform.k;
    ctx.strokeStyle = palette.soft;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(width - 16, height - 12);
    ctx.lineTo(width - 16 - wide, height - 12);
    ctx.stroke();
    ctx.font = "11px system-ui, sans-serif";
    ctx.fillStyle = palette.soft;
    ctx.textAlign = "right";
    ctx.fillText(length >= 1000 ? length / 1000 + " mm" : length + " µm", width - 16, height - 18);
}

/** @param {CanvasRenderingContext2D} ctx */
function drawLabel(ctx) {
    if (!under) return;
    ctx.font = "12px system-ui, sans-serif";
    const wide = ctx.measureText(under).width + 16;
    ctx.fillStyle = palette.ink;
    ctx.beginPath();
    ctx.roundRect(16, 8, wide, 24, 5);
    ctx.fill();
    ctx.fillStyle = palette.card;
    ctx.textAlign = "left";
    ctx.fillText(under, 24, 24);
}

/** A line as it is drawn in the graph. @param {string} colour @param {string} dash @param {number} wide */
function swatch(colour, dash, wide) {
    const canvas = /** @type {HTMLCanvasElement} */ (
        el("canvas", { class: "swatch", width: 44, height: 16, "aria-hidden": "true" })
    );
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    ctx.strokeStyle = colour;
    ctx.lineWidth = wide * 2;
    ctx.setLineDash(dash ? dash.split(" ").map((part) => Number(part) * 2) : []);
    ctx.beginPath();
    ctx.moveTo(0, 8);
    ctx.lineTo(44, 8);
    ctx.stroke();
    return canvas;
}

function legend() {
    const by = byId("colour").value;
    /** @type {[string, string, number, string][]} */
    let lines = [
        [palette.excite, "", 2, "excitatory"],
        [palette.inhibit, "7 3", 2, "inhibitory"],
        [palette.dormant, "2 3", 1, "dormant"],
    ];
    if (by === "weight")
        lines = [
            [ramp(0), "", 2, "light"],
            [ramp(0.99), "", 2, "heavy"],
        ];
    if (by === "age")
        lines = [
            [ramp(0), "", 2, "old"],
            [ramp(0.99), "", 2, "young"],
        ].map((line) => /** @type {any} */ (line));
    if (by === "age") lines.reverse();
    if (by === "area") {
        lines = store.areas.slice(0, 6).map((area, index) => [areaColour(index), "", 3, area.area]);
        lines.push([areaColour(-1), "", 1, store.areas.length ? "no area, or dormant" : "no areas yet: see Control"]);
    }
    const now = [...shown().values()];
    if (now.length > MOST_DRAWN && view !== "matrix") {
        lines.push(["transparent", "", 1, "the " + short(MOST_DRAWN) + " heaviest of " + short(now.length)]);
    }
    const state = JSON.stringify([by, lines, now.length, view, store.at]);
    if (state === drawnLegend) return;
    drawnLegend = state;
    byId("legend").replaceChildren(
        ...lines.map(([colour, dash, wide, text]) => el("li", {}, swatch(colour, dash, wide), text)),
    );
    const hint = byId("graph-hint");
    hint.hidden = now.length > 0;
    setText(
        hint,
        store.at != null
            ? "No synapse at this time"
            : !store.loaded
              ? "Loading the connectome"
              : "No synapse yet. Evidence is judged every five minutes of the network's time.",
    );
    canvas.setAttribute(
        "aria-label",
        "The network: " +
            nodes.size +
            " neurons, " +
            now.length +
            " synapses. " +
            "Arrow keys go from neuron to neuron.",
    );
    byId("as-of").hidden = store.at == null;
    setText(byId("as-of"), store.at == null ? "" : "as of " + time(store.at));
}
let drawnLegend = "";
