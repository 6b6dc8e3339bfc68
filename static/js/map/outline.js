/** The bundled outline (land, borders, rivers, lakes) on a canvas beneath everything else. */

/** The name of the pane the outline is drawn in. */
export const OUTLINE_PANE = "outline";
const LINES = new Set(["border", "river"]);
const AREAS = new Set(["land", "lake"]);
const downloads = new Map();

/**
 * One download per address and page, however many maps show it.
 * @returns {Promise<object>} GeoJSON
 */
export function fetchBasemap(url) {
  if (!downloads.has(url)) {
    const download = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${response.status} for ${url}`);
      return response.json();
    });
    downloads.set(url, download);
    download.catch(() => downloads.delete(url));
  }
  return downloads.get(url);
}

function colours(container) {
  const style = getComputedStyle(container);
  const read = (name) => style.getPropertyValue(`--map-${name}`).trim();
  return { sea: read("sea"), land: read("land"), coast: read("coast"), border: read("border"), water: read("water") };
}

// Land has one colour whatever country it belongs to: a map of a public body takes no side by tinting.
function styleOf(kind, palette) {
  switch (kind) {
    case "land":
      return { stroke: true, color: palette.coast, weight: 1, fill: true, fillColor: palette.land, fillOpacity: 1 };
    case "lake":
      return { stroke: false, fill: true, fillColor: palette.water, fillOpacity: 1 };
    case "river":
      return { color: palette.water, weight: 1.2, fill: false };
    default:
      return { color: palette.border, weight: 1, dashArray: "4 3", fill: false };
  }
}

/** The sheet the map is printed on: beyond it there is no data, and its edge says so. */
function addSheet(L, map, [west, south, east, north], options) {
  const corners = [
    [south, west],
    [north, east],
  ];
  return L.rectangle(corners, options).addTo(map);
}

/** Adds the outline to a map and keeps its colours those of the page's scheme. @returns {() => void} undo */
export function addOutline(L, map, data) {
  const renderer = L.canvas({ pane: OUTLINE_PANE, padding: 0.3 });
  const sheet = data.bbox && addSheet(L, map, data.bbox, { pane: OUTLINE_PANE, renderer, interactive: false, weight: 1, fillOpacity: 1 });
  const restyle = () => {
    const palette = colours(map.getContainer());
    sheet?.setStyle({ color: palette.coast, fillColor: palette.sea });
    layer.setStyle((feature) => styleOf(feature.properties.k, palette));
  };
  const layer = L.geoJSON(data, {
    pane: OUTLINE_PANE,
    renderer,
    interactive: false,
    filter: ({ properties: { k } }) => AREAS.has(k) || LINES.has(k),
  });
  restyle();
  layer.addTo(map);
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", restyle);
  return () => scheme.removeEventListener("change", restyle);
}

/** Makes the pane the outline is drawn in, under the tiles. */
export function createOutlinePane(map) {
  const pane = map.createPane(OUTLINE_PANE);
  pane.style.zIndex = 150;
  pane.style.pointerEvents = "none";
}
