/** Outlets on the map: single markers and clusters, kept in step with the zoom. */

import { cluster, onOnePoint } from "./clusters.js";
import { kindIcon } from "./kind_icons.js";
import { buttonMarker } from "./map_markers.js";
import { kindLabel } from "./outlet_card.js";

const CELL = 72;
const MARKER_SIZE = 36;

const clusterSize = (count) => Math.round(Math.min(50, 30 + 4 * Math.log2(count)));
const keyOf = ({ items }) => items.map(({ slug }) => slug).join(" ");

export class OutletMarkers {
  /** @param {{onOutlet: (outlet) => void, onGroup: (outlets) => void}} actions */
  constructor({ L, map }, words, actions) {
    Object.assign(this, { L, map, words, actions });
    this.outlets = [];
    this.drawn = new Map();
    map.on("moveend", () => this.redraw());
  }

  /** Shows these outlets instead of those before. */
  show(outlets) {
    this.outlets = outlets;
    this.zoom = undefined;
    this.redraw();
  }

  /** Puts the focus on the marker or cluster that holds an outlet; on the map when it is out of view. */
  focus(slug) {
    const holder = [...this.drawn.values()].find(({ group }) => group.items.some((item) => item.slug === slug));
    (holder?.button ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  redraw() {
    const zoom = this.map.getZoom();
    if (zoom !== this.zoom) {
      this.zoom = zoom;
      this.groups = cluster(this.outlets, zoom, { cell: CELL });
    }
    const near = this.map.getBounds().pad(0.2);
    const wanted = new Map(
      this.groups.filter(({ lat, lon }) => near.contains([lat, lon])).map((group) => [keyOf(group), group]),
    );
    const lostFocus = this.removeAllBut(wanted);
    for (const [key, group] of wanted) {
      if (!this.drawn.has(key)) this.drawn.set(key, this.draw(group));
    }
    this.keepTabOrderInView();
    if (lostFocus) this.focus(lostFocus);
  }

  /** @returns {string|undefined} an outlet of the group whose marker had the focus and is gone */
  removeAllBut(wanted) {
    let lostFocus;
    for (const [key, { marker, button, group }] of this.drawn) {
      if (wanted.has(key)) continue;
      if (button === document.activeElement) lostFocus = group.items[0].slug;
      marker.remove();
      this.drawn.delete(key);
    }
    return lostFocus;
  }

  keepTabOrderInView() {
    const view = this.map.getBounds();
    for (const { button, group } of this.drawn.values()) button.tabIndex = view.contains([group.lat, group.lon]) ? 0 : -1;
  }

  draw(group) {
    const drawn = group.items.length === 1 ? this.drawOutlet(group) : this.drawGroup(group);
    drawn.marker.addTo(this.map);
    return { ...drawn, group };
  }

  drawOutlet({ lat, lon, items: [outlet] }) {
    const { name, kind, slug } = outlet;
    const options = {
      lat,
      lon,
      size: MARKER_SIZE,
      className: "map-marker--outlet",
      label: this.words.text("marker", { name, kind: kindLabel(outlet, this.words) }),
      onActivate: () => this.actions.onOutlet(outlet),
    };
    const made = buttonMarker(this.L, this.map, options, kindIcon(kind));
    made.button.dataset.slug = slug;
    return made;
  }

  drawGroup({ lat, lon, items }) {
    const together = onOnePoint(items);
    const size = clusterSize(items.length);
    const options = {
      lat,
      lon,
      size,
      className: together ? "map-marker--together" : "map-marker--cluster",
      label: this.words.plural(together ? "same_point" : "cluster", items.length, { place: items[0].place ?? "" }),
      onActivate: () => this.open(items, together),
    };
    const made = buttonMarker(this.L, this.map, options, this.words.number.format(items.length));
    made.button.dataset.count = items.length;
    return made;
  }

  open(items, together) {
    const zoom = this.map.getZoom();
    if (together || zoom >= this.map.getMaxZoom()) {
      this.actions.onGroup(items);
      return;
    }
    const bounds = this.L.latLngBounds(items.map(({ lat, lon }) => [lat, lon]));
    const padding = this.L.point(48, 48);
    const closer = Math.max(zoom + 1, this.map.getBoundsZoom(bounds, false, padding.multiplyBy(2)));
    this.map.setView(bounds.getCenter(), Math.min(closer, this.map.getMaxZoom()));
  }
}
