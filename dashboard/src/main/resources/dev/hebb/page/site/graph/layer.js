/**
 * The synapses of the graph, drawn beside the screen and in slices: very many take longer than a frame of the screen,
 * and until they are done the picture before stays.
 */
import { dormant, heaviest, inhibitory, isSelected } from "./connectome.js";
import { store } from "../store.js";

/** @typedef {import("../store.js").Synapse} Synapse */

/** Synapses that are drawn at most: the heaviest. More would be a solid disc. */
export const MOST_DRAWN = 10000;

const SLICE_MILLIS = 6;
/** Curves of one stroke: the cost of a path grows faster than its length. */
const A_STROKE = 24;
const AT_ONCE = 4000;
/** Strokes between two looks at the canvas: a browser puts off drawing until then, and only then time has passed. */
const A_LOOK = 4;

/**
 * @typedef {{
 *   colour: string, level: number, dormant: boolean, inhibitory: boolean, lit: boolean, of: Synapse[]
 * }} Look
 */
/** @typedef {{looks: Look[], look: number, next: number, crowd: number, places: Places, finish: () => void}} Job */
/**
 * Where a synapse is on the screen: x and y of its start, bend and end.
 *
 * @typedef {(pre: number, post: number) => number[] | null} Places
 */

export class SynapseLayer {
    /** What is done. */
    canvas = document.createElement("canvas");
    /** What is being drawn. */
    #back = document.createElement("canvas");
    /** @type {Job | null} */
    #job = null;

    /**
     * An empty canvas to draw on, in CSS pixels.
     *
     * @param {HTMLCanvasElement} like
     * @param {number} width
     */
    blank(like, width) {
        this.#job = null;
        this.#back.width = like.width;
        this.#back.height = like.height;
        const ctx = this.#ctx();
        const ratio = like.width / Math.max(1, width);
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
        return ctx;
    }

    /** Shows what was drawn on the blank canvas. */
    show() {
        [this.canvas, this.#back] = [this.#back, this.canvas];
    }

    /**
     * Begins to draw synapses on the blank canvas.
     *
     * @param {Synapse[]} synapses
     * @param {(synapse: Synapse) => string} colour
     * @param {Places} places
     * @param {(ctx: CanvasRenderingContext2D) => void} finish draws what belongs on top
     */
    begin(synapses, colour, places, finish) {
        const drawn = heaviestOf(synapses);
        const crowd = drawn.length > AT_ONCE ? 1200 / drawn.length : drawn.length > 600 ? 0.65 : 1;
        const ctx = this.#ctx();
        this.#job = {
            looks: looksOf(drawn, colour),
            look: 0,
            next: 0,
            crowd,
            places,
            finish: () => finish(ctx),
        };
        this.step(drawn.length > AT_ONCE ? SLICE_MILLIS : Infinity);
    }

    #ctx() {
        return /** @type {CanvasRenderingContext2D} */ (this.#back.getContext("2d", { willReadFrequently: true }));
    }

    /** Whether a picture is being drawn. */
    isBusy() {
        return this.#job !== null;
    }

    /**
     * Draws on for a while.
     *
     * @param {number} [millis]
     * @returns {boolean} whether the picture is done now, and was not before
     */
    step(millis = SLICE_MILLIS) {
        const job = this.#job;
        if (!job) return false;
        const ctx = this.#ctx();
        const end = performance.now() + millis;
        let strokes = 0;
        while (job.look < job.looks.length) {
            const look = job.looks[job.look];
            style(ctx, look, job.crowd);
            while (job.next < look.of.length) {
                stroke(ctx, look.of.slice(job.next, job.next + A_STROKE), job.places);
                job.next += A_STROKE;
                if (job.crowd < 0.5 && ++strokes % A_LOOK === 0) ctx.getImageData(0, 0, 1, 1);
                if (performance.now() > end) return false;
            }
            job.look++;
            job.next = 0;
        }
        ctx.setLineDash([]);
        ctx.globalAlpha = 1;
        job.finish();
        this.#job = null;
        this.show();
        return true;
    }
}

/** @param {Synapse[]} synapses */
function heaviestOf(synapses) {
    if (synapses.length <= MOST_DRAWN) return synapses;
    const least = Float64Array.from(synapses, (synapse) => synapse.weight).sort()[synapses.length - MOST_DRAWN];
    return synapses.filter((synapse) => synapse.weight >= least || isSelected(synapse));
}

/**
 * Synapses by what they look like, those on top last.
 *
 * @param {Synapse[]} synapses
 * @param {(synapse: Synapse) => string} colour
 * @returns {Look[]}
 */
function looksOf(synapses, colour) {
    const most = heaviest(synapses);
    const chosen = store.selection.type !== "none";
    /** @type {Map<string, Look>} */
    const looks = new Map();
    for (const synapse of synapses) {
        const level = Math.min(4, Math.floor((synapse.weight / most) * 5));
        const lit = !chosen || isSelected(synapse);
        const id = [colour(synapse), level, dormant(synapse), inhibitory(synapse), lit].join();
        const look = looks.get(id) ?? {
            colour: colour(synapse),
            level,
            dormant: dormant(synapse),
            inhibitory: inhibitory(synapse),
            lit,
            of: [],
        };
        looks.set(id, look);
        look.of.push(synapse);
    }
    return [...looks.values()].sort((one, other) => Number(one.lit) - Number(other.lit) || one.level - other.level);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Look} look
 * @param {number} crowd
 */
function style(ctx, look, crowd) {
    ctx.strokeStyle = look.colour;
    ctx.globalAlpha = (look.dormant ? 0.4 : 0.45 + 0.12 * look.level) * crowd * (look.lit ? 1 : 0.13);
    ctx.lineWidth = (look.dormant ? 0.8 : 0.8 + 0.55 * look.level) * (crowd < 0.5 ? 0.6 : 1);
    // In a crowd dashes cannot be told apart, and cost most of the time.
    ctx.setLineDash(crowd < 0.5 ? [] : look.dormant ? [2, 4] : look.inhibitory ? [7, 3] : []);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Synapse[]} synapses
 * @param {Places} places
 */
function stroke(ctx, synapses, places) {
    ctx.beginPath();
    for (const synapse of synapses) {
        const place = places(synapse.pre, synapse.post);
        if (!place) continue;
        ctx.moveTo(place[0], place[1]);
        ctx.quadraticCurveTo(place[2], place[3], place[4], place[5]);
    }
    ctx.stroke();
}
