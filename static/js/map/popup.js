/** A popup that takes the focus and gives it back. */

import { html } from "./dom.js";

const OPTIONS = {
  closeButton: false,
  closeOnEscapeKey: false,
  autoPanPadding: [12, 12],
  minWidth: 200,
  maxWidth: 300,
  maxHeight: 260,
  className: "map-popup",
};

/** The one popup of a map. */
export class Popup {
  constructor(L, map, words) {
    this.L = L;
    this.map = map;
    this.words = words;
    map.getContainer().addEventListener("keydown", (event) => this.onKey(event));
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
    this.popup = this.L.popup({ ...OPTIONS, offset: [0, -10] }).setLatLng([point.lat, point.lon]).setContent(this.dialog);
    this.popup.openOn(this.map);
    this.dialog.focus({ preventScroll: true });
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
