/** Where the neurons and the synapses of the graph lie. */
import { places } from "../names.js";
import { areaIndex, ordered, shown } from "../store.js";
import { d3 } from "./d3.js";
import { graph } from "./state.js";

/** Places stay what they are as long as the set of neurons does: synapses that come and go move nothing. */
export function layout() {
    const { width, height } = graph.canvas.getBoundingClientRect();
    graph.size = { width, height };
    const order = ordered();
    const areas = areaIndex();
    const radius = Math.max(20, Math.min(width, height) / 2 - 34);
    graph.nodes = new Map(
        order.map((neuron, index) => {
            const angle = (index / order.length) * 2 * Math.PI - Math.PI / 2;
            return [
                neuron,
                {
                    neuron,
                    angle,
                    area: areas.get(neuron) ?? -1,
                    x: width / 2 + radius * Math.cos(angle),
                    y: height / 2 + radius * Math.sin(angle),
                },
            ];
        }),
    );
    graph.perMicron = null;
    if (graph.view === "groups") layoutGroups(order);
    if (graph.view === "places") layoutPlaces(order);
}

/** @param {number[]} order */
function layoutPlaces(order) {
    const found = places(order, graph.size.width, graph.size.height);
    if (!found) return;
    graph.perMicron = found.perMicron;
    for (const [neuron, [x, y]] of found.places) {
        const node = graph.nodes.get(neuron);
        if (node) [node.x, node.y] = [x, y];
    }
}

/** d3's forces have no chance in them, so that the same connectome lies the same way. @param {number[]} order */
function layoutGroups(order) {
    const synapses = [...shown().values()];
    const points = order.map((neuron) => ({ neuron }));
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
    const { width, height } = graph.size;
    const scale = Math.min((width - 80) / (xs[1] - xs[0] || 1), (height - 80) / (ys[1] - ys[0] || 1));
    for (const point of /** @type {any[]} */ (points)) {
        const node = graph.nodes.get(point.neuron);
        if (!node) continue;
        node.x = width / 2 + (point.x - (xs[0] + xs[1]) / 2) * scale;
        node.y = height / 2 + (point.y - (ys[0] + ys[1]) / 2) * scale;
    }
}

/**
 * Start, bend and end of a synapse: x and y of each.
 * @param {number} pre
 * @param {number} post
 * @returns {number[]|null}
 */
export function curveOf(pre, post) {
    const from = graph.nodes.get(pre);
    const to = graph.nodes.get(post);
    if (!from || !to) return null;
    if (graph.view === "circle") {
        const pull = 0.25;
        const { width, height } = graph.size;
        const mx = (from.x + to.x) / 2;
        const my = (from.y + to.y) / 2;
        return [from.x, from.y, width / 2 + (mx - width / 2) * pull, height / 2 + (my - height / 2) * pull, to.x, to.y];
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
