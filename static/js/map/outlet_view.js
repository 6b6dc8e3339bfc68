/** The map half of `<outlet-map>`: markers, popups and what is in view. */

import { createBaseMap } from "./base_map.js";
import { html, reducedMotion, role } from "./dom.js";
import { buttonMarker } from "./map_markers.js";
import { OutletMarkers } from "./outlet_markers.js";
import { outletCard } from "./outlet_card.js";
import { Popup } from "./popup.js";

const SHOW_ZOOM = 9;
const NEAR_ZOOM = 10;
// Room for the buttons above and, on phones, for the sheet that covers the foot of the map.
const FIT = { paddingTopLeft: [32, 48], paddingBottomRight: [32, 64], maxZoom: 13, animate: false };

/** @returns {Promise<OutletView>} */
export async function createOutletView(element, canvas, words) {
  return new OutletView(await createBaseMap(element, canvas, words), element, words);
}

class OutletView {
  constructor(base, element, words) {
    Object.assign(this, { ...base, element, words });
    this.popup = new Popup(base.L, base.map, words);
    this.markers = new OutletMarkers(base, words, {
      onOutlet: (outlet) => this.openOutlet(outlet, () => this.markers.focus(outlet.slug)),
      onGroup: (outlets) => this.openGroup(outlets),
    });
  }

  /** @param {() => void} listener called whenever the view has changed */
  onMove(listener) {
    this.map.on("moveend", listener);
  }

  /** Shows other outlets, all of them in view. */
  setOutlets(outlets) {
    this.map.closePopup();
    this.fit(outlets);
    this.markers.show(outlets);
  }

  fit(outlets, options) {
    this.show(outlets.length ? outlets.map(({ lat, lon }) => [lat, lon]) : null, options);
  }

  /** Shows what lies around the place the reader has chosen; without one, or if told so, everything within the bounds. */
  show(bounds, { everything = false } = {}) {
    if (this.near && !everything) this.map.setView(this.near, NEAR_ZOOM, { animate: false });
    else if (bounds) this.map.fitBounds(bounds, FIT);
  }

  /** Marks the place the reader has chosen ("lat,lon"), or takes its mark away. */
  choose(place) {
    const [lat, lon] = (place ?? "").split(",").map(Number);
    this.near = place && Number.isFinite(lat) && Number.isFinite(lon) ? [lat, lon] : null;
    this.chosen?.remove();
    if (!this.near) return;
    const label = this.words.text("chosen");
    const say = () => this.popup.open({ lat, lon }, label, html("p", { class: "outlet__name" }, label), () => button.focus());
    const { marker, button } = buttonMarker(this.L, this.map, { lat, lon, size: 30, className: "map-marker--chosen", label, onActivate: say }, "");
    this.chosen = marker.addTo(this.map);
  }

  /** Brings corners into view without losing what is already there. */
  bringIn(corners) {
    const bounds = this.L.latLngBounds(corners);
    const nearer = bounds.getSouthWest().equals(bounds.getNorthEast()) ? SHOW_ZOOM : this.map.getBoundsZoom(bounds);
    this.map.setView(bounds.getCenter(), Math.max(this.map.getZoom(), Math.min(nearer, SHOW_ZOOM)), { animate: false });
  }

  inView(outlets) {
    const bounds = this.map.getBounds();
    return outlets.filter(({ lat, lon }) => bounds.contains([lat, lon]));
  }

  /** Brings an outlet into the middle and opens it. */
  reveal(outlet, giveBack) {
    this.map.setView([outlet.lat, outlet.lon], Math.max(this.map.getZoom(), SHOW_ZOOM), { animate: false });
    this.uncover();
    this.openOutlet(outlet, giveBack);
  }

  /** On phones the map lies beneath the list that one has scrolled through; the filters stand above it. */
  uncover() {
    const behavior = reducedMotion() ? "auto" : "smooth";
    for (const name of ["canvas", "filters"]) role(this.element, name).scrollIntoView({ block: "nearest", behavior });
  }

  openOutlet(outlet, giveBack) {
    this.popup.open(outlet, outlet.name, outletCard(outlet, this.words, new Date()), giveBack);
  }

  openGroup(outlets) {
    const now = new Date();
    const label = this.words.plural("same_point", outlets.length, { place: outlets[0].place ?? "" });
    const rows = outlets.map((outlet) => html("li", {}, outletCard(outlet, this.words, now)));
    const list = html("ol", { class: "map-popup__list" }, ...rows);
    this.popup.open(outlets[0], label, list, () => this.markers.focus(outlets[0].slug));
  }
}
