/** From one layer of the map to another: the server's page of it has the right filters and list. */

import { fetchPage, takeRegions } from "../live_list.js";

/** @returns {string|undefined} the layer that is chosen among the radios */
export function layerOf(element) {
  return element.querySelector('[data-role="layers"] input:checked')?.dataset.layer;
}

/**
 * Takes filters, list and feed from the page at an address. Rejects when there is no such page; the element is then as it
 * was.
 */
export async function fetchLayer(element, address, signal) {
  const page = await fetchPage(address, signal);
  signal.throwIfAborted();
  const fresh = page.querySelector("outlet-map");
  if (!fresh) throw new Error(`No map at ${address}`);
  for (const name of ["feed", "layer"]) element.dataset[name] = fresh.dataset[name];
  takeRegions(element, fresh);
}
