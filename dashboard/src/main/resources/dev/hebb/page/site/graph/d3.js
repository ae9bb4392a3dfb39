/** d3, which its bundle puts on `globalThis`. */
import "/page/lib/d3.js";

export const d3 = /** @type {any} */ (globalThis).d3;
