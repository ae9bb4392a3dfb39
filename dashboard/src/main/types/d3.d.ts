/** The bundle puts its functions on `globalThis.d3`. */
export {};
