/**
 * `<outlet-map>`: the map of outlets with its filters and its list.
 *
 * Server-rendered inside it and readable without it, by `data-role`: `filters` (GET form), `canvas`, `count`, `list`,
 * `pagination` and the JSON script `words`. List, count, map and address bar always tell the same. What start.js noted
 * before: `data-changed` (a filter is), `data-wanted` (an outlet's slug, to be shown on the map).
 */

import { html, role } from "./dom.js";
import { fetchFeed } from "./feed.js";
import { feedQuery, publicAddress, restoreForm, withoutPrivate } from "./filters.js";
import { OutletList } from "./outlet_list.js";
import { createOutletView } from "./outlet_view.js";
import { wordsOf } from "./words.js";

const CLOCK_MS = 30000;

class OutletMap extends HTMLElement {
  connectedCallback() {
    this.words = wordsOf(this);
    this.form = role(this, "filters");
    this.count = role(this, "count");
    this.outlets = [];
    this.unlocated = [];
    this.addHelpers();
    this.list = new OutletList(role(this, "list"), this.words, { onShow: (outlet) => this.showOnMap(outlet) });
    this.listening = new AbortController();
    this.listen(this.listening.signal);
    this.start();
  }

  disconnectedCallback() {
    this.listening.abort();
    this.loading?.abort();
    this.view?.destroy();
    this.view = undefined;
  }

  /** Elements that mean nothing without this script, so that the server does not render them. */
  addHelpers() {
    this.message = this.helper("message", () => html("div", { class: "outlet-map__message", role: "alert" }));
    this.fitButton = this.helper("fit", () =>
      html("button", { type: "button", class: "map-button", hidden: true }, this.words.text("show_all")),
    );
  }

  helper(name, make) {
    const existing = role(this, name);
    if (existing) return existing;
    const made = make();
    made.dataset.role = name;
    (this.count.closest('[data-role="grip"]') ?? this.count).after(made);
    return made;
  }

  listen(signal) {
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    this.form.addEventListener("change", () => this.load({ push: true }), { signal });
    this.form.addEventListener("reset", () => window.setTimeout(() => this.load({ push: true })), { signal });
    this.fitButton.addEventListener("click", () => this.view?.fit(this.outlets), { signal });
    window.addEventListener("popstate", () => this.onPopState(), { signal });
    const clock = window.setInterval(() => this.list.refreshStates(new Date()), CLOCK_MS);
    signal.addEventListener("abort", () => window.clearInterval(clock));
  }

  async start() {
    const { signal } = this.listening;
    window.history.replaceState(window.history.state, "", withoutPrivate(window.location));
    this.address = window.location.search;
    const [view] = await Promise.all([this.createView(), this.load({ push: this.hasAttribute("data-changed") })]);
    if (signal.aborted) {
      view?.destroy();
      return;
    }
    this.view = view;
    view?.setOutlets(this.outlets);
    view?.onMove(() => this.renderList());
    this.renderList();
    this.toggleAttribute("data-ready", true);
    const wanted = this.outlets.find(({ slug }) => slug === this.dataset.wanted);
    if (wanted) this.showOnMap(wanted);
  }

  /** Without its map the list still filters. */
  async createView() {
    try {
      return await createOutletView(this, role(this, "canvas"), this.words);
    } catch (error) {
      console.warn("The map could not be started.", error);
      return undefined;
    }
  }

  onSubmit(event) {
    event.preventDefault();
    this.load({ push: true });
  }

  onPopState() {
    if (window.location.search === this.address) return; // only the fragment changed
    restoreForm(this.form, window.location.search);
    this.load({ push: false });
  }

  /** Fetches the feed for the form as it stands; on failure everything stays as it was. */
  async load({ push }) {
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    const address = publicAddress(this.form, window.location);
    this.setAttribute("aria-busy", "true");
    const feed = await fetchFeed(this.dataset.feed, feedQuery(this.form), loading.signal).catch(() => null);
    if (loading.signal.aborted) return; // a newer request has taken over
    this.removeAttribute("aria-busy");
    if (feed) this.take(feed, push ? address : null);
    else this.showError(push);
  }

  take({ outlets, unlocated }, address) {
    this.message.replaceChildren();
    if (address && address !== publicPart(window.location)) window.history.pushState(null, "", address);
    this.address = window.location.search;
    this.outlets = outlets;
    this.unlocated = unlocated;
    this.hasFeed = true;
    this.list.setOutlets(outlets, unlocated);
    this.view?.setOutlets(outlets);
    for (const name of ["pagination", "empty"]) role(this, name)?.toggleAttribute("hidden", true);
    if (this.view) this.renderList();
  }

  showError(push) {
    const retry = html("button", { type: "button", class: "map-button" }, this.words.text("retry"));
    retry.addEventListener("click", () => this.load({ push }));
    this.message.replaceChildren(html("p", {}, this.words.text("error")), retry);
  }

  renderList() {
    if (!this.hasFeed) return; // the server's own list is better than none
    const inView = this.view ? this.view.inView(this.outlets) : this.outlets;
    const total = this.outlets.length + this.unlocated.length;
    this.list.render(inView, this.words.text(total ? "none_in_view" : "no_results"));
    this.count.textContent = this.words.plural("count", inView.length, { total: this.words.number.format(total) });
    this.fitButton.hidden = !this.view || inView.length === this.outlets.length;
  }

  showOnMap(outlet) {
    this.view?.reveal(outlet, () => this.list.focusShow(outlet.slug) || this.view.markers.focus(outlet.slug));
  }
}

const publicPart = (location) => location.pathname + location.search + location.hash;

customElements.define("outlet-map", OutletMap);
