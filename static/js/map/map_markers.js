/** Markers as real buttons: focusable, named, worked by Enter and Space without help. */

import { html } from "./dom.js";

/**
 * @param {object} L
 * @param {object} map
 * @param {{lat: number, lon: number, size: number, className: string, label: string, onActivate: () => void}} options
 * @param {...(Node|string)} face what the button shows
 * @returns {{marker: object, button: HTMLButtonElement}} not yet on the map
 */
export function buttonMarker(L, map, { lat, lon, size, className, label, onActivate }, ...face) {
  const button = html("button", { type: "button", class: `map-marker ${className}`, "aria-label": label, title: label }, ...face);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    // The end of a drag that began on the button is a click too; one by keyboard has no detail.
    if (event.detail && map.dragging.moved()) return;
    onActivate();
  });
  button.addEventListener("dblclick", (event) => event.stopPropagation());
  // Space and Enter belong to the button, the arrows still pan the map.
  button.addEventListener("keypress", (event) => event.stopPropagation());
  const icon = L.divIcon({ className: "map-marker-box", html: button, iconSize: [size, size] });
  return { marker: L.marker([lat, lon], { icon, interactive: false, keyboard: false }), button };
}
