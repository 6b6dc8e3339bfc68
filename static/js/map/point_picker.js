/**
 * `<point-picker>`: sets the latitude and longitude fields of a form by clicking, dragging or arrow keys; typing in
 * the fields moves the marker. It makes its own box and buttons, so a cloned inline row needs nothing but the tag.
 */

import { html } from "./dom.js";
import { ARROWS, BIG_STEP, STEP, createFormMap } from "./form_map.js";
import { PickerInputs } from "./picker_inputs.js";
import { wordsOf } from "./words.js";

const CLOSE_ZOOM = 9;

class PointPicker extends HTMLElement {
  async connectedCallback() {
    this.words = wordsOf(this);
    this.inputs = PickerInputs.of(this);
    if (!this.inputs) return;
    this.build();
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.inputs.onEdit(() => this.follow(), signal);
    this.reflect();
    const base = await createFormMap(this, signal);
    if (base) this.start(base);
  }

  /** Wagtail moves rows about: the map goes with its row and is made again. */
  disconnectedCallback() {
    this.listening?.abort();
    this.base?.destroy();
    this.base = this.marker = undefined;
    this.frame?.remove();
  }

  build() {
    this.box = html("div", { class: "point-picker__map" });
    this.hint = html("p", { class: "point-picker__hint", role: "status" });
    this.clearButton = html("button", { type: "button", class: "map-button" }, this.words.text("clear"));
    this.clearButton.addEventListener("click", () => this.clear());
    const help = html("p", { class: "point-picker__help" }, this.words.text("help"));
    this.frame = html("div", { class: "point-picker__frame" }, help, this.box, this.hint, this.clearButton);
    this.append(this.frame);
  }

  start(base) {
    this.base = base;
    base.map.on("click", ({ latlng }) => this.set(latlng));
    const { point } = this.inputs;
    if (point) this.centre(point);
    this.reflect();
  }

  /** The fields were edited: the map follows. */
  follow() {
    const { point } = this.inputs;
    if (point && this.base && !this.base.map.getBounds().contains([point.lat, point.lon])) this.centre(point);
    this.reflect();
  }

  centre(point) {
    const { map } = this.base;
    map.setView([point.lat, point.lon], Math.max(map.getZoom(), CLOSE_ZOOM), { animate: false });
  }

  /** A point chosen on the map: the fields follow. */
  set(latlng) {
    const { lat, lng } = latlng.wrap();
    this.inputs.write({ lat, lon: lng });
    this.reflect();
  }

  clear() {
    this.inputs.write(null);
    this.reflect();
    this.inputs.fields.lat.focus();
  }

  /** Marker, hint and button tell what the fields hold. */
  reflect() {
    const { inputs } = this;
    inputs.markInvalid();
    this.hint.textContent = inputs.valid ? "" : this.words.text("out_of_range");
    this.clearButton.disabled = Object.values(inputs.fields).every(({ value }) => value === "");
    if (this.base) this.place(inputs.point);
  }

  place(point) {
    if (!point) {
      this.marker?.remove();
      this.marker = undefined;
      return;
    }
    this.marker ??= this.makeMarker(point);
    this.marker.setLatLng([point.lat, point.lon]);
    const values = { lat: point.lat.toFixed(5), lon: point.lon.toFixed(5) };
    this.marker.getElement().setAttribute("aria-label", this.words.text("marker", values));
  }

  makeMarker(point) {
    const { L, map } = this.base;
    const icon = L.divIcon({ className: "point-picker__marker", iconSize: [36, 36] });
    const marker = L.marker([point.lat, point.lon], { icon, draggable: true, autoPan: true }).addTo(map);
    marker.on("dragend", () => this.set(marker.getLatLng()));
    marker.getElement().addEventListener("keydown", (event) => this.onKey(event));
    return marker;
  }

  onKey(event) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    const { map } = this.base;
    const step = event.shiftKey ? BIG_STEP : STEP;
    const from = map.project(this.marker.getLatLng());
    const to = map.unproject(from.add([arrow[0] * step, arrow[1] * step]));
    this.set(to);
    map.panInside(to, { padding: [40, 40], animate: false });
  }
}

customElements.define("point-picker", PointPicker);
