/** The weight of a synapse over time. */
import { axis, plot, timeAxis, upTo } from "../charts.js";
import { el } from "../dom.js";
import { palette } from "../palette.js";
import { store } from "../store.js";

/** @param {HTMLElement} place @param {string} id @param {import("../store.js").PageEvent[]} own @param {any} synapse */
export function drawWeights(place, id, own, synapse) {
    const points = pointsOf(id, own, synapse);
    if (points.length < 2) {
        place.replaceWith(
            el(
                "p",
                { class: "muted" },
                "Weights come from the pair's events and from what this page has seen since it was chosen; " +
                    (points.length ? "that is one point so far." : "there is none yet."),
            ),
        );
        return;
    }
    plot(
        {
            width: place.clientWidth,
            height: 130,
            scales: { x: { time: false }, y: { range: upTo((high) => high * 1.15 || 0.01) } },
            axes: [timeAxis(), axis({ size: 44 })],
            cursor: { y: false },
            series: [
                {},
                { stroke: () => palette.excite, width: 2, points: { show: true, size: 5, fill: () => palette.excite } },
            ],
        },
        [points.map((point) => point[0]), points.map((point) => point[1])],
        place,
    );
}

/** @param {string} id @param {import("../store.js").PageEvent[]} own @param {any} synapse */
function pointsOf(id, own, synapse) {
    /** @type {Map<number, number>} */
    const points = new Map(own.map((event) => [event.atMicros, event.weight]));
    for (const [at, value] of store.weights.get(id) ?? []) points.set(at, value);
    const now = store.life.length ? store.life[store.life.length - 1].endMicros : 0;
    if (synapse) points.set(now, synapse.weight);
    return [...points].sort((one, other) => one[0] - other[0]);
}
