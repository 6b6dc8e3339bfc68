/** The map beside a form's fields: it may fail or come too late, the fields still work. */

import { createBaseMap } from "./base_map.js";

/** How far an arrow key moves a point, in pixels; with Shift the big step. */
export const STEP = 2;
export const BIG_STEP = 20;
export const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * Makes the map of a custom element in its box.
 *
 * @param {HTMLElement} element the custom element; has `box`, an empty box, and `words`
 * @param {AbortSignal} signal tells that the element has left the page
 * @returns {Promise<object | undefined>} the base map; nothing when it could not be started or nobody waits any more
 */
export async function createFormMap(element, signal) {
  try {
    const base = await createBaseMap(element, element.box, element.words, { scrollWheelZoom: false });
    if (!signal.aborted) return base;
    base.destroy();
  } catch (error) {
    console.warn("The map could not be started; the fields still work.", error);
  }
  return undefined;
}
