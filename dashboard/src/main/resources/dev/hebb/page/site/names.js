/** Names and positions of neurons, as the recording gave them. */
import { store } from "./store.js";

/**
 * @typedef {{neuron: number, name: string|null, numbered: boolean, electrode: string|null, x: number|null,
 *   y: number|null, z: number|null}} Named
 */

const MARGIN = 44;
/** A probe is long and narrow: one axis may be stretched this many times more than the other. */
const MOST_STRETCH = 8;
/** Neurons of one electrode lie around it, so far away in pixels. */
const APART = 8;

/** A neuron as people call it. @param {number} neuron */
export function nameOf(neuron) {
    const name = store.named.get(neuron)?.name;
    return "neuron " + neuron + (name && name !== String(neuron) ? ", " + name : "");
}

/** What is known of a neuron besides its number. @param {number} neuron @returns {string[]} */
export function facts(neuron) {
    const known = store.named.get(neuron);
    if (!known) return [];
    const round = (/** @type {number|null} */ value) => (value == null ? "–" : String(Math.round(value * 10) / 10));
    const place = [known.x, known.y, ...(known.z == null ? [] : [known.z])];
    return [
        known.name && known.name !== String(neuron) ? known.name : "",
        known.electrode ? "electrode " + known.electrode : "",
        place.some((value) => value != null) ? "at " + place.map(round).join(", ") + " µm" : "",
    ].filter(Boolean);
}

/** Whether every one of these neurons has a position in the plane. @param {Iterable<number>} neurons */
export function haveAllPlaces(neurons) {
    let some = false;
    for (const neuron of neurons) {
        const known = store.named.get(neuron);
        if (known?.x == null || known.y == null) return false;
        some = true;
    }
    return some;
}

/**
 * Where to draw neurons by their positions: y points up. Null unless all have one.
 *
 * @param {number[]} neurons @param {number} width of the figure @param {number} height of the figure
 * @returns {{places: Map<number, [number, number]>, perMicron: number|null}|null} with the pixels of a micrometre, if
 *   they are the same along both axes
 */
export function places(neurons, width, height) {
    if (!haveAllPlaces(neurons)) return null;
    const at = neurons.map((neuron) => {
        const known = store.named.get(neuron);
        return [Number(known?.x), Number(known?.y)];
    });
    const [left, right] = extent(at.map(([x]) => x));
    const [low, high] = extent(at.map(([, y]) => y));
    const wide = Math.max(20, width - 2 * MARGIN) / (right - left || 1e-9);
    const tall = Math.max(20, height - 2 * MARGIN) / (high - low || 1e-9);
    const fit = Math.min(wide, tall);
    const narrow = Math.max(wide, tall) > MOST_STRETCH * fit;
    const [sx, sy] = narrow ? [Math.min(wide, MOST_STRETCH * fit), Math.min(tall, MOST_STRETCH * fit)] : [fit, fit];
    const crowd = crowds(neurons, at);
    return {
        places: new Map(
            neurons.map((neuron, i) => {
                const [dx, dy] = crowd.get(neuron) ?? [0, 0];
                return [
                    neuron,
                    [
                        width / 2 + (at[i][0] - (left + right) / 2) * sx + dx,
                        height / 2 - (at[i][1] - (low + high) / 2) * sy + dy,
                    ],
                ];
            }),
        ),
        perMicron: narrow || (left === right && low === high) ? null : fit,
    };
}

/**
 * How far neurons of one position are moved, so that each can be seen.
 * @param {number[]} neurons @param {number[][]} at
 */
function crowds(neurons, at) {
    /** @type {Map<string, number[]>} */
    const together = new Map();
    neurons.forEach((neuron, i) => {
        const place = at[i].join(" ");
        together.set(place, [...(together.get(place) ?? []), neuron]);
    });
    /** @type {Map<number, [number, number]>} */
    const moved = new Map();
    for (const crowd of together.values()) {
        if (crowd.length === 1) continue;
        const radius = Math.max(APART, (crowd.length * APART) / Math.PI);
        crowd.forEach((neuron, i) => {
            const angle = (i / crowd.length) * 2 * Math.PI - Math.PI / 2;
            moved.set(neuron, [radius * Math.cos(angle), radius * Math.sin(angle)]);
        });
    }
    return moved;
}

/** @param {number[]} values @returns {[number, number]} */
function extent(values) {
    return values.reduce(
        ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
        [Infinity, -Infinity],
    );
}

/**
 * A round length, in micrometres, that is at most this many pixels long.
 * @param {number} perMicron @param {number} most
 */
export function scaleBar(perMicron, most) {
    const ten = Math.pow(10, Math.floor(Math.log10(most / perMicron)));
    return [5, 2, 1].map((digit) => digit * ten).find((length) => length * perMicron <= most) ?? ten;
}
