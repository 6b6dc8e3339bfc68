/** The map half of `<outlet-map>`: markers, popups and what is in view. */

import { createBaseMap } from "./base_map.js";
import { html, reducedMotion, role } from "./dom.js";
import { OutletMarkers } from "./outlet_markers.js";
import { outletCard } from "./outlet_card.js";
import { Popup } from "./popup.js";

const SHOW_ZOOM = 9;
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

  fit(outlets) {
    if (outlets.length) this.map.fitBounds(outlets.map(({ lat, lon }) => [lat, lon]), FIT);
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
