/** The filter form, the feed's query and the address bar. */

/** The reader's own position goes to the feed, never into the address bar, where it would be shared and kept. */
const PRIVATE = new Set(["near"]);
const UNFILLABLE = new Set(["hidden", "submit", "button", "reset", "image", "file"]);

/** @returns {boolean} whether a value may not be told: a place of the form's own list may */
function isPrivate(name, value, form) {
  if (!PRIVATE.has(name) || !value) return false;
  const offered = [...(form?.elements[name]?.options ?? [])].find((option) => option.value === value);
  return !offered || offered.hasAttribute("data-own");
}

/** @returns {URLSearchParams} what is filled in, in the form's order */
export function feedQuery(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim() !== ""));
}

/** @returns {string} the page's address for the form as it stands, without anything private */
export function publicAddress(form, location) {
  return withQuery(location, told(feedQuery(form), form));
}

/** @returns {string} the present address without anything private */
export function withoutPrivate(location, form) {
  const query = new URLSearchParams(location.search);
  const all = query.size;
  const kept = told(query, form);
  return kept.size < all ? withQuery(location, kept) : location.pathname + location.search + location.hash;
}

function told(query, form) {
  return new URLSearchParams([...query].filter(([name, value]) => !isPrivate(name, value, form)));
}

function withQuery(location, query) {
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "") + location.hash;
}

function restoreField(field, values) {
  if (field.type === "radio") {
    field.checked = values.includes(field.value) || (field.value === "" && !values.length);
  } else if (field.type === "checkbox") {
    field.checked = values.includes(field.value);
  } else if (field.tagName === "SELECT") {
    for (const option of field.options) option.selected = values.includes(option.value);
    if (field.selectedIndex === -1 && !field.multiple) field.selectedIndex = 0;
  } else {
    field.value = values[0] ?? "";
  }
}

/** Adds what an address asks for and the form does not offer just now; gone as soon as the facets are fresh. */
function addMissing(form, query) {
  for (const old of form.querySelectorAll("[data-missing]")) old.remove();
  const filled = new FormData(form);
  for (const [name, value] of query) {
    const known = filled.getAll(name).includes(value) || ![...form.elements].some((field) => field.type === "checkbox" && field.name === name);
    if (known) continue;
    const missing = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    missing.toggleAttribute("data-missing", true);
    (form.querySelector('[data-region="facets"]') ?? form).append(missing);
  }
}

/** Fills the form from an address, as after "Back". The reader's own position is in none, and stays. */
export function restoreForm(form, search) {
  const query = new URLSearchParams(search);
  for (const field of form.elements) {
    const kept = isPrivate(field.name, field.value, form) && !query.has(field.name);
    if (field.name && !kept && !UNFILLABLE.has(field.type)) restoreField(field, query.getAll(field.name));
  }
  addMissing(form, query);
}
