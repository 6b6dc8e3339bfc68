/** Names of countries, seas, islands and towns, as many as fit at the zoom, in the reader's language. */

import { html } from "./dom.js";

const PANE = "labels";
const LABELLED = new Set(["place", "country", "sea", "island"]);
const RANK = { country: 0, sea: 1, island: 2, place: 3 };
const SIZES = { country: [9, 20], sea: [7.5, 18], island: [7, 16], place: [7, 16] };

/** The sea whose name the deploying authority decides. */
const DISPUTED_SEA = "Biển Đông";

/** @returns {string} a label's text: Vietnamese, Indonesian or English, with the local name as the last resort */
export function labelText({ n, e, i }, language, seaLabel = "") {
  if (seaLabel && n === DISPUTED_SEA) return seaLabel;
  const base = language.split("-")[0];
  if (base === "vi") return n;
  if (base === "id") return i ?? e ?? n;
  return e ?? n;
}

function toLabel({ properties, geometry }, language, seaLabel) {
  const [lon, lat] = geometry.coordinates;
  const text = labelText(properties, language, seaLabel);
  const rank = (properties.cap ? 0 : 1) * 100 + (properties.r ?? 9) * 10 + RANK[properties.k];
  return { kind: properties.k, capital: Boolean(properties.cap), text, lat, lon, from: properties.r ?? 9, rank };
}

/** @returns {object[]} every label of the basemap, the most important first */
export function labelsOf(data, language, seaLabel = "") {
  return data.features
    .filter(({ properties }) => LABELLED.has(properties.k))
    .map((feature) => toLabel(feature, language, seaLabel))
    .sort((a, b) => a.rank - b.rank || b.lat - a.lat);
}

function boxOf(label, { x, y }) {
  const [character, height] = SIZES[label.kind];
  const width = label.text.length * character + 12;
  const left = label.kind === "place" ? x - 6 : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @returns {object[]} those labels in the view that don't cover a more important one */
export function fitting(labels, zoom, contains, toPixels) {
  const boxes = [];
  return labels.filter((label) => {
    if (label.from > zoom || !contains(label)) return false;
    const box = boxOf(label, toPixels(label));
    if (boxes.some((other) => overlap(box, other))) return false;
    boxes.push(box);
    return true;
  });
}

function toMarker(L, label) {
  const capital = label.capital ? " map-label--capital" : "";
  const icon = L.divIcon({
    className: `map-label map-label--${label.kind}${capital}`,
    html: html("span", {}, label.text),
    iconSize: [0, 0],
  });
  return L.marker([label.lat, label.lon], { icon, interactive: false, keyboard: false, pane: PANE });
}

/** Makes the labels' pane: hidden from assistive technology, which has the list of outlets. */
export function createLabelPane(map) {
  const pane = map.createPane(PANE);
  pane.style.zIndex = 450;
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
}

/** Adds the labels to a map and keeps them in step with its view. */
export function addLabels(L, map, data, { language, seaLabel }) {
  const labels = labelsOf(data, language, seaLabel);
  const shown = new Map();
  const update = () => {
    const bounds = map.getBounds().pad(0.2);
    const toPixels = (label) => map.latLngToLayerPoint([label.lat, label.lon]);
    const wanted = new Set(fitting(labels, map.getZoom(), (label) => bounds.contains([label.lat, label.lon]), toPixels));
    for (const [label, marker] of shown) {
      if (!wanted.has(label)) {
        marker.remove();
        shown.delete(label);
      }
    }
    for (const label of wanted) {
      if (!shown.has(label)) shown.set(label, toMarker(L, label).addTo(map));
    }
  };
  map.on("moveend", update);
  update();
}
