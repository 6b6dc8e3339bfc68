/**
 * "Open now" from the instants of change that a feed carries. Pure: the clock is an argument.
 *
 * No hours means unknown, never closed. A list whose newest instant is more than a day old was kept too long
 * (a phone without signal) and says nothing about now.
 */

const STALE_MS = 24 * 60 * 60 * 1000;
const SOON_MS = 60 * 60 * 1000;
const STATES = { open: "open", closed: "closed" };
const OFFSET = /([+-])(\d{2}):?(\d{2})$/;

/**
 * @param {[string, string][]} changes ISO 8601 instants with what holds from then on, in order
 * @param {Date} now
 * @returns {{state: "open"|"closes_soon"|"closed"|"unknown", until: string|null}} `until` is the ISO instant
 *   at which the doors next open or close, when it is known
 */
export function stateNow(changes, now) {
  const known = (changes ?? []).map(([iso, name]) => ({ iso, at: Date.parse(iso), state: STATES[name] ?? "unknown" }));
  const past = known.filter(({ at }) => at <= now.getTime());
  const newest = known.at(-1);
  if (!newest || now.getTime() - newest.at > STALE_MS) return { state: "unknown", until: null };
  const current = past.at(-1) ?? known[0];
  if (current.state === "unknown") return { state: "unknown", until: null };
  const next = known.slice(known.indexOf(current) + 1).find(({ state }) => state !== current.state);
  const closesSoon = current.state === "open" && next && next.at - now.getTime() <= SOON_MS;
  const until = next && next.state !== "unknown" ? next.iso : null;
  return { state: closesSoon ? "closes_soon" : current.state, until };
}

function offsetMs(iso) {
  const match = OFFSET.exec(iso);
  if (!match) return 0;
  const [, sign, hours, minutes] = match;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60000;
}

/**
 * The instant on the outlet's own clock, with the weekday unless it is the same day there, and the date when it
 * is a week or more away.
 *
 * @param {string} iso instant with its offset
 * @param {string} language BCP 47
 * @param {Date} now
 * @returns {string}
 */
export function formatInstant(iso, language, now) {
  const shift = offsetMs(iso);
  const then = new Date(Date.parse(iso) + shift);
  const here = new Date(now.getTime() + shift);
  const days = Math.floor(then.getTime() / 86400000) - Math.floor(here.getTime() / 86400000);
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" };
  if (days !== 0) options.weekday = "short";
  if (Math.abs(days) >= 7) Object.assign(options, { day: "numeric", month: "short" });
  return new Intl.DateTimeFormat(language, options).format(then);
}
