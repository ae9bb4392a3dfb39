/** Numbers and times as text. */

/** Event time as h:mm:ss, a date where it counts from 1970. @param {number} micros */
export function time(micros) {
    if (Math.abs(micros) > 3e14) {
        return new Date(micros / 1000).toISOString().slice(5, 19).replace("T", " ");
    }
    const sign = micros < 0 ? "−" : "";
    const seconds = Math.floor(Math.abs(micros) / 1e6);
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    return sign + Math.floor(seconds / 3600) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
}

/** A duration in its largest fitting unit. @param {number} micros */
export function duration(micros) {
    const seconds = micros / 1e6;
    if (seconds < 1) return Math.round(seconds * 1000) + " ms";
    if (seconds < 120) return short(seconds) + " s";
    if (seconds < 7200) return short(seconds / 60) + " min";
    return seconds < 172800 ? short(seconds / 3600) + " h" : short(seconds / 86400) + " d";
}

/** @param {number} value */
export function short(value) {
    const size = Math.abs(value);
    if (size >= 1e9) return (value / 1e9).toFixed(1) + " G";
    if (size >= 1e6) return (value / 1e6).toFixed(1) + " M";
    if (size >= 1e4) return (value / 1e3).toFixed(1) + " k";
    return size >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1);
}

/** @param {number} micros */
export const lag = (micros) => (micros / 1000).toFixed(1) + " ms";

/** @param {number} weight */
export const weight = (weight) => weight.toFixed(3);

/** @type {Record<string, [string, string]>} glyph and word by kind of event: told apart without colour too */
export const KINDS = {
    FORMED: ["+", "formed"],
    MASKED: ["○", "dormant"],
    UNMASKED: ["●", "unmasked"],
    PRUNED: ["×", "pruned"],
    NEURON_PRUNED: ["×", "pruned"],
    NEURON_BORN: ["·", "first spike"],
    COMMAND_APPLIED: ["▸", "command"],
    COMMAND_REFUSED: ["▹", "refused"],
    STAGE_CHANGED: ["◆", "stage"],
};
