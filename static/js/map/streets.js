/**
 * Street tiles from another host: only after a tap, remembered on this device, gone again when they fail.
 * Until then the map asks nobody but this site.
 */

import { html } from "./dom.js";

const STORAGE_KEY = "duong-lang.streets";
const PATIENCE_MS = 2000; // without a tile, whether it failed or never answered
const DEFAULT_CREDIT = "© OpenStreetMap contributors";

function remembered() {
  try {
    return window.localStorage.getItem(STORAGE_KEY);
  } catch {
    return null; // storage is switched off
  }
}

function remember(value) {
  try {
    window.localStorage.setItem(STORAGE_KEY, value);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

const escaped = (text) => html("i", {}, text).innerHTML;

class Streets {
  constructor(L, map, options) {
    this.L = L;
    this.map = map;
    this.words = options.words;
    this.zoomSnap = map.options.zoomSnap;
    this.layer = L.tileLayer(options.tilesUrl, {
      maxZoom: map.getMaxZoom(),
      maxNativeZoom: 19,
      attribution: escaped(options.tilesAttribution || DEFAULT_CREDIT),
    });
    this.isUsual = options.streets === "on";
    this.tiles = new Map(); // "asked", "there" or "failed", by their elements
    this.layer.on("tileloadstart", ({ tile }) => this.note(tile, "asked"));
    this.layer.on("tileload", ({ tile }) => this.note(tile, "there"));
    this.layer.on("tileerror", ({ tile }) => this.note(tile, "failed"));
    this.layer.on("tileunload", ({ tile }) => this.tiles.delete(tile));
    this.button = html("button", { type: "button", class: "map-button", "aria-pressed": "false" });
    this.status = html("p", { class: "map-status", role: "status" });
    this.button.append(this.words.text("streets.button"));
    this.button.addEventListener("click", () => this.toggle());
  }

  get shown() {
    return this.map.hasLayer(this.layer);
  }

  toggle() {
    if (this.shown) this.hide();
    else this.show();
    remember(this.shown ? "on" : "off");
  }

  /** Tiles are sharp at whole zooms only. */
  show() {
    this.say("");
    this.map.options.zoomSnap = 1;
    this.map.setZoom(Math.round(this.map.getZoom()), { animate: false });
    this.layer.addTo(this.map);
    this.reflect();
  }

  hide() {
    this.endWaiting();
    this.layer.remove();
    this.map.options.zoomSnap = this.zoomSnap;
    this.reflect();
  }

  /** Every tile that arrives buys the others more time. */
  note(tile, state) {
    if (state === "there") this.endWaiting();
    this.tiles.set(tile, state);
    if (this.count("asked") || state === "failed") this.startWaiting();
  }

  count(state) {
    return [...this.tiles.values()].filter((one) => one === state).length;
  }

  startWaiting() {
    this.waiting ??= window.setTimeout(() => this.judge(), PATIENCE_MS);
  }

  /** A few missing tiles are no failure: streets go when most of what is in view failed or never came. */
  judge() {
    this.endWaiting();
    if (this.count("there") * 2 < this.tiles.size) this.fail();
  }

  endWaiting() {
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  fail() {
    this.hide();
    if (!this.isUsual) remember("off"); // where streets are usual, the next page tries again
    this.say(this.words.text("streets.failed"));
  }

  reflect() {
    this.button.setAttribute("aria-pressed", String(this.shown));
    this.map.getContainer().classList.toggle("has-streets", this.shown);
  }

  say(text) {
    this.status.textContent = text;
    this.status.classList.toggle("map-status--shown", Boolean(text));
  }
}

function addControl(L, map, position, element) {
  const control = L.control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(element);
    return element;
  };
  control.addTo(map);
}

/**
 * Adds the "Streets" button, unless the site has streets switched off.
 *
 * @param {object} options `streets` (ask, on or off), `tilesUrl`, `tilesAttribution`, `words`
 * @returns {() => void} undo
 */
export function addStreets(L, map, options) {
  if (options.streets === "off" || !options.tilesUrl) return () => {};
  const streets = new Streets(L, map, options);
  addControl(L, map, "topright", streets.button);
  addControl(L, map, "topright", streets.status);
  const choice = remembered() ?? (options.streets === "on" ? "on" : "off");
  if (choice === "on") streets.show();
  return () => streets.endWaiting();
}
