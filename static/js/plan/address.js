/** The plan's address as text: what its letters mean is docs/adr/0022 and site/routes/trips/link.py. Pure. */

const STOP = /([2-9a-hjkmnp-z]{6})([A-Z01]{0,2})/g;
const VERSION = "1";

/** @returns {string[][]} the stops of `p` by day, each with its marks */
export function daysOf(p) {
  const text = (p ?? "").slice(VERSION.length);
  return text ? text.split(".").map((day) => [...day.matchAll(STOP)].map(([stop]) => stop)) : [];
}

const codeOf = (stop) => stop.slice(0, 6);
const written = (days) => (days.some((day) => day.length) ? VERSION + days.map((day) => day.join("")).join(".") : "");

/** A query with its stops replaced, first of all, as the server writes it. */
function withStops(query, p) {
  const parts = new URLSearchParams(query);
  parts.delete("p");
  return new URLSearchParams([...(p ? [["p", p]] : []), ...parts]).toString();
}

/**
 * @param {string} query the plan's own
 * @param {string} shown `p` as the page shows it
 * @param {string[][]} days the codes in the reader's order, by day; stops that no day has stay behind the last of theirs
 * @returns {string} the query of the plan in that order
 */
export function inOrder(query, shown, days) {
  const before = daysOf(shown);
  const stops = new Map(before.flat().map((stop) => [codeOf(stop), stop]));
  const placed = new Set(days.flat());
  const after = days.map((codes, day) => [
    ...codes.map((code) => stops.get(code) ?? code),
    ...(before[day] ?? []).filter((stop) => !placed.has(codeOf(stop))),
  ]);
  for (const day of before.slice(days.length)) after.at(-1)?.push(...day.filter((stop) => !placed.has(codeOf(stop))));
  const parts = new URLSearchParams(withStops(query, written(after)));
  parts.set("o", "1");
  return parts.toString();
}

/**
 * @param {{codes: string[], planned: string[], query: string}} basket
 * @returns {string} the query that brings the plan last seen up to what the basket holds; empty for no plan
 */
export function caughtUp({ codes, planned, query }) {
  if (!codes.length) return "";
  const days = daysOf(new URLSearchParams(query).get("p")).map((day) => day.filter((stop) => codes.includes(codeOf(stop))));
  const kept = withStops(query, written(days));
  const added = codes.filter((code) => !planned.includes(code)).join(",");
  return [kept, added && `add=${added}`].filter(Boolean).join("&");
}

/** @returns {string} a query with the places of another plan added to its own */
export function withAdded(query, codes) {
  return [query, codes.length && `add=${codes.join(",")}`].filter(Boolean).join("&");
}
