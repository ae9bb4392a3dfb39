/** The list of events, newest first. */
import { byId, el } from "./dom.js";
import { KINDS, time, weight } from "./format.js";
import { hrefOf } from "./route.js";
import { on, store } from "./store.js";

const SHOWN = 250;

/** @type {[string, string, string[]][]} */
const FILTERS = [
    ["pruned", "Pruned", ["PRUNED", "NEURON_PRUNED"]],
    ["formed", "Formed", ["FORMED"]],
    ["dormant", "Dormant", ["MASKED", "UNMASKED"]],
    ["commands", "Commands", ["COMMAND_APPLIED", "COMMAND_REFUSED", "STAGE_CHANGED", "NEURON_BORN"]],
];
const on_ = new Set(FILTERS.map(([name]) => name));
let neuron = "";
let reason = "";
/** @type {HTMLElement} */ let list;
/** @type {HTMLSelectElement} */ let reasons;
let wanted = true;
let drawn = 0;
let freshSeq = 0;

export function startEvents() {
    list = el("ul", { class: "event-list", "aria-label": "Events, newest first", tabindex: "0" });
    reasons = el("select", {
        "aria-label": "Reason",
        onchange: () => {
            reason = reasons.value;
            draw();
        },
    });
    const input = el("input", {
        type: "text",
        inputmode: "numeric",
        placeholder: "neuron",
        "aria-label": "Only events of this neuron",
        oninput: () => {
            neuron = input.value.trim();
            draw();
        },
    });
    byId("events").append(
        el(
            "div",
            { class: "filters" },
            ...FILTERS.map(([name, title]) => {
                const button = el(
                    "button",
                    {
                        type: "button",
                        "aria-pressed": "true",
                        onclick: () => {
                            if (!on_.delete(name)) on_.add(name);
                            button.setAttribute("aria-pressed", String(on_.has(name)));
                            draw();
                        },
                    },
                    title,
                );
                return button;
            }),
            reasons,
            input,
        ),
        list,
    );
    on("events", ({ events, first }) => {
        if (first) freshSeq = Math.max(freshSeq, ...events.map((/** @type {any} */ e) => e.seq));
        wanted = true;
    });
    on("reset", () => {
        freshSeq = 0;
        wanted = true;
    });
    on("stream", () => {
        if (!store.events.length) wanted = true;
    });
}

/** Draws a few times a second at most, and not while the list is read further down. */
export function drawEvents() {
    if (!wanted || store.paused || performance.now() - drawn < 300 || list.scrollTop > 40) return;
    draw();
}

function draw() {
    wanted = false;
    drawn = performance.now();
    fillReasons();
    const kinds = new Set(FILTERS.filter(([name]) => on_.has(name)).flatMap(([, , kinds]) => kinds));
    const events = store.events
        .filter(
            (event) =>
                kinds.has(event.kind) &&
                (!reason || event.reason === reason) &&
                (!neuron || String(event.pre) === neuron || String(event.post) === neuron),
        )
        .slice(0, SHOWN);
    const fresh = freshSeq;
    freshSeq = Math.max(freshSeq, ...store.events.slice(0, 50).map((event) => event.seq));
    if (!events.length) {
        list.replaceChildren(el("li", { class: "nothing" }, nothing()));
        return;
    }
    list.replaceChildren(...events.map((event) => row(event, event.seq > fresh)));
}

function nothing() {
    if (store.events.length) return "No event matches the filter.";
    return store.stream.state === "LIVE" ? "Nothing has happened yet." : "Reading what happened before.";
}

function fillReasons() {
    const all = [...new Set(store.events.map((event) => event.reason).filter(Boolean))].sort();
    if (reasons.options.length === all.length + 1) return;
    reasons.replaceChildren(
        el("option", { value: "" }, "any reason"),
        ...all.map((each) => el("option", { value: each }, each.toLowerCase().replaceAll("_", " "))),
    );
    reasons.value = all.includes(reason) ? reason : "";
}

/** @param {import("./store.js").PageEvent} event @param {boolean} fresh */
function row(event, fresh) {
    const [glyph, word] = KINDS[event.kind] ?? ["·", event.kind.toLowerCase()];
    const who =
        event.pre != null && event.post != null
            ? el(
                  "a",
                  { href: hrefOf({ type: "pair", pre: event.pre, post: event.post }) },
                  event.pre + " → " + event.post,
              )
            : event.post != null
              ? el("a", { href: hrefOf({ type: "neuron", neuron: event.post }) }, "neuron " + event.post)
              : el("span");
    const synapse = event.pre != null;
    return el(
        "li",
        { class: fresh && "fresh", "data-reason": event.reason, "data-kind": event.kind },
        el("span", { class: "time" }, time(event.atMicros)),
        el("span", { class: "kind", "data-kind": event.kind, "data-glyph": glyph }, word),
        who,
        el("span", { class: "why", title: event.reason }, event.text + (event.inhibitory ? " (inhibitory)" : "")),
        el("span", { class: "value", title: "last weight" }, synapse ? weight(event.weight) : ""),
    );
}
