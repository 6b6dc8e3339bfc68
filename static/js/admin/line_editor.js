/**
 * `<line-editor>`: draws the line of a route on a map, reads it from a file, and keeps the estimates beside it in step
 * with the form. The text field holds the line; without this script it can be pasted there or uploaded.
 */

import { html } from "../map/dom.js";
import { ARROWS, BIG_STEP, STEP, createFormMap } from "../map/form_map.js";
import { wordsOf } from "../map/words.js";
import { appended, inserted, kilometres, moved, nearestPart, parse, removed, written } from "./line_edits.js";
import { post, question } from "./route_form.js";

const ON_THE_LINE = 12; // pixels
const MOST_HANDLES = 150;
const WATCH = 700; // milliseconds: Wagtail's rows tell nobody when they are moved

class LineEditor extends HTMLElement {
  async connectedCallback() {
    this.words = wordsOf(this);
    this.form = this.closest("form");
    this.field = document.getElementById(this.dataset.field);
    this.file = document.getElementById(this.dataset.file);
    if (!this.form || !this.field) return;
    this.past = [];
    this.stops = [];
    this.build();
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.field.addEventListener("input", () => this.writing || this.read(), { signal });
    this.file?.addEventListener("change", () => this.readFile(), { signal });
    this.watch = setInterval(() => this.ask(), WATCH);
    this.read();
    const base = await createFormMap(this, signal);
    if (base) this.start(base);
  }

  disconnectedCallback() {
    this.listening?.abort();
    clearInterval(this.watch);
    this.base?.destroy();
    this.base = undefined;
  }

  build() {
    this.box = html("div", { class: "line-editor__map" });
    this.hint = html("p", { class: "line-editor__hint", role: "status" });
    const help = html("p", { class: "line-editor__help" }, this.words.text("help"));
    const button = (word, act) => {
      const made = html("button", { type: "button", class: "button button-small button-secondary" }, this.words.text(word));
      made.addEventListener("click", act);
      return made;
    };
    this.undoButton = button("undo", () => this.undo());
    this.stopsButton = button("through_stops", () => this.change(this.stops.map(({ lat, lon }) => [lat, lon])));
    this.removeButton = button("remove", () => this.change([]));
    const buttons = html("div", { class: "line-editor__buttons" }, this.undoButton, this.stopsButton, this.removeButton);
    const frame = html("div", { class: "line-editor__frame" }, help, this.box, this.hint, buttons);
    this.querySelector("[data-role=map]").replaceChildren(frame);
  }

  start(base) {
    this.base = base;
    const { L, map } = base;
    this.line = L.polyline([], { color: "#9c2a1f", weight: 4, interactive: false }).addTo(map);
    this.handles = L.layerGroup().addTo(map);
    this.marks = L.layerGroup().addTo(map);
    map.on("click", ({ latlng, containerPoint }) => this.click(latlng, containerPoint));
    map.on("moveend", () => this.drawHandles());
    this.drawStops();
    this.fit();
    this.draw();
  }

  fit() {
    const all = [...(this.points ?? []), ...this.stops.map(({ lat, lon }) => [lat, lon])];
    if (all.length) this.base?.map.fitBounds(all, { padding: [30, 30], maxZoom: 13, animate: false });
  }

  // --- the line and its field ---------------------------------------------------------------------------------------

  /** The field was edited by hand: the map follows. */
  read() {
    this.points = parse(this.field.value);
    this.draw();
  }

  /** @param {number[][]} points what the line becomes; the field follows, and it can be undone */
  change(points, { undoable = true } = {}) {
    if (undoable) this.past.push(this.field.value);
    this.points = points;
    this.write(points.length === 1 ? "" : written(points));
    this.draw();
  }

  undo() {
    this.write(this.past.pop() ?? "");
    this.read();
  }

  write(text) {
    this.writing = true;
    this.field.value = text;
    for (const name of ["input", "change"]) this.field.dispatchEvent(new Event(name, { bubbles: true }));
    this.writing = false;
  }

  async readFile() {
    const [file] = this.file.files;
    if (!file) return;
    const body = new FormData();
    body.append("line_file", file);
    try {
      const response = await post(this.form, this.dataset.readingUrl, body);
      const { line, error } = await response.json();
      if (error) return this.say(error, true);
      this.file.value = "";
      this.change(line.coordinates.map(([lon, lat]) => [lat, lon]));
      this.fit();
    } catch {
      this.say(this.words.text("failed"), true);
    }
  }

  // --- the map ------------------------------------------------------------------------------------------------------

  click(latlng, spot) {
    const points = this.points ?? [];
    const at = [latlng.lat, latlng.lng];
    const drawn = points.map((point) => this.base.map.latLngToContainerPoint(point));
    const { index, distance } = nearestPart(drawn, spot);
    this.change(distance <= ON_THE_LINE ? inserted(points, index, at) : appended(points, at));
  }

  draw() {
    const points = this.points ?? [];
    this.undoButton.disabled = this.past.length === 0;
    this.removeButton.disabled = this.field.value === "";
    this.stopsButton.disabled = this.stops.length < 2;
    this.say(this.sentence(points), this.points === null);
    if (!this.base) return;
    this.line.setLatLngs(points);
    this.drawHandles();
  }

  sentence(points) {
    if (this.points === null) return this.words.text("unreadable");
    if (points.length < 2) return this.words.text("empty");
    return this.words.plural("size", points.length, { kilometres: this.words.number.format(Number(kilometres(points).toFixed(1))) });
  }

  say(sentence, wrong = false) {
    if (this.hint.textContent !== sentence) this.hint.textContent = sentence;
    this.hint.classList.toggle("line-editor__hint--wrong", wrong);
  }

  /** Handles for the points in view, when they aren't too many to be told apart. */
  drawHandles() {
    if (!this.base) return;
    const { map } = this.base;
    const points = this.points ?? [];
    const view = map.getBounds().pad(0.1);
    const shown = points.map((point, index) => ({ point, index })).filter(({ point }) => view.contains(point));
    const focused = this.focused;
    this.handles.clearLayers();
    if (shown.length > MOST_HANDLES) return this.say(this.words.text("closer"));
    for (const { point, index } of shown) this.handle(point, index);
    if (focused !== undefined) this.focusHandle(Math.min(focused, points.length - 1));
  }

  handle(point, index) {
    const { L } = this.base;
    const icon = L.divIcon({ className: "line-editor__point", iconSize: [24, 24] });
    const marker = L.marker(point, { icon, draggable: true, autoPan: true }).addTo(this.handles);
    marker.number = index;
    const place = () => [marker.getLatLng().lat, marker.getLatLng().lng];
    marker.on("drag", () => this.line.setLatLngs(moved(this.points, index, place())));
    marker.on("dragend", () => this.change(moved(this.points, index, place())));
    const element = marker.getElement();
    element.setAttribute("aria-label", this.words.text("point", { number: index + 1, count: this.points.length }));
    element.addEventListener("keydown", (event) => this.onKey(event, index));
  }

  focusHandle(index) {
    this.handles.eachLayer((marker) => marker.number === index && marker.getElement().focus({ preventScroll: true }));
  }

  onKey(event, index) {
    const arrow = ARROWS[event.key];
    if (!arrow && event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    this.focused = index;
    if (arrow) {
      const { map } = this.base;
      const step = event.shiftKey ? BIG_STEP : STEP;
      const to = map.unproject(map.project(this.points[index]).add([arrow[0] * step, arrow[1] * step]));
      this.change(moved(this.points, index, [to.lat, to.lng]));
      map.panInside(to, { padding: [40, 40], animate: false });
    } else {
      this.change(removed(this.points, index));
    }
    this.focused = undefined;
  }

  // --- the stops and their estimates --------------------------------------------------------------------------------

  /** Asks for the estimates when the form holds something else than the last time. */
  async ask() {
    if (this.asking) return;
    const asked = question(this.form, this.field.value);
    const key = JSON.stringify([...asked]);
    if (key === this.asked) return;
    this.asking = true;
    try {
      const response = await post(this.form, this.dataset.estimatesUrl, asked);
      if (!response.ok) throw new Error(`${response.status}`);
      const { html: text, points } = await response.json();
      this.querySelector("[data-role=estimates]").innerHTML = text;
      this.stops = points;
      this.drawStops();
      if (this.asked === undefined) this.fit();
      this.draw();
    } catch {
      this.say(this.words.text("failed"), true);
    } finally {
      this.asked = key;
      this.asking = false;
    }
  }

  drawStops() {
    if (!this.base) return;
    const { L } = this.base;
    this.marks.clearLayers();
    for (const { lat, lon, number, name } of this.stops) {
      const icon = L.divIcon({ className: "line-editor__stop", iconSize: [26, 26], html: String(number) });
      L.marker([lat, lon], { icon, interactive: false, keyboard: false, alt: name, zIndexOffset: -1000 }).addTo(this.marks);
    }
  }
}

customElements.define("line-editor", LineEditor);
