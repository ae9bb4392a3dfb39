/** uPlot in the page's own look. */
import uPlot from "/page/lib/uplot.js";
import { short, time } from "./format.js";
import { palette } from "./palette.js";

const FONT = "11px system-ui, sans-serif";

/** @param {Record<string, any>} more */
export function axis(more = {}) {
    return {
        stroke: () => palette.soft,
        font: FONT,
        size: 26,
        gap: 4,
        grid: { stroke: () => palette.line, width: 1 },
        ticks: { show: false },
        border: { show: false },
        ...more,
    };
}

export const countAxis = (/** @type {any} */ more = {}) =>
    axis({
        size: 44,
        values: (/** @type {any} */ _, /** @type {number[]} */ ticks) => ticks.map((tick) => short(Math.abs(tick))),
        ...more,
    });

/**
 * The range of an axis that begins at 0.
 * @param {(high: number) => number} top of the largest value
 */
export const upTo = (top) => (/** @type {any} */ _, /** @type {number} */ __, /** @type {number} */ high) => [
    0,
    top(high),
];

/** Steps of a time axis that people count in, in microseconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400, 172800, 604800].map(
    (s) => s * 1e6,
);

export const timeAxis = (/** @type {any} */ more = {}) =>
    axis({
        space: 70,
        incrs: STEPS,
        values: (/** @type {any} */ _, /** @type {number[]} */ ticks) =>
            ticks.map((tick) => time(tick).replace(/:00$/, "")),
        ...more,
    });

/** @param {any} options @param {any} data @param {HTMLElement} into @returns {any} */
export function plot(options, data, into) {
    return new uPlot(
        {
            width: Math.max(80, into.clientWidth),
            height: Math.max(60, into.clientHeight),
            legend: { show: false },
            padding: [8, 12, 0, 0],
            ...options,
        },
        data,
        into,
    );
}

export const bars = (/** @type {any} */ options = { size: [0.9, 40], align: 0 }) =>
    /** @type {any} */ (uPlot).paths.bars(options);
