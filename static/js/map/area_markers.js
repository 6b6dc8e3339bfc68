/** Villages, origins and routes on the map, as the server has gathered them; start points of routes are gathered here. */

import { cluster, onOnePoint } from "./clusters.js";
import { kindIcon } from "./kind_icons.js";
import { buttonMarker } from "./map_markers.js";
import { factsOf, isGroup, titleOf } from "./area_words.js";

const CELL = 64;
const SIZE = 36;
const LONG_NUMBER = 10_000;

const clusterSize = (count) => Math.round(Math.min(52, 30 + 3 * Math.log2(count)));

/** Routes that start close together are one marker; what a feed has gathered stays as it is. */
export function gathered(areas, zoom) {
  const lines = areas.filter(({ line }) => line);
  const groups = cluster(lines, zoom, { cell: CELL }).map(({ lat, lon, items }) => {
    if (items.length === 1) return items[0];
    const together = onOnePoint(items);
    const corners = items.map((item) => [item.lat, item.lon]);
    const shared = { id: `group-${items[0].id}`, lat, lon, count: items.length, members: items, place: "" };
    return together ? { ...shared, kind: "together" } : { ...shared, kind: "cluster", bounds: corners };
  });
  return [...groups, ...areas.filter(({ line }) => !line)];
}

export class AreaMarkers {
  /** @param {(area: object) => void} onActivate */
  constructor({ L, map }, layer, words, onActivate) {
    Object.assign(this, { L, map, layer, words, onActivate });
    this.drawn = new Map();
    this.lines = L.layerGroup().addTo(map);
  }

  /** Shows these areas instead of those before; the focus stays on the marker that holds it while there is one. */
  show(areas) {
    const focused = [...this.drawn].find(([, { button }]) => button === document.activeElement)?.[0];
    this.clear();
    this.drawLines(areas);
    for (const area of gathered(areas, this.map.getZoom())) this.drawn.set(area.id, this.draw(area));
    this.keepTabOrderInView();
    if (focused) this.focus(focused);
  }

  clear() {
    for (const { marker } of this.drawn.values()) marker.remove();
    this.drawn.clear();
    this.lines.clearLayers();
  }

  /** Takes everything off the map for good. */
  destroy() {
    this.clear();
    this.lines.remove();
  }

  focus(id) {
    (this.drawn.get(id)?.button ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  keepTabOrderInView() {
    const view = this.map.getBounds();
    for (const { button, area } of this.drawn.values()) button.tabIndex = view.contains([area.lat, area.lon]) ? 0 : -1;
  }

  /** Lines can be tapped; by keyboard it is the marker at their start. */
  drawLines(areas) {
    for (const area of areas.filter(({ line }) => line)) {
      const line = this.L.polyline(area.line, { className: "map-route map-route--one", weight: 3 });
      line.on("click", () => this.onActivate(area)).addTo(this.lines);
    }
  }

  draw(area) {
    const group = isGroup(area);
    const many = group || area.count > 1;
    const title = titleOf(area, this.layer, this.words);
    const options = {
      lat: area.lat,
      lon: area.lon,
      size: group ? clusterSize(area.count) : SIZE,
      className: this.classOf(area, many),
      label: group ? this.groupLabel(area, title) : `${title}, ${factsOf(area, this.layer, this.words)}`,
      onActivate: () => this.onActivate(area),
    };
    const face = many ? this.words.number.format(area.count) : kindIcon(area.kind);
    const made = buttonMarker(this.L, this.map, options, face);
    if (group) made.button.dataset.count = area.count;
    made.marker.addTo(this.map);
    return { ...made, area };
  }

  classOf(area, many) {
    if (area.kind === "cluster") return `map-marker--cluster${area.count < LONG_NUMBER ? "" : " map-marker--long"}`;
    const imprecise = area.precision === "province" ? " map-marker--somewhere" : "";
    return (many ? "map-marker--together" : "map-marker--outlet") + imprecise;
  }

  groupLabel(area, title) {
    return area.kind === "cluster" ? `${title}. ${this.words.text("zoom_to")}` : title;
  }
}
