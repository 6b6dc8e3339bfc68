/** “Add to plan” in the map's list and popups: the element that cards have (templates/components/add_to_plan.html). */

import { html } from "./dom.js";

/**
 * @param {{code?: string, name: string, name_lang?: string, origin?: string}} place what the feed says; `origin` is the
 *   place that a product comes from and is named in sight, because it isn't what the card is about
 * @returns {HTMLElement[]} the button; none for what no plan can hold, or where there is no plan (in a frame)
 */
export function planButton({ code, name, name_lang: language, origin }) {
  const plan = document.querySelector('[data-role="plan-link"]');
  if (!plan || !code) return [];
  const words = html("span", { "data-role": "words" }, plan.dataset.add);
  const place = html("span", { class: !origin && "visually-hidden" }, ": ", html("span", { lang: !origin && language }, origin ?? name));
  const way = html("a", { href: `${plan.pathname}?add=${code}`, rel: "nofollow" }, html("span", {}, words, place));
  return [html("plan-button", { class: "plan-button", "data-codes": code, "data-name": origin ?? name }, way)];
}
