/** Starts the page. */
import { drawControl, startControl } from "./control.js";
import { byId, el } from "./dom.js";
import { drawEvents, startEvents } from "./events.js";
import { drawGraph, startGraph } from "./graph/graph.js";
import { startHealth } from "./health.js";
import { drawLife, startLife } from "./life/life.js";
import { readPalette } from "./palette.js";
import { drawRaster, startRaster } from "./raster.js";
import { here, startRoute } from "./route.js";
import { startSelection } from "./selection/selection.js";
import { follow, keepSynapses, server } from "./server.js";
import { forget, on, select, store, tell } from "./store.js";
import { startTabs } from "./tabs.js";

const NETWORKS_MILLIS = 3000;

function startTheme() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
        document.documentElement.dataset.theme =
            localStorage.getItem("hebb-theme") ?? (dark.matches ? "dark" : "light");
        readPalette();
        tell("theme");
    };
    dark.addEventListener("change", apply);
    byId("theme").addEventListener("click", () => {
        localStorage.setItem("hebb-theme", document.documentElement.dataset.theme === "dark" ? "light" : "dark");
        apply();
    });
    apply();
}

/** @param {string} network */
function show(network) {
    if (network === store.network) return;
    store.network = network;
    store.lasso = new Set();
    store.stream = { state: "CONNECTING", message: "", read: 0 };
    forget();
    document.title = network ? network + " – Hebb" : "Hebb";
    byId("network").value = network;
    follow();
    tell("stream");
}

/** Looks which networks there are; without one the page says how to get one. */
async function keepNetworks() {
    try {
        if (!document.hidden) fill((await server.networks()).map((/** @type {any} */ each) => each.network));
    } catch (error) {
        if (!store.network) {
            store.stream = {
                state: /** @type {any} */ (error).status === 503 ? "CONNECTING" : "AWAY",
                message: "",
                read: 0,
            };
            tell("stream");
        }
    }
    setTimeout(keepNetworks, NETWORKS_MILLIS);
}

/** @param {string[]} networks */
function fill(networks) {
    const picker = byId("network");
    const wanted = here().network;
    // A network that was asked for by its address is shown before its first window is closed, too.
    const all = wanted && !networks.includes(wanted) ? [...networks, wanted] : networks;
    if ([...picker.options].map((option) => option.value).join("\n") !== all.join("\n")) {
        picker.replaceChildren(...all.map((network) => el("option", { value: network }, network)));
        picker.value = store.network;
    }
    byId("empty").hidden = all.length > 0;
    byId("grid").hidden = all.length === 0;
    if (!store.network && all.length) {
        const { selection } = here();
        show(wanted || all[0]);
        select(selection);
    }
    if (!all.length) {
        byId("state").dataset.state = "idle";
        byId("state").textContent = "Waiting for spikes";
    }
}

function startBar() {
    const picker = byId("network");
    picker.addEventListener("change", () => {
        show(picker.value);
        select({ type: "none" });
    });
    byId("pause").addEventListener("click", () => {
        store.paused = !store.paused;
        byId("pause").setAttribute("aria-pressed", String(store.paused));
        byId("pause").textContent = store.paused ? "Go on" : "Pause";
        tell("stream");
    });
}

function draw() {
    drawRaster();
    drawGraph();
    drawLife();
    drawEvents();
    drawControl();
    requestAnimationFrame(draw);
}

startTheme();
startTabs();
startBar();
startEvents();
startSelection();
startControl();
startHealth();
startGraph();
startRaster();
startLife();
startRoute(show);
on("selection", () => {
    store.lasso = store.selection.type === "none" ? new Set() : store.lasso;
});
requestAnimationFrame(draw);
keepNetworks();
keepSynapses();
