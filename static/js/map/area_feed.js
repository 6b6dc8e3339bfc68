/** The feeds of villages, routes and products, which the server gathers by zoom and box. Pure but for `fetchAreas`. */

import { project } from "./clusters.js";

const TILE = 256;
const MAX_LATITUDE = 85.0511;

/** @returns {number} the latitude of a row of world pixels at a zoom */
export function latitudeOf(y, zoom) {
  const turned = Math.PI * (1 - (2 * y) / (TILE * 2 ** zoom));
  return (Math.atan(Math.sinh(turned)) * 180) / Math.PI;
}

const within = (value, low, high) => Math.max(low, Math.min(high, value));

/**
 * The smallest box of whole tiles around a view: small moves ask for what the browser has already.
 *
 * @param {{west: number, south: number, east: number, north: number}} view
 * @param {number} zoom
 * @returns {{bbox: string, zoom: string}}
 */
export function tiledBox({ west, south, east, north }, zoom) {
  const level = Math.floor(zoom);
  const topLeft = project(within(north, -MAX_LATITUDE, MAX_LATITUDE), within(west, -180, 180), level);
  const bottomRight = project(within(south, -MAX_LATITUDE, MAX_LATITUDE), within(east, -180, 180), level);
  const [left, top] = [topLeft.x, topLeft.y].map((value) => Math.floor(value / TILE) * TILE);
  const [right, bottom] = [bottomRight.x, bottomRight.y].map((value) => Math.ceil(value / TILE) * TILE);
  const longitude = (x) => within((x / (TILE * 2 ** level)) * 360 - 180, -180, 180);
  const edges = [longitude(left), latitudeOf(bottom, level), longitude(right), latitudeOf(top, level)];
  return { bbox: edges.map((degrees) => Number(degrees.toFixed(5))).join(","), zoom: String(zoom) };
}

/** A line is known on the map by its first point. */
function anchor({ type, coordinates }) {
  return type === "LineString" ? coordinates[0] : coordinates;
}

/** @returns {object} a feature as a plain record: `bounds` when a zoom parts it, `line` when it is one */
export function readArea({ id, bbox, geometry, properties }) {
  const [lon, lat] = anchor(geometry);
  const area = { id: String(id), lat, lon, ...properties };
  if (geometry.type === "LineString") area.line = geometry.coordinates.map(([x, y]) => [y, x]);
  if (bbox) area.bounds = latLngs(bbox);
  return area;
}

/** @returns {[number, number][]} the corners of a GeoJSON box as Leaflet wants them */
export function latLngs([west, south, east, north]) {
  return [
    [south, west],
    [north, east],
  ];
}

/** @returns {Promise<{areas: object[], total: number, unlocated: number, bounds: number[][]|null}>} */
export async function fetchAreas(url, query, signal) {
  const text = query.toString();
  const response = await fetch(text ? `${url}?${text}` : url, { signal });
  if (!response.ok) throw new Error(`The feed answered ${response.status}`);
  const { features, total, unlocated, bbox } = await response.json();
  return { areas: features.map(readArea), total, unlocated, bounds: bbox ? latLngs(bbox) : null };
}
