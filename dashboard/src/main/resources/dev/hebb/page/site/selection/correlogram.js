/** The cross-correlogram of a pair, cumulative or of one window. */
import { axis, bars, countAxis, plot, upTo } from "../charts.js";
import { el } from "../dom.js";
import { time } from "../format.js";
import { palette } from "../palette.js";

/** The window that was picked stays when the pair is asked for again. */
let windowShown = "all";

/** Shows the cumulative correlogram of the next pair. */
export function showCumulative() {
    windowShown = "all";
}

/** @param {any} answer @param {() => void} redraw */
export function windowPicker(answer, redraw) {
    const pick = el(
        "select",
        { "aria-label": "Which time" },
        el("option", { value: "all" }, "cumulative"),
        ...[...answer.windows]
            .reverse()
            .map((/** @type {any} */ one) =>
                el("option", { value: String(one.window) }, "window at " + time(one.window * answer.windowMicros)),
            ),
    );
    pick.value = windowShown;
    if (!pick.value) pick.value = "all";
    pick.addEventListener("change", () => {
        windowShown = pick.value;
        redraw();
    });
    return pick;
}

/** @param {HTMLElement} place @param {any} answer */
export function drawCorrelogram(place, answer) {
    const bin = answer.lagBinMicros / 1000;
    const { evidence } = answer;
    const one = answer.windows.find((/** @type {any} */ each) => String(each.window) === windowShown);
    place.replaceChildren();
    if (!one && !evidence) return;
    const before = one ? [] : [...evidence.antiCausal].reverse();
    const counts = before.concat(one ? one.counts : evidence.causal);
    const lags = counts.map((/** @type {number} */ _, /** @type {number} */ i) => (i - before.length) * bin);
    const chance = one ? null : level(evidence, bin, counts, before.length);
    const inPeak = (/** @type {number} */ i) =>
        !one &&
        evidence.significant &&
        lags[i] >= evidence.lagMicros / 1000 - 1e-9 &&
        lags[i] < (evidence.lagMicros + evidence.widthMicros) / 1000 - 1e-9;
    plot(
        options(place.clientWidth, answer),
        [
            lags,
            counts.map((/** @type {number} */ n, /** @type {number} */ i) => (inPeak(i) ? null : n)),
            counts.map((/** @type {number} */ n, /** @type {number} */ i) => (inPeak(i) ? n : null)),
            counts.map(() => chance),
        ],
        place,
    );
}

/** @param {number} width @param {any} answer */
function options(width, answer) {
    const { evidence } = answer;
    const colour = () => (evidence && evidence.excess < 0 ? palette.inhibit : palette.excite);
    return {
        width,
        height: 170,
        scales: { x: { time: false }, y: { range: upTo((high) => Math.max(4, high * 1.1)) } },
        axes: [
            axis({
                size: 34,
                label: "lag in ms, " + answer.pre + " before " + answer.post + " on the right",
                labelSize: 16,
                labelFont: "11px system-ui, sans-serif",
            }),
            countAxis(),
        ],
        cursor: { y: false },
        series: [
            {},
            columns(() => palette.dormant),
            columns(colour),
            { stroke: () => palette.ink, width: 1.5, dash: [5, 4], points: { show: false } },
        ],
    };
}

/** @param {() => string} colour */
function columns(colour) {
    return {
        fill: colour,
        stroke: colour,
        width: 0,
        paths: bars({ size: [0.9, 30], align: 1 }),
        points: { show: false },
    };
}

/**
 * What chance alone would count in a bin: where there is a peak, what is left of it without the excess.
 * @param {any} evidence @param {number} bin in ms @param {number[]} counts @param {number} zero place of lag 0
 */
function level(evidence, bin, counts, zero) {
    if (evidence.significant && evidence.widthMicros > 0) {
        const first = zero + Math.round(evidence.lagMicros / 1000 / bin);
        const wide = Math.max(1, Math.round(evidence.widthMicros / 1000 / bin));
        const inside = counts.slice(first, first + wide).reduce((one, other) => one + other, 0);
        return Math.max(0, (inside - evidence.excess) / wide);
    }
    return counts.reduce((one, other) => one + other, 0) / Math.max(1, counts.length);
}
