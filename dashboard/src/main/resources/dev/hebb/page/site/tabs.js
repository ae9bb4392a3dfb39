/** The tabs of details: arrow keys go from one to the next. */
import { byId } from "./dom.js";

const TABS = ["events", "selection", "control", "health"];

/** @param {string} name */
export function showTab(name) {
    for (const tab of TABS) {
        const chosen = tab === name;
        byId(tab).hidden = !chosen;
        byId("tab-" + tab).setAttribute("aria-selected", String(chosen));
        byId("tab-" + tab).tabIndex = chosen ? 0 : -1;
    }
}

export function startTabs() {
    TABS.forEach((name, index) => {
        const tab = byId("tab-" + name);
        tab.addEventListener("click", () => showTab(name));
        tab.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (!step) return;
            const next = TABS[(index + step + TABS.length) % TABS.length];
            showTab(next);
            byId("tab-" + next).focus();
        });
    });
}
