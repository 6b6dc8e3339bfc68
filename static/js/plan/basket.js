/**
 * The reader's basket for “My plan”: short codes of places, in this browser only. Every page loads this one file: it makes
 * the links “Add to plan” buttons that add and take away, and counts in the header. Without storage they stay links.
 *
 * What is kept: `codes`, the places wanted; `query`, the address of the plan last seen, and `planned`, the codes in it.
 */

export const KEY = "my-plan";
export const MOST = 20;
const CODE = /^[2-9a-hjkmnp-z]{6}$/; // core.models.codes.ALPHABET
const SHOWN_MS = 8000;
const EMPTY = Object.freeze({ codes: [], planned: [], query: "" });

const codesIn = (value) => [...new Set(Array.isArray(value) ? value : [])].filter((code) => CODE.test(code)).slice(0, MOST);

/** @returns {{codes: string[], planned: string[], query: string}} what a stored text holds; anything else is an empty basket */
export function parsed(text) {
  try {
    const { codes, planned, query } = JSON.parse(text) ?? EMPTY;
    return { codes: codesIn(codes), planned: codesIn(planned), query: typeof query === "string" ? query : "" };
  } catch {
    return EMPTY;
  }
}

/** @returns {string[]|null} the codes after a tap on the button of `wanted`; null when there is no room for all of them */
export function toggled(codes, wanted) {
  const missing = wanted.filter((code) => !codes.includes(code));
  if (!missing.length) return codes.filter((code) => !wanted.includes(code));
  return codes.length + missing.length > MOST ? null : [...codes, ...missing];
}

/** @returns {string} the query that shows the basket; empty when the plan's page must take something away first */
export function queryOf({ codes, planned, query }) {
  if (planned.some((code) => !codes.includes(code))) return "";
  const added = codes.filter((code) => !planned.includes(code)).join(",");
  return [query, added && `add=${added}`].filter(Boolean).join("&");
}

/** @returns {object|null} the basket; null when this browser keeps nothing */
export function basket() {
  try {
    return parsed(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Keeps what changes, and tells this page. @returns {boolean} whether the browser kept it */
export function keep(changes) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...basket(), ...changes }));
  } catch {
    return false;
  }
  window.dispatchEvent(new Event("plankept"));
  return true;
}

// --- what the page says -----------------------------------------------------------------------------------------------

/** The line at the foot of the screen that says what happened, with the way to the plan; it goes by itself. */
class Voice {
  constructor(link) {
    const [line, words, way] = ["div", "p", "a"].map((tag) => document.createElement(tag));
    Object.assign(this, { line, words, way });
    line.className = "plan-voice";
    words.setAttribute("role", "status");
    Object.assign(way, { href: link.href, textContent: link.dataset.open, hidden: true });
    line.append(words, way);
    document.body.append(line);
  }

  say(text) {
    this.words.textContent = text;
    this.way.search = link.search;
    this.show(true);
    this.leaveLater();
  }

  leaveLater() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => (this.line.matches(":hover, :focus-within") ? this.leaveLater() : this.show(false)), SHOWN_MS);
  }

  show(isShown) {
    this.line.toggleAttribute("data-shown", isShown);
    this.way.hidden = !isShown;
  }
}

/** The header's link leads to the plan as it is kept, and tells the number of its places. */
function count() {
  const own = basket() ?? EMPTY;
  const number = own.codes.length;
  link.search = queryOf(own);
  const badge = link.querySelector('[data-role="plan-count"]');
  badge.textContent = number;
  badge.hidden = number === 0;
  if (number) link.setAttribute("aria-label", link.dataset.count.replace("{n}", number));
  else link.removeAttribute("aria-label");
}

function refresh() {
  count();
  for (const button of document.querySelectorAll("plan-button")) button.refresh?.();
}

const link = globalThis.document?.querySelector('[data-role="plan-link"]');
const voice = link && new Voice(link);

if (link) {
  if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
  window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && refresh());
  window.addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  window.addEventListener("plankept", refresh);
  count();
}

// --- “Add to plan” ----------------------------------------------------------------------------------------------------

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

class PlanButton extends (globalThis.HTMLElement ?? Object) {
  static basket = basket; // for the plan's page: a second import would be a second basket
  static keep = keep;

  connectedCallback() {
    if (!link || !basket()) return; // it stays a link
    if (!this.button) this.begin();
    this.refresh();
  }

  /** Once, however often a list that follows its map takes it out and puts it back. */
  begin() {
    this.button = this.querySelector("a");
    this.words = this.querySelector('[data-role="words"]');
    this.invitation = this.words.textContent;
    this.button.setAttribute("role", "button");
    this.button.addEventListener("click", (event) => isPlain(event) && this.toggle(event));
    this.button.addEventListener("keydown", (event) => event.key === " " && this.toggle(event));
  }

  get codes() {
    return this.dataset.codes.split(",");
  }

  toggle(event) {
    event.preventDefault();
    const { codes } = basket();
    const changed = toggled(codes, this.codes);
    if (!changed) return voice.say(link.dataset.full);
    if (!keep({ codes: changed })) return window.location.assign(this.button.href);
    const words = changed.length > codes.length ? link.dataset.added : link.dataset.removed;
    return voice.say(words.replace("{name}", this.dataset.name));
  }

  refresh() {
    if (!this.words) return;
    const { codes } = basket();
    const isIn = this.codes.every((code) => codes.includes(code));
    this.button.setAttribute("aria-pressed", isIn);
    this.words.textContent = isIn ? link.dataset.in : this.invitation;
  }
}

if (globalThis.customElements) customElements.define("plan-button", PlanButton);
