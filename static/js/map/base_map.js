/** The map every page uses: bundled outline, labels in the reader's language, streets on request. */

import { html, reducedMotion } from "./dom.js";
import { ensureLeaflet } from "./leaflet_loader.js";
import { OUTLINE_PANE, addOutline, createOutlinePane, fetchBasemap } from "./outline.js";
import { addLabels, createLabelPane } from "./place_labels.js";
import { addStreets } from "./streets.js";
import { languageOf } from "./words.js";

const CREDIT = "Natural Earth | GeoNames (CC BY 4.0)";
const MIN_ZOOM = 3;
const MAX_ZOOM = 18;

/** Vietnam and Indonesia: the view before there is anything to show; the picture of build_outline.py is of it. */
export const HOME_BOUNDS = [
  [-10, 96],
  [23, 140],
];

/** All that the picture holds, as its view `#all`. */
const PICTURE_BOUNDS = [
  [-16, 85],
  [32, 155],
];

/** @returns {object} base map options from an element's `data-` attributes */
export function baseMapOptions(element, words) {
  const { basemap, tilesUrl, tilesAttribution, streets, attribution, seaLabel } = element.dataset;
  const language = languageOf(element);
  return { basemap, tilesUrl, tilesAttribution, attribution, seaLabel, streets: streets ?? "ask", language, words };
}

/** Leaflet animates pans whatever its options say; keyboard pans and popups included. */
function stillPans(L, map) {
  map.panBy = (offset, options) => L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
}

function addZoomControl(L, map, words) {
  const control = L.control.zoom({ zoomInTitle: words.text("zoom_in"), zoomOutTitle: words.text("zoom_out") });
  control.addTo(map);
}

function createMap(L, container, options) {
  const still = reducedMotion();
  const map = L.map(container, {
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.5,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    scrollWheelZoom: options.scrollWheelZoom ?? true,
  });
  if (still) stillPans(L, map);
  L.control.attribution({ prefix: false }).addAttribution(html("i", {}, options.attribution || CREDIT).innerHTML).addTo(map);
  addZoomControl(L, map, options.words);
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", options.words.text("map_label"));
  return map;
}

async function drawBasemap(L, map, options, undo) {
  const data = await fetchBasemap(options.basemap);
  if (undo.done) return;
  undo.steps.push(addOutline(L, map, data));
  addLabels(L, map, data, options);
}

/** The picture that stood in the box goes on beneath the map until its outline is there. */
function addPicture(L, map, address) {
  return L.imageOverlay(`${address}#all`, PICTURE_BOUNDS, { pane: OUTLINE_PANE, alt: "" }).addTo(map);
}

/** Waits until the box has a size: a map made in a closed tab would get its first view wrong. */
function shown(box) {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (!box.clientWidth || !box.clientHeight) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(box);
  });
}

/** A map keeps the size it was made with; this tells it when its box changes. */
function followSize(map) {
  const observer = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }));
  observer.observe(map.getContainer());
  return () => observer.disconnect();
}

/**
 * Makes the map in an empty box.
 *
 * @param {HTMLElement} element the custom element; its `data-` attributes are the options
 * @param {HTMLElement} container the box
 * @param {import("./words.js").Words} words needs `map_label`, `zoom_in`, `zoom_out`, `streets.button`, `streets.failed`
 * @param {object} [extra] more options: `bounds` for the first view, `scrollWheelZoom`
 * @returns {Promise<{L: object, map: object, drawn: Promise<void>, destroy: () => void}>} `drawn` settles when the
 *   outline is there; it never rejects, because the points are worth showing without it
 */
export async function createBaseMap(element, container, words, extra = {}) {
  await shown(container);
  const L = await ensureLeaflet(element);
  const options = { ...baseMapOptions(element, words), ...extra };
  const picture = container.querySelector("img")?.currentSrc;
  container.replaceChildren();
  const map = createMap(L, container, options);
  createOutlinePane(map);
  createLabelPane(map);
  map.fitBounds(options.bounds ?? HOME_BOUNDS, { animate: false, maxZoom: 12 });
  const overlay = picture && addPicture(L, map, picture);
  const undo = { done: false, steps: [addStreets(L, map, options), followSize(map)] };
  const drawn = options.basemap
    ? drawBasemap(L, map, options, undo).then(
        () => overlay?.remove(),
        (error) => console.warn("The outline of the map is missing.", error),
      )
    : Promise.resolve();
  const destroy = () => {
    undo.done = true;
    undo.steps.forEach((step) => step());
    map.remove();
  };
  return { L, map, drawn, destroy };
}
