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

/** The line that somebody drew, else a straight one from stop to stop, which is no road and therefore dotted. */
function addLine(L, map, points, drawn) {
  const stops = points.filter(isNumbered).sort((a, b) => a.number - b.number);
  const line = drawn ?? stops.map(({ lat, lon }) => [lat, lon]);
  if (line.length < 2) return;
  L.polyline(line, { className: drawn ? "map-route map-route--drawn" : "map-route", interactive: false }).addTo(map);
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

function fit(map, points, drawn) {
  const shown = [...points.map(({ lat, lon }) => [lat, lon]), ...(drawn ?? [])];
  if (shown.length === 1) map.setView([points[0].lat, points[0].lon], ONE_POINT_ZOOM, { animate: false });
  else map.fitBounds(shown, { padding: [36, 36], maxZoom: MANY_POINTS_ZOOM, animate: false });
}

/** @returns {Promise<object>} the base map; its `destroy()` takes everything away */
export async function drawRecordMap(element, canvas) {
  const words = wordsOf(element);
  const base = await createBaseMap(element, canvas, words, { scrollWheelZoom: false });
  const points = pointsOf(element);
  const drawn = readJson(element, "line");
  fit(base.map, points, drawn);
  addLine(base.L, base.map, points, drawn);
  const popup = new Popup(base.L, base.map, words);
  points.forEach((point) => addPoint(base, popup, point));
  return base;
}
