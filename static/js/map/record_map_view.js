/** What `<record-map>` draws: one point, several, or the numbered stops of a route joined by a line. */

import { createBaseMap } from "./base_map.js";
import { html } from "./dom.js";
import { buttonMarker } from "./map_markers.js";
import { Popup } from "./popup.js";
import { readJson, wordsOf } from "./words.js";

const ONE_POINT_ZOOM = 9;
const MANY_POINTS_ZOOM = 11; // nearer, the outline has nothing to tell the place by
const STOP_SIZE = 34;

function pointsOf(element) {
  const points = readJson(element, "points");
  if (points) return points;
  const { lat, lon, name, url } = element.dataset;
  return [{ lat: Number(lat), lon: Number(lon), name, url }];
}

const isNumbered = ({ number }) => number !== undefined && number !== null;

function addLine(L, map, points) {
  const stops = points.filter(isNumbered).sort((a, b) => a.number - b.number);
  if (stops.length < 2) return;
  const line = stops.map(({ lat, lon }) => [lat, lon]);
  L.polyline(line, { className: "map-route", interactive: false }).addTo(map);
}

function pointCard({ name, url, number }) {
  const title = isNumbered({ number }) ? `${number}. ${name}` : name;
  return url ? html("a", { class: "outlet__name", href: url }, title) : html("p", { class: "outlet__name" }, title);
}

function addPoint({ L, map }, popup, point) {
  const numbered = isNumbered(point);
  const label = numbered ? `${point.number}. ${point.name}` : point.name;
  const options = {
    lat: point.lat,
    lon: point.lon,
    size: STOP_SIZE,
    className: numbered ? "map-marker--stop" : "map-marker--here",
    label,
    onActivate: () => popup.open(point, label, pointCard(point), () => button.focus({ preventScroll: true })),
  };
  const { marker, button } = buttonMarker(L, map, options, numbered ? String(point.number) : "");
  marker.addTo(map);
}

function fit(map, points) {
  if (points.length === 1) map.setView([points[0].lat, points[0].lon], ONE_POINT_ZOOM, { animate: false });
  else map.fitBounds(points.map(({ lat, lon }) => [lat, lon]), { padding: [36, 36], maxZoom: MANY_POINTS_ZOOM, animate: false });
}

/** @returns {Promise<object>} the base map; its `destroy()` takes everything away */
export async function drawRecordMap(element, canvas) {
  const words = wordsOf(element);
  const base = await createBaseMap(element, canvas, words, { scrollWheelZoom: false });
  const points = pointsOf(element);
  fit(base.map, points);
  addLine(base.L, base.map, points);
  const popup = new Popup(base.L, base.map, words);
  points.forEach((point) => addPoint(base, popup, point));
  return base;
}
