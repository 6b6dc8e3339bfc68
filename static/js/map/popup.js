/** A popup that takes the focus and gives it back. */

import { html } from "./dom.js";

const OPTIONS = {
  closeButton: false,
  closeOnEscapeKey: false,
  offset: [0, -10],
  minWidth: 270,
  maxWidth: 300,
  className: "map-popup",
};

const MARGIN = 12;
const BUTTONS = 68;
const TALL = 400;
const MIN_HEIGHT = 140;
const FOOT = 72;

/** The one popup of a map. */
export class Popup {
  constructor(L, map, words) {
    this.L = L;
    this.map = map;
    this.words = words;
    const container = map.getContainer();
    container.addEventListener("keydown", (event) => this.onKey(event));
    map.on("popupopen popupclose", ({ type }) => container.classList.toggle("has-popup", type === "popupopen"));
  }

  /**
   * @param {{lat: number, lon: number}} point
   * @param {string} label the dialog's accessible name
   * @param {HTMLElement} content
   * @param {() => void} giveBack puts the focus back where it came from
   */
  open(point, label, content, giveBack) {
    const close = html("button", { type: "button", class: "map-popup__close", "aria-label": this.words.text("close") }, "×");
    close.addEventListener("click", () => this.close());
    this.dialog = html("div", { class: "map-popup__dialog", role: "dialog", "aria-label": label, tabindex: "-1" }, close, content);
    this.giveBack = giveBack;
    this.popup = this.L.popup({ ...OPTIONS, ...this.room() }).setLatLng([point.lat, point.lon]).setContent(this.dialog);
    this.popup.openOn(this.map);
    this.dialog.focus({ preventScroll: true });
  }

  /** On a map with room for it, a popup stays below the buttons at its top; a long one scrolls. */
  room() {
    const height = this.map.getSize().y;
    const top = height > TALL ? BUTTONS : MARGIN;
    return {
      autoPanPaddingTopLeft: [MARGIN, top],
      autoPanPaddingBottomRight: [MARGIN, MARGIN],
      maxHeight: Math.max(MIN_HEIGHT, height - top - FOOT),
    };
  }

  get isOpen() {
    return Boolean(this.popup?.isOpen());
  }

  close() {
    this.popup.close();
    this.giveBack();
  }

  onKey(event) {
    if (event.key !== "Escape" || !this.isOpen) return;
    event.stopPropagation();
    this.close();
  }
}
