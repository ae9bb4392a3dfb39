/** The address of what is shown: #network, #network/neuron/17, #network/pair/3/17. */
import { on, select, store } from "./store.js";

/** @param {import("./store.js").Selection} selection @param {string} [network] */
export function hrefOf(selection, network = store.network) {
    const base = "#" + encodeURIComponent(network);
    if (selection.type === "neuron") return base + "/neuron/" + selection.neuron;
    return selection.type === "pair" ? base + "/pair/" + selection.pre + "/" + selection.post : base;
}

/** @returns {{network: string, selection: import("./store.js").Selection}} */
export function here() {
    const [network, type, one, other] = location.hash.slice(1).split("/");
    const neuron = /^\d+$/;
    /** @type {import("./store.js").Selection} */
    let selection = { type: "none" };
    if (type === "neuron" && neuron.test(one ?? "")) selection = { type, neuron: Number(one) };
    if (type === "pair" && neuron.test(one ?? "") && neuron.test(other ?? ""))
        selection = { type, pre: Number(one), post: Number(other) };
    return { network: decoded(network ?? ""), selection };
}

/** @param {string} text */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** @param {(network: string) => void} show called when the address names another network */
export function startRoute(show) {
    on("selection", () => {
        const wanted = hrefOf(store.selection);
        if (location.hash !== wanted && store.network) history.replaceState(null, "", wanted);
    });
    window.addEventListener("hashchange", () => {
        const { network, selection } = here();
        if (network && network !== store.network) show(network);
        select(selection);
    });
}
