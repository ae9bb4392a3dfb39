/** What the graph shows, and what of it has to be drawn again. The other files of this folder read and change it. */
import { byId } from "../dom.js";
import { d3 } from "./d3.js";

/** @typedef {{neuron: number, x: number, y: number, angle: number, area: number}} Node */
/** @typedef {{pre: number, post: number, kind: string, until: number}} Change */

export const graph = {
    /** @type {HTMLCanvasElement} */ canvas: byId("graph"),
    /** circle, groups, places or matrix */ view: "circle",
    size: { width: 0, height: 0 },
    /** @type {Map<number, Node>} */ nodes: new Map(),
    /** @type {number|null} pixels of a micrometre, if the view has a scale */ perMicron: null,
    transform: d3.zoomIdentity,
    /** @type {Map<number, number>} when each neuron last fired, wall clock */ fired: new Map(),
    /** @type {Change[]} synapses that just formed, fell dormant or were pruned */ changes: [],
    /** Whether the pointer draws a lasso instead of moving the picture. */ lassoing: false,
    /** @type {[number, number][]} */ lasso: [],
    /** @type {string|null} what is under the pointer */ under: null,
    dirty: true,
    layerDirty: true,
    /** Whether places or what is lit have changed, not only weights. */ moved: true,
};
