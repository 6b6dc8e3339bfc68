/** What is said of a village, a route, a product's origin or a cluster of them, the same in list, popup and marker. */

import { html } from "./dom.js";
import { kindIcon } from "./kind_icons.js";
import { planButton } from "./plan_button.js";

/** @returns {boolean} whether it stands for several that a zoom or a popup parts */
export const isGroup = ({ kind }) => kind === "cluster" || kind === "together";

/** @returns {string} "8 products" */
export function counted(area, layer, words) {
  return words.plural(`layers.${layer}.number`, area.count);
}

/** @returns {string} "120 products, most of them in Hà Nội", or the name */
export function titleOf(area, layer, words) {
  if (!isGroup(area)) return area.name;
  const key = area.kind === "together" ? "together" : "group";
  const bare = area.place ? key : "number";
  return words.plural(`layers.${layer}.${bare}`, area.count, { place: area.place ?? "" });
}

/** @returns {string} kind, number and place of one that has a name */
export function factsOf(area, layer, words) {
  const kind = words.text(`kinds.${area.kind}`);
  const imprecise = area.precision === "province" ? words.text("in_province") : "";
  return [area.count > 1 ? counted(area, layer, words) : kind, area.place, imprecise].filter(Boolean).join(" · ");
}

function named(area, layer, words) {
  const name = html("a", { class: "outlet__name", href: area.url, lang: area.name_lang }, area.name);
  const facts = html("p", { class: "outlet__facts" }, factsOf(area, layer, words));
  const closed = area.closed ? [html("p", { class: "outlet__state outlet__state--closed" }, area.closed)] : [];
  const body = html("div", { class: "outlet__body" }, name, facts, ...closed, ...planButton(area));
  return html("div", { class: "outlet__card" }, kindIcon(area.kind), body);
}

function group(area, layer, words) {
  const title = html("p", { class: "outlet__name" }, titleOf(area, layer, words));
  return html("div", { class: "outlet__card" }, html("div", { class: "outlet__body" }, title));
}

/** @returns {HTMLElement} what the popup of several on one spot lists */
export function membersList(area, layer, words) {
  const rows = area.members.map((member) => html("li", {}, named(member, layer, words)));
  const hidden = (area.places ?? rows.length) - rows.length;
  const more = hidden > 0 ? [html("li", {}, words.plural("more_places", hidden))] : [];
  return html("ol", { class: "map-popup__list" }, ...rows, ...more);
}

/** @returns {HTMLElement} icon, linked name, facts and “Add to plan”; the number for a group */
export function areaCard(area, layer, words) {
  return isGroup(area) ? group(area, layer, words) : named(area, layer, words);
}
