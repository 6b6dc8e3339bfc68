/**
 * `<trip-plan>`: the plan's page, changed in place. Every change goes where the form or the link would lead; the server's
 * answer, at the plan's own short address, replaces what it changes. Address bar, back button, focus and scroll position stay
 * right. When no answer comes the plan stays as it is, and says so.
 *
 * The plan last seen is the reader's own and is kept in this browser (basket.js). Another one, from a link, is only looked
 * at until the reader takes it.
 */

import { caughtUp, withAdded, inOrder } from "./address.js";
import { Regions } from "./regions.js";

// Every page's basket.js has an address with a hash in production: imported under its plain name it would run twice.
const { basket, keep } = customElements.get("plan-button");

const TYPING_MS = 900; // dates and times change with each digit
const BUSY_MS = 400; // an answer that comes sooner isn't worth a word
const REST_MS = 800; // after the page's load come the parts that nothing moves for
const SIGNS_OF_LIFE = ["pointermove", "touchstart", "keydown"];
const TYPED = '[type="date"], [type="time"], [type="text"]';
const here = () => window.location.pathname + window.location.search;
const pathTo = (url, query) => (query ? `${url}?${query}` : url);
const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** @returns {string} where a form leads as it stands, by the button that sends it if one does */
export function addressOf(form, button) {
  const filled = [...new FormData(form, button)].filter(([, value]) => typeof value === "string" && value !== "");
  const { pathname } = new URL(form.action, window.location.href);
  return pathTo(pathname, new URLSearchParams(filled).toString());
}

/** @returns {Promise<{page: Document, address: string}>} a page and its own address; anything but a plan rejects */
async function fetchPlan(address, signal) {
  const response = await fetch(address, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const plan = page.querySelector("trip-plan");
  if (!plan) throw new Error(`No plan at ${address}`);
  const { pathname, search, searchParams } = new URL(response.url);
  const isLong = searchParams.has("edit") || searchParams.has("add"); // it has something to tell, and answers as it was asked
  return { page, address: isLong ? pathTo(pathname, plan.dataset.query) : pathname + search };
}

class TripPlan extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector('[data-role="plan-words"]')?.dataset ?? {};
    this.status = this.querySelector('[data-role="plan-said"]');
    this.regions = new Regions(this);
    this.address = here();
    this.addEventListener("change", (event) => this.changed(event));
    this.addEventListener("submit", (event) => this.submitted(event));
    this.addEventListener("click", (event) => this.clicked(event));
    window.addEventListener("popstate", () => here() !== this.address && this.follow(here(), { push: false }));
    window.addEventListener("plankept", () => this.kept());
    window.addEventListener("storage", () => this.kept());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.kept());
    this.begin();
    this.fetchHelpers();
  }

  get form() {
    return this.querySelector("#plan-form");
  }

  get codes() {
    return this.dataset.codes ? this.dataset.codes.split(",") : [];
  }

  get url() {
    return this.dataset.planUrl;
  }

  // --- whose plan it is --------------------------------------------------------------------------------------------

  /** An empty page fills with the reader's own plan; another plan than the own one asks before it is taken. */
  begin() {
    const own = basket();
    if (!own) return;
    if (this.dataset.query && own.codes.length && !this.isOf(own)) this.ask(own);
    else if (this.dataset.query && this.dataset.query !== own.query) this.remember();
    else {
      if (!this.dataset.query && own.codes.length) this.keepTold();
      this.kept();
    }
  }

  /** What a link without a readable place had to say still stands when the own plan comes; the next change takes it away. */
  keepTold() {
    const notes = this.querySelector('[data-region="plan-notes"]');
    this.told = notes.cloneNode();
    delete this.told.dataset.region;
    this.told.append(...notes.children);
    notes.before(this.told);
  }

  /** Whether it is the plan last seen, or the header's link has just brought that up to the basket. */
  isOf({ codes, planned, query }) {
    if (this.dataset.query === query) return true;
    return codes.join() !== planned.join() && codes.length === this.codes.length && codes.every((code) => this.codes.includes(code));
  }

  /** The plan on the page is the reader's own now, with what another tab has added in the meantime. */
  remember(added = []) {
    if (!this.asking) keep({ codes: [...this.codes, ...added], planned: this.codes, query: this.dataset.query });
  }

  /** Brings the page up to what is kept, if another page or tab has changed that. */
  kept() {
    const own = basket();
    if (!own || this.asking || this.loading) return;
    const isSame = own.query === this.dataset.query && own.codes.join() === own.planned.join();
    if (isSame) return;
    if (own.codes.length || own.query === this.dataset.query) this.follow(pathTo(this.url, caughtUp(own)), { push: false });
    else this.remember();
  }

  ask(own) {
    this.asking = this.show("plan-ask");
    if (!this.asking) return;
    const question = this.asking.querySelector('[data-role="question"]');
    question.textContent = question.dataset.text.replace("{mine}", own.codes.length).replace("{theirs}", this.codes.length);
    const all = new Set([...own.codes, ...this.codes]);
    this.asking.querySelector('[value="both"]').hidden = all.size > Number(this.dataset.most) || all.size === own.codes.length;
  }

  answer(choice) {
    const [own, theirs] = [basket(), this.codes];
    this.asking.remove();
    this.asking = undefined;
    if (choice === "theirs") this.remember();
    else if (choice === "mine") this.follow(pathTo(this.url, caughtUp(own)));
    else this.follow(pathTo(this.url, withAdded(caughtUp(own), theirs.filter((code) => !own.codes.includes(code)))));
    this.querySelector("h1").tabIndex = -1;
    this.querySelector("h1").focus();
  }

  // --- what the reader does ----------------------------------------------------------------------------------------

  changed({ target }) {
    if (!target.name || target.form !== this.form || target.name === "find") return;
    clearTimeout(this.typing);
    if (target.value === "point" && !this.form.elements[`${target.name}_point`]?.value) return; // its field comes first
    if (target.matches(TYPED)) this.typing = setTimeout(() => this.follow(addressOf(this.form)), TYPING_MS);
    else this.follow(addressOf(this.form));
  }

  submitted(event) {
    if (event.target !== this.form) return;
    event.preventDefault();
    clearTimeout(this.typing);
    this.moving = /^(?:up|down)-(.{6})$/.exec(event.submitter?.value ?? "")?.[1];
    this.follow(addressOf(this.form, event.submitter));
  }

  clicked(event) {
    const choice = event.target.closest("[data-choice]");
    if (choice) return this.answer(choice.dataset.choice);
    if (event.target.closest('[data-role="plan-retry"]')) return this.follow(this.goal);
    const link = event.target.closest("a[href]");
    const isOurs = link && isPlain(event) && link.origin === window.location.origin && link.pathname === window.location.pathname;
    if (!isOurs || link.hash || !link.search) return undefined;
    event.preventDefault();
    return this.follow(link.pathname + link.search);
  }

  reorder(days, code) {
    this.moving = code;
    this.follow(pathTo(this.url, inOrder(this.dataset.query, this.form.elements.p.value, days)));
  }

  // --- the server's answer -----------------------------------------------------------------------------------------

  async follow(address, { push = true } = {}) {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    const before = basket()?.codes ?? [];
    this.goal = address;
    this.busy(true);
    try {
      const [answer, { takeSurroundings }] = await Promise.all([fetchPlan(address, signal), import("../live_list.js")]);
      if (signal.aborted) return;
      this.take(answer, push, before);
      takeSurroundings(answer.page, window.location.search);
    } catch (error) {
      if (signal.aborted) return; // a newer change has taken over
      console.warn("The plan could not be changed.", error);
      this.failed();
    }
  }

  take({ page, address }, push, before) {
    const fresh = page.querySelector("trip-plan");
    this.loading = undefined;
    this.busy(false);
    this.trouble?.remove();
    if (push) this.told?.remove();
    Object.assign(this.dataset, { query: fresh.dataset.query, codes: fresh.dataset.codes });
    const isNew = push && this.address !== this.url; // the empty page isn't worth going back to
    if (address !== here()) window.history[isNew ? "pushState" : "replaceState"](null, "", address);
    this.address = address;
    this.regions.take(fresh);
    this.help();
    this.tellMove();
    const added = (basket()?.codes ?? []).filter((code) => !before.includes(code) && !this.codes.includes(code));
    if (push || this.codes.length) this.remember(added);
  }

  /** Where a stop stands now that was moved: nobody should have to look for it. */
  tellMove() {
    const stop = this.moving && document.getElementById(`stop-${this.moving}`);
    this.moving = undefined;
    if (!stop?.dataset.day) return;
    const { day, position } = stop.dataset;
    const name = stop.querySelector("h3").textContent.trim();
    this.say((this.words.moved ?? "").replace("{name}", name).replace("{number}", position).replace("{day}", day));
  }

  /** Nothing is lost: what the reader changed stands in the form, and the same can be tried again. */
  failed() {
    this.loading = undefined;
    this.busy(false);
    this.trouble?.remove();
    this.trouble = this.show("plan-trouble");
  }

  busy(isBusy) {
    clearTimeout(this.waiting);
    this.toggleAttribute("data-busy", isBusy);
    this.querySelector('[data-region="plan-days"]')?.setAttribute("aria-busy", isBusy);
    if (isBusy) this.waiting = setTimeout(() => this.say(this.words.busy), BUSY_MS);
    else this.say("");
  }

  say(text) {
    if (this.status) this.status.textContent = text ?? "";
  }

  /** Puts a prepared notice under the plan's head. @returns {HTMLElement|undefined} */
  show(name) {
    const notice = this.querySelector(`template[data-role="${name}"]`)?.content.firstElementChild.cloneNode(true);
    if (notice) this.querySelector('[data-region="plan-notes"]').before(notice);
    return notice;
  }

  /** What makes the page easier and isn't needed to read it comes when the page has come to rest, or is touched. */
  fetchHelpers() {
    const fetchAll = () => {
      for (const event of SIGNS_OF_LIFE) document.removeEventListener(event, fetchAll);
      this.helpers ??= Promise.all([import("./dragging.js"), import("./position.js"), import("../share_link.js")]);
      this.helpers.then(([{ Dragging }, { offerPosition }]) => {
        this.dragging ??= new Dragging(this, (days, code) => this.reorder(days, code));
        this.offers = [() => this.dragging.addHandles(), () => offerPosition(this)];
        this.help();
      });
    };
    for (const event of SIGNS_OF_LIFE) document.addEventListener(event, fetchAll, { passive: true });
    window.setTimeout(fetchAll, REST_MS);
  }

  /** Gives the server's parts, which may be fresh, their handles and further buttons. */
  help() {
    for (const offer of this.offers ?? []) offer();
    if (this.offers && this.querySelector("record-map")) import("../map/record_map.js");
  }
}

customElements.define("trip-plan", TripPlan);
