/** A line as a list of [latitude, longitude], and what can be done to it. Nothing is changed in place. */

const DECIMALS = 5;
const EARTH = 6371;
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @returns {number[]} a point as it is stored: to about a metre, west of the date line as on a globe */
export function stored([lat, lon]) {
  const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
  return [lat, wrapped].map((value) => Number(value.toFixed(DECIMALS)));
}

/** @returns {number[][]|null} the points of a GeoJSON LineString; empty for no text, null when it isn't one */
export function parse(text) {
  if (text.trim() === "") return [];
  try {
    const { type, coordinates } = JSON.parse(text);
    const fits = ([lon, lat]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (type !== "LineString" || !coordinates.every(fits)) return null;
    return coordinates.map(([lon, lat]) => [lat, lon]);
  } catch {
    return null;
  }
}

/** @returns {string} the line as GeoJSON; nothing for fewer than two points */
export function written(points) {
  if (points.length < 2) return "";
  return JSON.stringify({ type: "LineString", coordinates: points.map(([lat, lon]) => [lon, lat]) });
}

export const appended = (points, point) => [...points, stored(point)];
export const inserted = (points, index, point) => points.toSpliced(index, 0, stored(point));
export const moved = (points, index, point) => points.with(index, stored(point));
export const removed = (points, index) => points.toSpliced(index, 1);

/** @returns {number} kilometres along the line, on a sphere: to show, not to keep */
export function kilometres(points) {
  return points.slice(1).reduce((sum, point, index) => sum + apart(points[index], point), 0);
}

function apart([lat, lon], [toLat, toLon]) {
  const half = (from, to) => Math.sin(radians(to - from) / 2) ** 2;
  const across = half(lat, toLat) + Math.cos(radians(lat)) * Math.cos(radians(toLat)) * half(lon, toLon);
  return 2 * EARTH * Math.asin(Math.sqrt(across));
}

/**
 * @param {{x: number, y: number}[]} line the points in pixels
 * @param {{x: number, y: number}} spot
 * @returns {{index: number, distance: number}} where a new point belongs to bend the line at the spot, and how far off
 */
export function nearestPart(line, spot) {
  let best = { index: line.length, distance: Infinity };
  for (let index = 1; index < line.length; index++) {
    const distance = fromPart(line[index - 1], line[index], spot);
    if (distance < best.distance) best = { index, distance };
  }
  return best;
}

function fromPart(start, end, spot) {
  const [width, height] = [end.x - start.x, end.y - start.y];
  const square = width ** 2 + height ** 2;
  const along = square ? ((spot.x - start.x) * width + (spot.y - start.y) * height) / square : 0;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(spot.x - start.x - share * width, spot.y - start.y - share * height);
}
