/** “Add to plan” in a popup. The feeds carry no short codes; the place's own page gives its button when it is asked for. */

import { fetchPage } from "../live_list.js";
import { html } from "./dom.js";

async function add(button, url) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    const own = (await fetchPage(url)).querySelector("main plan-button");
    const isFocused = document.activeElement === button;
    button.replaceWith(own);
    const toggle = own.querySelector("a");
    if (isFocused) toggle.focus({ preventScroll: true });
    if (toggle.getAttribute("aria-pressed") !== "true") toggle.click();
  } catch (error) {
    console.warn("The place's own page has the button too.", error);
    window.location.assign(url);
  }
}

/** @returns {HTMLElement} the card of a village or centre with the button below it; the card alone where there is no plan */
export function withPlanWay(card, { url, name }) {
  const words = document.querySelector('[data-role="plan-link"]')?.dataset.add;
  if (!words) return card;
  const button = html("button", { type: "button", class: "map-button map-popup__plan", "aria-label": `${words}: ${name}` }, words);
  button.addEventListener("click", () => add(button, url));
  return html("div", {}, card, button);
}
