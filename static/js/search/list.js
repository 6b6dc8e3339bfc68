/** The suggestions as elements of a listbox. Titles come in as text, never as HTML. */

import { parts } from "./marking.js";

export function build(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const option = (url, look, ...children) =>
  build("a", { role: "option", href: url, class: look, tabindex: "-1", "aria-selected": "false" }, ...children);

function suggestion({ title, lang, place, url }, words) {
  const text = parts(title, words).map(([part, marked]) => (marked ? build("mark", {}, part) : part));
  const where = place ? [" ", build("small", {}, place)] : [];
  return option(url, "suggestions__option", build("span", { lang }, ...text), ...where);
}

function group({ type, name, items }, words, id) {
  const title = build("div", { id: `${id}-${type}`, class: "suggestions__type" }, name);
  const options = items.map((item) => suggestion(item, words));
  return build("div", { role: "group", "aria-labelledby": title.id, class: "suggestions__group" }, title, ...options);
}

/** A search for other words, or for more of these. */
function way(url, sentence, words) {
  const text = sentence.replace("{words}", () => words);
  const link = option(url, "suggestions__option suggestions__option--way", text);
  return build("div", { role: "presentation", class: "suggestions__group" }, link);
}

function searchFor(address, words) {
  const url = new URL(address, location.href);
  url.searchParams.set("q", words);
  return url.pathname + url.search;
}

/**
 * @param {object} answer of the suggestions' address
 * @param {string} words as typed
 * @param {{id: string, mean: string, all: string}} list its id, and its sentences with `{words}`
 * @returns {HTMLElement[]} what belongs into the listbox: nothing when nothing is suggested
 */
export function suggestions({ groups, all, did_you_mean: meant }, words, { id, mean, all: every }) {
  const found = groups.filter(({ items }) => items.length).map((one) => group(one, words, id));
  if (meant) found.unshift(way(searchFor(all, meant), mean, meant));
  if (!found.length) return [];
  found.push(way(all, every, words));
  const options = found.flatMap((one) => [...one.querySelectorAll("[role=option]")]);
  for (const [number, one] of options.entries()) one.id = `${id}-${number + 1}`;
  return found;
}
