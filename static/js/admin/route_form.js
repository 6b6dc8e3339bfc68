/** What Wagtail's form of a route holds at the moment: its stops in order, and what else the estimates depend on. */

const value = (row, prefix, name) => row.querySelector(`[name="${CSS.escape(`${prefix}-${name}`)}"]`)?.value ?? "";

function stopOf(row, prefix) {
  if (value(row, prefix, "DELETE")) return null;
  const kind = ["village", "centre"].find((name) => value(row, prefix, name));
  if (!kind) return null;
  const parts = [kind, value(row, prefix, kind), value(row, prefix, "stay_minutes"), value(row, prefix, "day")];
  return { order: Number(value(row, prefix, "ORDER")), text: parts.join("-") };
}

/** @returns {string[]} the stops in their order, as the server reads them */
export function stopsIn(form) {
  const rows = [...form.querySelectorAll("[data-inline-panel-child]")].filter(({ id }) => /^inline_child_stops-\d+$/.test(id));
  return rows
    .map((row) => stopOf(row, row.id.replace("inline_child_", "")))
    .filter(Boolean)
    .sort((one, other) => one.order - other.order)
    .map(({ text }) => text);
}

/** @returns {FormData} what is asked of the server */
export function question(form, line) {
  const data = new FormData();
  for (const stop of stopsIn(form)) data.append("stop", stop);
  for (const name of ["modes", "days"]) data.append(name, form.elements[name]?.value ?? "");
  data.append("line", line);
  return data;
}

/** Posts with Django's token. @returns {Promise<Response>} */
export function post(form, url, body) {
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
  return fetch(url, { method: "POST", body, headers, credentials: "same-origin" });
}
