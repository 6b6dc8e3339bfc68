/** What is said of an outlet, the same in the list and in a popup. */

import { html } from "./dom.js";
import { kindIcon } from "./kind_icons.js";
import { formatInstant, stateNow } from "./open_now.js";
import { planButton } from "./plan_button.js";

/** @returns {string} the kind's name in the reader's language */
export function kindLabel(outlet, words) {
  return outlet.kind_label || words.text(`kinds.${outlet.kind}`);
}

/** @returns {{state: string, text: string}} "Open now, until 17:30" and its like, or how long a closure lasts */
export function openState(outlet, words, now) {
  const { state, until } = stateNow(outlet.changes_at, now);
  if (state === "closed" && outlet.closed) return { state, text: outlet.closed };
  const timed = `states.${state}_until`;
  if (!until || !words.has(timed)) return { state, text: words.text(`states.${state}`) };
  return { state, text: words.text(timed, { time: formatInstant(until, words.language, now) }) };
}

/** Writes the state into its line, touching nothing that is still true. */
export function refreshState(line, outlet, words, now) {
  const { state, text } = openState(outlet, words, now);
  if (line.textContent === text) return;
  line.textContent = text;
  line.className = `outlet__state outlet__state--${state}`;
}

/** @returns {string} how far it is from the place the reader has chosen, when the feed knows; "3.2 km" */
function distanceText({ distance }, words) {
  if (typeof distance !== "number") return "";
  return new Intl.NumberFormat(words.language, { style: "unit", unit: "kilometer", maximumFractionDigits: 1 }).format(distance);
}

/** @returns {HTMLElement[]} that today is a public holiday, when the feed says so */
function holidayNote({ holiday }) {
  return holiday ? [html("p", { class: "outlet__facts" }, holiday)] : [];
}

/** @returns {HTMLElement} icon, linked name, kind and place, state, “Add to plan” */
export function outletCard(outlet, words, now) {
  const name = html("a", { class: "outlet__name", href: outlet.url, lang: outlet.name_lang }, outlet.name);
  const facts = [kindLabel(outlet, words), outlet.place, distanceText(outlet, words)].filter(Boolean).join(" · ");
  const state = html("p", { "data-role": "state" });
  refreshState(state, outlet, words, now);
  return html(
    "div",
    { class: "outlet__card" },
    kindIcon(outlet.kind),
    html("div", { class: "outlet__body" }, name, html("p", { class: "outlet__facts" }, facts), state, ...holidayNote(outlet), ...planButton(outlet)),
  );
}
