/**
 * `<live-list>`: a listing that changes in place. Whatever the reader chooses, the same address is fetched that the form
 * or the link would lead to, and the parts marked `data-region` are taken from its page. Address bar, back button, focus
 * and scroll position stay right; when anything goes wrong the browser goes there itself, as it does without this module.
 */

const PAUSE_MS = 600; // after the last key in a text field
const REGIONS = "[data-region]";
const LANGUAGES = "a[hreflang][lang]";
const region = (root, name) => root.querySelector(`[data-region="${name}"]`);

/** @returns {string} the address of a form as it stands, without what is empty */
export function addressOf(form) {
  const filled = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim() !== "");
  const query = new URLSearchParams(filled).toString();
  const { pathname } = new URL(form.getAttribute("action") || window.location.pathname, window.location.href);
  return query ? `${pathname}?${query}` : pathname;
}

/** @returns {Promise<Document>} the page at an address; anything but a page rejects */
export async function fetchPage(address, signal) {
  const response = await fetch(address, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** What a reader has set up in the facets and no address tells: what is unfolded, scrolled, typed, and has the focus. */
function arranged(root) {
  const arrangement = new Map();
  for (const facet of root.querySelectorAll("[data-facet]")) {
    arrangement.set(facet.dataset.facet, {
      open: facet.open,
      top: facet.querySelector('[data-role="options"]')?.scrollTop ?? 0,
      words: facet.querySelector('[data-role="narrow"]')?.value ?? "",
    });
  }
  return arrangement;
}

function arrange(root, arrangement) {
  for (const facet of root.querySelectorAll("[data-facet]")) {
    const before = arrangement.get(facet.dataset.facet);
    if (!before) continue;
    facet.open = before.open;
    const narrow = facet.querySelector('[data-role="narrow"]');
    if (narrow && before.words) {
      narrow.value = before.words;
      narrow.dispatchEvent(new Event("input", { bubbles: true }));
    }
    facet.querySelector('[data-role="options"]')?.scrollTo({ top: before.top, behavior: "instant" });
  }
}

/** Where the focus is inside a region that is about to be taken; null when it is elsewhere. */
function focusIn(root) {
  const element = document.activeElement?.closest?.(REGIONS) && root.contains(document.activeElement) && document.activeElement;
  return element ? { element, id: element.id, facet: element.closest("[data-facet]")?.dataset.facet } : null;
}

/** Gives the focus back to the control it was on, else to the head of its facet. */
function refocus(root, { element, id, facet }) {
  if (element.isConnected) return;
  const place = (id && document.getElementById(id)) || (facet && root.querySelector(`[data-facet="${facet}"] > summary`));
  place?.focus({ preventScroll: true });
}

/** Takes every region of `root` from the same one of `fresh`; what has not changed is left alone. */
export function takeRegions(root, fresh) {
  const [arrangement, focus] = [arranged(root), focusIn(root)];
  for (const old of root.querySelectorAll(REGIONS)) {
    const changed = region(fresh, old.dataset.region);
    if (changed && changed.innerHTML !== old.innerHTML) old.replaceChildren(...changed.childNodes);
  }
  arrange(root, arrangement);
  root.dispatchEvent(new CustomEvent("regionstaken", { bubbles: true }));
  if (focus) refocus(root, focus);
}

/** This page in other languages, by the query that the server gives it there: “near” in it is rounded. */
export function takeLanguages(fresh, query = fresh.querySelector(LANGUAGES)?.search) {
  for (const link of document.querySelectorAll(LANGUAGES)) link.search = query ?? "";
}

/**
 * What lies outside the list and goes with it: the title, what its motifs share, and this page in other languages, by
 * a `query` of its own where the answer came from another address than it has.
 */
export function takeSurroundings(fresh, query) {
  document.title = fresh.title;
  const [shared, wanted] = [document, fresh].map((page) => page.querySelector(".motif-definitions"));
  if (wanted && shared) shared.replaceWith(wanted);
  else if (wanted) document.body.append(wanted);
  takeLanguages(fresh, query);
}

const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

class LiveList extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.form = this.querySelector("[data-facets]");
    this.count = region(this, "count");
    this.address = window.location.pathname + window.location.search;
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.form.addEventListener("change", ({ target }) => target.name && this.follow(addressOf(this.form)), { signal });
    this.form.addEventListener("input", (event) => this.typed(event), { signal });
    this.form.addEventListener("submit", (event) => this.submitted(event), { signal });
    this.addEventListener("click", (event) => this.clicked(event), { signal });
    window.addEventListener("popstate", () => this.wentBack(), { signal });
    this.toggleAttribute("data-live", true);
  }

  disconnectedCallback() {
    this.listening.abort();
    this.loading?.abort();
    window.clearTimeout(this.pause);
  }

  /** Words are looked for after a pause; while an input method is still composing them they aren't words yet. */
  typed({ target, isComposing }) {
    if (target.type !== "search" || !target.name) return;
    window.clearTimeout(this.pause);
    if (isComposing) return;
    this.pause = window.setTimeout(() => this.follow(addressOf(this.form)), PAUSE_MS);
  }

  /** “Show results” leads to them, past the panel of a phone; Enter in a field stays there. */
  async submitted(event) {
    event.preventDefault();
    const shown = event.submitter?.checkVisibility() && document.activeElement === event.submitter;
    await this.follow(addressOf(this.form));
    if (shown) this.leaveFor(this.count);
  }

  clicked(event) {
    const link = event.target.closest("a[href]");
    if (!link || !isPlain(event) || link.pathname !== window.location.pathname || link.origin !== window.location.origin) return;
    event.preventDefault();
    const chips = [...this.querySelectorAll(".chip--remove")];
    const place = chips.indexOf(link);
    this.follow(link.pathname + link.search).then(() => {
      if (place >= 0) (this.querySelectorAll(".chip--remove")[Math.min(place, chips.length - 2)] ?? this.count).focus();
      else if (link.closest('[data-region="results"]') || !this.contains(document.activeElement)) this.leaveFor(this.count);
    });
  }

  wentBack() {
    if (window.location.pathname + window.location.search === this.address) return; // only the fragment changed
    this.follow(window.location.pathname + window.location.search, { push: false });
  }

  /** Closes the panel where it is one that opens, and leads to the results. */
  leaveFor(place) {
    const panel = this.querySelector('[data-role="panel"]');
    if (panel.querySelector("summary").checkVisibility()) panel.open = false;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  }

  /** Shows what is at an address; on failure the browser goes there itself. */
  async follow(address, { push = true } = {}) {
    window.clearTimeout(this.pause);
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    this.setAttribute("aria-busy", "true");
    try {
      const fresh = await fetchPage(address, signal);
      if (signal.aborted) return;
      this.take(fresh, address, push);
    } catch (error) {
      if (signal.aborted) return; // a newer choice has taken over
      console.warn("The list could not be changed in place.", error);
      window.location.assign(address);
    }
  }

  take(fresh, address, push) {
    const list = fresh.querySelector("live-list");
    if (!list) throw new Error("No list on the page.");
    if (push && address !== this.address) window.history.pushState(null, "", address);
    this.address = address;
    takeRegions(this, list);
    const words = this.form.elements.q;
    if (words && words !== document.activeElement) words.value = list.querySelector('[name="q"]')?.value ?? "";
    takeSurroundings(fresh);
    this.removeAttribute("aria-busy");
  }
}

if (globalThis.customElements) customElements.define("live-list", LiveList);
