/**
 * `<outlet-map>`: the map with its filters and its list, one layer at a time (`data-layer`, `data-feed`).
 *
 * Server-rendered inside it and readable without it, by `data-role`: `filters` (GET form), `canvas`, `count`, `list`,
 * `pagination`, `layers` (radios of the form, optional) and the JSON script `words`. List, count, map and address bar
 * always tell the same. What start.js noted before: `data-changed` (a filter is), `data-wanted` (an outlet's slug, to be
 * shown on the map). `data-near` is the place the reader has chosen, "lat,lon"; `data-embedded` leaves the address alone.
 */

import { AreaLayer } from "./area_layer.js";
import { html, role } from "./dom.js";
import { feedQuery, publicAddress, restoreForm, withoutPrivate } from "./filters.js";
import { fetchLayer, layerOf } from "./layer_switch.js";
import { OutletLayer } from "./outlet_layer.js";
import { createOutletView } from "./outlet_view.js";
import { wordsOf } from "./words.js";

const OUTLETS = "centres";

class OutletMap extends HTMLElement {
  connectedCallback() {
    this.words = wordsOf(this);
    this.form = role(this, "filters");
    this.count = role(this, "count");
    this.addHelpers();
    this.useLayer();
    this.listening = new AbortController();
    this.listen(this.listening.signal);
    this.start();
  }

  disconnectedCallback() {
    this.listening.abort();
    this.loading?.abort();
    this.layer.leave();
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

  /** Makes the layer that the element's attributes name; the one before leaves list and map. */
  useLayer() {
    this.layer?.leave();
    const name = this.dataset.layer ?? OUTLETS;
    const Layer = name === OUTLETS ? OutletLayer : AreaLayer;
    this.layer = new Layer({
      name,
      url: this.dataset.feed,
      list: role(this, "list"),
      words: this.words,
      tell: (found) => this.tell(found),
      complain: () => this.showError(false),
    });
    if (this.view) this.layer.attach(this.view);
  }

  listen(signal) {
    this.form.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    this.form.addEventListener("change", () => this.load({ push: true }), { signal });
    this.form.addEventListener("reset", () => window.setTimeout(() => this.load({ push: true })), { signal });
    role(this, "layers")?.addEventListener("change", () => this.changeLayer({ push: true }), { signal });
    this.fitButton.addEventListener("click", () => this.layer.showAll({ everything: true }), { signal });
    window.addEventListener("popstate", () => this.onPopState(), { signal });
  }

  async start() {
    const { signal } = this.listening;
    if (!this.isEmbedded) window.history.replaceState(window.history.state, "", withoutPrivate(window.location, this.form));
    this.address = window.location.search;
    const [view] = await Promise.all([this.createView(), this.loadFirst({ push: this.hasAttribute("data-changed") })]);
    if (signal.aborted) {
      view?.destroy();
      return;
    }
    this.view = view;
    view?.choose(this.dataset.near);
    this.layer.attach(view);
    view?.onMove(() => this.layer.moved());
    this.toggleAttribute("data-ready", true);
    this.layer.revealSlug?.(this.dataset.wanted);
  }

  /** The reader may have chosen another layer before this script was there. */
  loadFirst(options) {
    return this.isLayerChosen ? this.load(options) : this.changeLayer({ push: true });
  }

  get isLayerChosen() {
    return [undefined, this.dataset.layer].includes(layerOf(this));
  }

  get isEmbedded() {
    return this.hasAttribute("data-embedded");
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
    if (this.isLayerChosen) this.load({ push: false });
    else this.changeLayer({ push: false });
  }

  /** Takes filters, list and feed of another layer from the page that the radios lead to; else the browser goes there. */
  async changeLayer({ push }) {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    const address = publicAddress(this.form, window.location);
    this.setAttribute("aria-busy", "true");
    try {
      await fetchLayer(this, address, signal);
    } catch (error) {
      if (!signal.aborted) window.location.assign(address);
      return;
    }
    this.useLayer();
    await this.load({ push });
  }

  /** Fetches the feed for the form as it stands; on failure everything stays as it was. */
  async load({ push }) {
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    const address = this.isEmbedded ? null : publicAddress(this.form, window.location);
    this.setAttribute("aria-busy", "true");
    const feed = await this.layer.fetch(feedQuery(this.form), loading.signal).catch(() => null);
    if (loading.signal.aborted) return; // a newer request has taken over
    this.removeAttribute("aria-busy");
    if (feed) this.take(feed, push ? address : null);
    else this.showError(push);
  }

  take(feed, address) {
    this.message.replaceChildren();
    if (address && address !== publicPart(window.location)) window.history.pushState(null, "", address);
    this.address = window.location.search;
    this.view?.choose(this.dataset.near);
    this.layer.take(feed);
    for (const name of ["pagination", "empty"]) role(this, name)?.toggleAttribute("hidden", true);
    this.dispatchEvent(new CustomEvent("mapchange", { bubbles: true }));
  }

  showError(push) {
    const retry = html("button", { type: "button", class: "map-button" }, this.words.text("retry"));
    retry.addEventListener("click", () => this.load({ push }));
    this.message.replaceChildren(html("p", {}, this.words.text("error")), retry);
  }

  /** Says how many of how many are in view. */
  tell({ shown, total, all, key }) {
    this.count.textContent = this.words.plural(key, shown, { total: this.words.number.format(total) });
    this.fitButton.hidden = !this.view || all;
  }
}

const publicPart = (location) => location.pathname + location.search + location.hash;

customElements.define("outlet-map", OutletMap);
