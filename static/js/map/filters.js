/** The filter form, the feed's query and the address bar. */

/** The reader's own position goes to the feed, never into the address bar, where it would be shared and kept. */
const PRIVATE = new Set(["near"]);
const UNFILLABLE = new Set(["hidden", "submit", "button", "reset", "image", "file"]);

/** @returns {URLSearchParams} what is filled in, in the form's order */
export function feedQuery(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim() !== ""));
}

/** @returns {string} the page's address for the form as it stands, without anything private */
export function publicAddress(form, location) {
  const query = feedQuery(form);
  PRIVATE.forEach((name) => query.delete(name));
  return withQuery(location, query);
}

/** @returns {string} the present address without anything private */
export function withoutPrivate(location) {
  const query = new URLSearchParams(location.search);
  const found = [...PRIVATE].filter((name) => query.has(name));
  found.forEach((name) => query.delete(name));
  return found.length ? withQuery(location, query) : location.pathname + location.search + location.hash;
}

function withQuery(location, query) {
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "") + location.hash;
}

function restoreField(field, values) {
  if (field.type === "checkbox" || field.type === "radio") {
    field.checked = values.includes(field.value);
  } else if (field.tagName === "SELECT") {
    for (const option of field.options) option.selected = values.includes(option.value);
    if (field.selectedIndex === -1 && !field.multiple) field.selectedIndex = 0;
  } else {
    field.value = values[0] ?? "";
  }
}

/** Fills the form from an address, as after "Back". Private fields keep what they hold. */
export function restoreForm(form, search) {
  const query = new URLSearchParams(search);
  for (const field of form.elements) {
    if (field.name && !PRIVATE.has(field.name) && !UNFILLABLE.has(field.type)) restoreField(field, query.getAll(field.name));
  }
}
