/**
 * A layer whose feed the server gathers by zoom and box: villages, routes, products. It is asked again whenever the view
 * has come to rest; what is no longer wanted is given up.
 */

import { fetchAreas, tiledBox } from "./area_feed.js";
import { AreaList } from "./area_list.js";
import { AreaMarkers } from "./area_markers.js";
import { areaCard, membersList, titleOf } from "./area_words.js";

const PAUSE_MS = 250;
const PARTING = 48; // pixels around a cluster that is zoomed into

export class AreaLayer {
  /** @param {{name: string, url: string, list: HTMLElement, words: object, tell: Function, complain: Function}} host */
  constructor(host) {
    Object.assign(this, host);
    this.rows = new AreaList(this.list, this.name, this.words, (area) => this.reveal(area));
  }

  /** Fetches all of the layer under the filters, coarse enough for one look. */
  fetch(query, signal) {
    this.query = query;
    const whole = new URLSearchParams(query);
    whole.set("zoom", this.view ? this.view.map.getZoom() : 5);
    return fetchAreas(this.url, whole, signal);
  }

  /** Shows what a fetch has brought, all of it in view. */
  take(feed) {
    this.feed = this.whole = feed;
    this.asked = "";
    if (this.view) this.showAll();
    else this.render();
  }

  attach(view) {
    this.view = view;
    if (!view) return; // without its map the layer is a list
    this.markers = new AreaMarkers(view, this.name, this.words, (area) => this.activate(area));
    if (this.whole) this.showAll();
  }

  showAll({ everything = false } = {}) {
    this.view.map.closePopup();
    this.view.show(this.whole.bounds, { everything });
    this.redraw();
    this.refine();
  }

  /** The view has changed. */
  moved() {
    this.render();
    this.markers?.keepTabOrderInView();
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.refine(), PAUSE_MS);
  }

  /** Fetches the part in view, once; while nothing better comes what is there stays. */
  async refine() {
    window.clearTimeout(this.pause);
    if (!this.query) return;
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(tiledBox(this.viewBox(), this.view.map.getZoom()))) query.set(name, value);
    if (query.toString() === this.asked) return;
    this.asked = query.toString();
    this.refining?.abort();
    const { signal } = (this.refining = new AbortController());
    try {
      this.feed = await fetchAreas(this.url, query, signal);
      this.redraw();
    } catch (error) {
      if (signal.aborted) return;
      this.asked = "";
      this.complain(error);
    }
  }

  viewBox() {
    const bounds = this.view.map.getBounds();
    return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
  }

  redraw() {
    this.markers.show(this.feed.areas);
    this.render();
  }

  render() {
    if (!this.feed) return;
    const { areas } = this.feed;
    const bounds = this.view?.map.getBounds();
    const inView = bounds ? areas.filter((area) => this.touches(bounds, area)) : areas;
    const { total, unlocated } = this.whole;
    this.rows.render(inView, this.words.text(total ? "nothing_in_view" : "nothing_fits"));
    const shown = inView.reduce((sum, { count }) => sum + count, 0);
    this.tell({ shown, total: total + unlocated, all: shown >= total, key: `layers.${this.name}.count` });
  }

  touches(bounds, { lat, lon, line }) {
    return line ? bounds.intersects(this.view.L.latLngBounds(line)) : bounds.contains([lat, lon]);
  }

  activate(area) {
    if (area.kind === "cluster" && this.zoomInto(area)) return;
    this.view.popup.open(area, titleOf(area, this.name, this.words), this.said(area), () => this.markers.focus(area.id));
  }

  /** What a popup says of an area. */
  said(area) {
    return area.members ? membersList(area, this.name, this.words) : areaCard(area, this.name, this.words);
  }

  /** @returns {boolean} whether there was anything nearer to show */
  zoomInto({ bounds }) {
    const { map, L } = this.view;
    const zoom = map.getZoom();
    if (zoom >= map.getMaxZoom()) return false;
    const corners = L.latLngBounds(bounds);
    const closer = Math.max(zoom + 1, map.getBoundsZoom(corners, false, L.point(PARTING, PARTING).multiplyBy(2)));
    map.setView(corners.getCenter(), Math.min(closer, map.getMaxZoom()));
    return true;
  }

  /** From the list: on phones the map lies beneath it. */
  reveal(area) {
    this.view?.uncover();
    if (area.kind === "cluster") {
      this.view?.map.getContainer().focus({ preventScroll: true });
      this.zoomInto(area);
      return;
    }
    this.view?.bringIn(area.line ? this.view.L.latLngBounds(area.line) : [[area.lat, area.lon]]);
    const giveBack = () => this.rows.focusShow(area.id) || this.markers.focus(area.id);
    this.view?.popup.open(area, titleOf(area, this.name, this.words), this.said(area), giveBack);
  }

  /** Where the focus may go back to nothing is kept of another layer. */
  leave() {
    window.clearTimeout(this.pause);
    this.refining?.abort();
    this.markers?.destroy();
  }
}
