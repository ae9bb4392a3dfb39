/**
 * Colours, read from the style sheet, so that light and dark have one source. Colour-blind readers can tell blue
 * from orange, too.
 */

/** @type {Record<string, string>} */
export const palette = {};

const NAMES = [
    "ground",
    "card",
    "ink",
    "soft",
    "line",
    "fill",
    "accent",
    "excite",
    "inhibit",
    "dormant",
    "formed",
    "pruned",
    "stress",
    "spike",
];

/** Areas: apart from each other for colour-blind eyes, and apart from the blue and orange of synapses. */
const AREAS = ["#2a9d6f", "#b0528f", "#a07c00", "#3a9fc0", "#8360c3", "#7a8b2d", "#c25b6a", "#4d7f8c"];

export function readPalette() {
    const style = getComputedStyle(document.documentElement);
    for (const name of NAMES) palette[name] = style.getPropertyValue("--" + name).trim();
}

/** @param {number} index of the area; −1 for none */
export const areaColour = (index) => (index < 0 ? palette.dormant : AREAS[index % AREAS.length]);

/** A stage's tint by its place in the network's life. @param {number} index */
export const stageTint = (index) => ["#4477aa", "#ccbb44", "#228833", "#aa3377"][index % 4];

/** Cividis in five steps: for weight and age, even in luminance for all eyes. @param {number} part from 0 to 1 */
export function ramp(part) {
    const dark = document.documentElement.dataset.theme === "dark";
    const steps = dark
        ? ["#3a4a6b", "#5d6a7f", "#8a8878", "#c2a95a", "#ffe24a"]
        : ["#d9c24a", "#a79a6c", "#777a76", "#44546f", "#08264f"];
    return steps[Math.max(0, Math.min(4, Math.floor(part * 5)))];
}
