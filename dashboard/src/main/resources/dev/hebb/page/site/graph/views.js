/** The views of the graph, and the buttons that choose one. */
import { byId } from "../dom.js";
import { haveAllPlaces } from "../names.js";
import { store } from "../store.js";
import { layout } from "./layout.js";
import { zoomOut } from "./pointer.js";
import { graph } from "./state.js";

/** Whether a person has chosen the view; else positions are shown where all neurons have one. */
let chosenView = false;

/** @param {() => void} redraw called after another view was chosen */
export function startViews(redraw) {
    document.querySelectorAll("[data-view]").forEach((button) =>
        button.addEventListener("click", () => {
            chosenView = true;
            setView(/** @type {HTMLElement} */ (button).dataset.view ?? "circle");
            zoomOut();
            layout();
            redraw();
        }),
    );
}

/** @param {string} wanted */
function setView(wanted) {
    graph.view = wanted;
    document
        .querySelectorAll("[data-view]")
        .forEach((button) =>
            button.setAttribute(
                "aria-pressed",
                String(/** @type {HTMLElement} */ (button).dataset.view === graph.view),
            ),
        );
    byId("order-label").hidden = graph.view !== "matrix";
    byId("lasso").hidden = graph.view === "matrix";
}

/** Positions can be chosen while all neurons have one, and are shown unless a person wants another view. */
export function offerPlaces() {
    const possible = haveAllPlaces(store.neurons);
    const button = /** @type {HTMLElement} */ (document.querySelector('[data-view="places"]'));
    button.hidden = !possible;
    if (possible && !chosenView && graph.view === "circle") setView("places");
    if (!possible && graph.view === "places") {
        chosenView = false;
        setView("circle");
    }
}
