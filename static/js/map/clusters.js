/**
 * Grid clustering in projected Web Mercator pixels. Pure: no map, no DOM.
 *
 * The same set of points gives the same clusters at a zoom, in whatever order it comes. Points that share a
 * place (to about one metre) are never parted.
 */

const TILE = 256;
const MAX_LATITUDE = 85.0511287798;
const NEIGHBOURS = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y])).filter(([x, y]) => x || y);

/** @returns {{x: number, y: number}} world pixels of a point at a zoom */
export function project(lat, lon, zoom) {
  const scale = TILE * 2 ** zoom;
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return {
    x: scale * (lon / 360 + 0.5),
    y: scale * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** @returns {string} the same for points that lie on one spot */
export function placeKey({ lat, lon }) {
  return `${lat.toFixed(5)},${lon.toFixed(5)}`;
}

/** @returns {boolean} whether all items lie on one spot, so that no zoom can part them */
export function onOnePoint(items) {
  return items.every((item) => placeKey(item) === placeKey(items[0]));
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(value);
  }
  return groups;
}

/** One entry per spot, sorted so that the order of the input can't matter. */
function spots(points, zoom) {
  return [...groupBy(points, placeKey)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, items]) => ({ items, lat: items[0].lat, lon: items[0].lon, ...project(items[0].lat, items[0].lon, zoom) }));
}

function centre(members) {
  const items = members.flatMap((member) => member.items);
  const mean = (field) => members.reduce((sum, member) => sum + member[field] * member.items.length, 0) / items.length;
  return { items, lat: mean("lat"), lon: mean("lon"), x: mean("x"), y: mean("y") };
}

/** Joins clusters that lie closer than `gap` pixels across a grid line; the larger one takes the smaller. */
function joinNeighbours(cells, gap) {
  const taken = new Set();
  const order = [...cells.values()].sort((a, b) => b.items.length - a.items.length || a.x - b.x || a.y - b.y);
  return order.flatMap((home) => {
    if (taken.has(home)) return [];
    taken.add(home);
    const near = NEIGHBOURS.map(([dx, dy]) => cells.get(`${home.column + dx},${home.row + dy}`)).filter(
      (other) => other && !taken.has(other) && Math.hypot(other.x - home.x, other.y - home.y) < gap,
    );
    near.forEach((other) => taken.add(other));
    return [near.length ? centre([home, ...near]) : home];
  });
}

/**
 * @template {{lat: number, lon: number}} Point
 * @param {Point[]} points
 * @param {number} zoom
 * @param {{cell?: number}} [options] side of a grid cell in pixels
 * @returns {{lat: number, lon: number, items: Point[]}[]} from north to south
 */
export function cluster(points, zoom, { cell = 64 } = {}) {
  const grid = groupBy(spots(points, zoom), ({ x, y }) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`);
  const cells = new Map();
  for (const [key, members] of grid) {
    const [column, row] = key.split(",").map(Number);
    cells.set(key, { ...centre(members), column, row });
  }
  return joinNeighbours(cells, cell * 0.8)
    .sort((a, b) => b.lat - a.lat || a.lon - b.lon)
    .map(({ lat, lon, items }) => ({ lat, lon, items }));
}
