/** The layer of outlets: all of them in one feed, gathered here, each with the state of its doors. */

import { fetchFeed } from "./feed.js";
import { OutletList } from "./outlet_list.js";

const CLOCK_MS = 30000;

export class OutletLayer {
  /** @param {{url: string, list: HTMLElement, words: object, tell: Function}} host */
  constructor(host) {
    Object.assign(this, host);
    this.outlets = [];
    this.unlocated = [];
    this.rows = new OutletList(this.list, this.words, { onShow: (outlet) => this.reveal(outlet) });
    this.clock = window.setInterval(() => this.rows.refreshStates(new Date()), CLOCK_MS);
  }

  fetch(query, signal) {
    return fetchFeed(this.url, query, signal);
  }

  take({ outlets, unlocated }) {
    Object.assign(this, { outlets, unlocated, hasFeed: true });
    this.rows.setOutlets(outlets, unlocated);
    this.view?.setOutlets(outlets);
    if (this.view) this.moved();
  }

  attach(view) {
    this.view = view;
    view?.setOutlets(this.outlets);
    this.moved();
  }

  showAll({ everything = false } = {}) {
    this.view?.fit(this.outlets, { everything });
  }

  /** The view has changed: the list is that of the view. */
  moved() {
    if (!this.hasFeed) return; // the server's own list is better than none
    const inView = this.view ? this.view.inView(this.outlets) : this.outlets;
    const total = this.outlets.length + this.unlocated.length;
    this.rows.render(inView, this.words.text(total ? "none_in_view" : "no_results"));
    this.tell({ shown: inView.length, total, all: inView.length === this.outlets.length, key: "count" });
  }

  /** @returns {boolean} whether the outlet is on the map */
  revealSlug(slug) {
    const wanted = this.outlets.find((outlet) => outlet.slug === slug);
    if (wanted) this.reveal(wanted);
    return Boolean(wanted);
  }

  reveal(outlet) {
    this.view?.reveal(outlet, () => this.rows.focusShow(outlet.slug) || this.view.markers.focus(outlet.slug));
  }

  leave() {
    window.clearInterval(this.clock);
    this.rows.leave();
    this.view?.setOutlets([]);
  }
}
