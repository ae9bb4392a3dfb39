/** Commands to the network, and the audit of what became of them. */
import { byId, el, rowsOr, tableRow } from "./dom.js";
import { KINDS, time } from "./format.js";
import { server } from "./server.js";
import { lapse, on, store } from "./store.js";
import { showTab } from "./tabs.js";

const MINUTE = 60_000_000;
const AHEAD_MICROS = 3_000_000;

/** @type {Record<string, {title: string, fields: string[], help: string}>} */
const COMMANDS = {
    attention: {
        title: "Attention",
        fields: ["target", "gain", "for"],
        help: "Multiplies the learning rate of the neurons' dendrites.",
    },
    stress: {
        title: "Stress",
        fields: ["level", "for"],
        help: "Slows learning and forgetting. Above 0.5 no synapse forms.",
    },
    calm: { title: "Calm", fields: [], help: "Ends stress." },
    stimulation: {
        title: "Stimulation",
        fields: ["target", "gain", "for"],
        help: "Simulated tissue applies it; the pipeline marks the period.",
    },
    lesion: {
        title: "Lesion",
        fields: ["target", "sure"],
        help: "Marks neurons as dead. Their synapses are pruned as DAMAGED.",
    },
    stage: { title: "Stage", fields: ["stage"], help: "Sets the developmental stage." },
    area: {
        title: "Define an area",
        fields: ["name", "neurons"],
        help: "Names a set of neurons. Draw a lasso in the network to fill in the neurons.",
    },
};

/** @type {HTMLFormElement} */ let form;
/** @type {HTMLElement} */ let answer;
/** @type {HTMLElement} */ let audit;
/** @type {Record<string, any>} */
let fields = {};
/** @type {any[]} commands that were sent, and that the pipeline has not answered yet */
let pending = [];
let wanted = true;

export function startControl() {
    const choice = el(
        "select",
        { id: "command", onchange: build },
        ...Object.entries(COMMANDS).map(([name, { title }]) => el("option", { value: name }, title)),
    );
    form = el(
        "form",
        { id: "command-form", onsubmit: send },
        el("label", { class: "field" }, "Command", choice),
        el("p", { class: "muted", id: "command-help" }),
        el("div", { class: "fields", id: "command-fields" }),
        el("div", { class: "form-foot" }, el("button", { type: "submit", class: "primary", id: "send" }, "Send")),
    );
    answer = el("p", { class: "answer", role: "status", id: "answer" });
    audit = el("div", { class: "scroll", id: "audit", role: "region", tabindex: "0", "aria-label": "Audit" });
    byId("control").append(
        form,
        answer,
        el("section", { class: "block" }, el("h3", {}, "Audit: commands and stages, newest first"), audit),
    );
    on("areas", () => {
        if (!form.contains(document.activeElement)) build();
    });
    on("lasso", caught);
    on("reset", () => {
        pending = [];
        wanted = true;
    });
    on("events", () => {
        wanted = true;
    });
    build();
}

const chosen = () => byId("command").value;

/** The neurons of a lasso go into the form. */
function caught() {
    const neurons = ranges([...store.lasso].sort((one, other) => one - other));
    if (!neurons) return;
    showTab("control");
    if (!fields.neurons) {
        byId("command").value = "area";
        build();
    }
    fields.neurons.value = neurons;
    if (fields.area) fields.area.value = "";
    (fields.name ?? fields.neurons).focus();
}

/** Neurons as in 0-49,60. @param {number[]} sorted */
export function ranges(sorted) {
    const parts = [];
    for (let i = 0; i < sorted.length;) {
        let end = i;
        while (end + 1 < sorted.length && sorted[end + 1] === sorted[end] + 1) end++;
        parts.push(end > i ? sorted[i] + "-" + sorted[end] : String(sorted[i]));
        i = end + 1;
    }
    return parts.join(",");
}

/** @param {string} title @param {any} input */
const field = (title, input) => el("label", { class: "field" }, title, input);

function build() {
    const { fields: wantedFields, help } = COMMANDS[chosen()];
    fields = {};
    const made = wantedFields.flatMap(make);
    byId("command-help").textContent = help;
    byId("command-fields").replaceChildren(...made);
}

/** @param {string} name @returns {HTMLElement[]} */
function make(name) {
    const input = (/** @type {any} */ more) => el("input", { autocomplete: "off", ...more });
    const number = (/** @type {any} */ more) => input({ type: "number", required: true, ...more });
    switch (name) {
        case "target":
            fields.area = el(
                "select",
                {},
                el("option", { value: "" }, "the neurons below"),
                ...store.areas.map((area) => el("option", { value: area.area }, area.area)),
            );
            fields.neurons = input({ type: "text", placeholder: "0-9,17", value: target() });
            return [...(store.areas.length ? [field("Area", fields.area)] : []), field("Neurons", fields.neurons)];
        case "gain":
            fields.gain = number({ min: 0, max: 100, step: "any", value: 3 });
            return [field("Gain", fields.gain)];
        case "level":
            fields.level = number({ min: 0, max: 1, step: "any", value: 0.8 });
            return [field("Level, 0 to 1", fields.level)];
        case "for":
            fields.for = number({ min: 0.01, step: "any", value: 10 });
            return [field("For, network minutes", fields.for)];
        case "stage":
            fields.stage = el(
                "select",
                {},
                ...["GROWTH", "REFINEMENT", "MATURITY"].map((stage) => el("option", {}, stage)),
                el("option", { value: "" }, "by the schedule"),
            );
            return [field("Stage", fields.stage)];
        case "name":
            fields.name = input({ type: "text", required: true, maxlength: 200 });
            return [field("Name", fields.name)];
        case "neurons":
            fields.neurons = input({ type: "text", required: true, placeholder: "0-9,17", value: target() });
            return [field("Neurons", fields.neurons)];
        default:
            fields.sure = el("input", { type: "checkbox", required: true, id: "sure" });
            return [el("label", { class: "check" }, fields.sure, "It cannot be undone")];
    }
}

function target() {
    if (store.lasso.size) return ranges([...store.lasso].sort((one, other) => one - other));
    return store.selection.type === "neuron" ? String(store.selection.neuron) : "";
}

function command() {
    const name = chosen();
    /** @type {any} */
    const body = { command: name, by: "page" };
    if (fields.gain) body.gain = Number(fields.gain.value);
    if (fields.level) body.level = Number(fields.level.value);
    if (fields.for) body.for = Math.round(Number(fields.for.value) * MINUTE);
    if (fields.stage) Object.assign(body, fields.stage.value ? { stage: fields.stage.value } : { schedule: true });
    if (fields.name) body.area = fields.name.value;
    if (fields.area?.value) body.area = fields.area.value;
    else if (fields.neurons) body.neurons = fields.neurons.value;
    // In time lapse the next window would be closed before the command is there.
    const fast = lapse();
    if (fast > 2) body.from = Math.round(store.spikes.newest + fast * AHEAD_MICROS);
    return body;
}

/** @param {Event} event */
async function send(event) {
    event.preventDefault();
    const button = byId("send");
    button.disabled = true;
    try {
        const sent = await server.command(store.network, command());
        pending.unshift(sent);
        say(
            "Sent: " +
                sent.command +
                ". It takes effect at " +
                time(sent.effectiveFromMicros) +
                " of the network's time.",
            false,
        );
        if (fields.sure) fields.sure.checked = false;
        wanted = true;
    } catch (error) {
        say(/** @type {Error} */ (error).message, true);
    } finally {
        button.disabled = false;
    }
}

/** @param {string} text @param {boolean} bad */
function say(text, bad) {
    answer.textContent = text;
    answer.dataset.bad = String(bad);
}

/** Draws when there is something new. */
export function drawControl() {
    if (!wanted || byId("control").hidden) return;
    wanted = false;
    const known = store.events.filter((event) => event.kind.startsWith("COMMAND") || event.kind === "STAGE_CHANGED");
    pending = pending.filter(
        (sent) =>
            !known.some(
                (event) => event.text.startsWith(sent.command) && event.atMicros >= sent.effectiveFromMicros - 1,
            ),
    );
    const rows = [
        ...pending.map((sent) => row(sent.effectiveFromMicros, "waiting", "", "…", sent.command)),
        ...known
            .slice(0, 100)
            .map((event) => row(event.atMicros, KINDS[event.kind][1], event.kind, KINDS[event.kind][0], event.text)),
    ];
    audit.replaceChildren(rowsOr(rows, "No command yet."));
}

/** @param {number} at @param {string} word @param {string} kind @param {string} glyph @param {string} text */
function row(at, word, kind, glyph, text) {
    const mark = el("span", { class: "kind", "data-kind": kind, "data-glyph": glyph }, word);
    return tableRow([time(at), mark, text]);
}
