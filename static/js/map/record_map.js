/**
 * `<record-map>`: the small map of a detail page. Nothing but the server's picture until the reader asks for more; only
 * then are the map's own modules and its style sheet (`data-map-css`) fetched. The picture stays for print.
 *
 * Points come from `data-lat`, `data-lon`, `data-name`, or from the JSON script `points`.
 */

const part = (element, name) => element.querySelector(`[data-role="${name}"]`);

/** Settles either way: a map without its colours is still a map. */
function addStylesheet(href) {
  if (!href || document.querySelector(`link[href="${CSS.escape(href)}"]`)) return Promise.resolve();
  return new Promise((settle) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
    link.addEventListener("load", settle);
    link.addEventListener("error", settle);
    document.head.append(link);
  });
}

class RecordMap extends HTMLElement {
  connectedCallback() {
    this.canvas = part(this, "canvas");
    this.opener = part(this, "show");
    this.onShow ??= (event) => this.show(event);
    this.opener.addEventListener("click", this.onShow);
    this.opener.hidden = false; // without this script there is no map to show
  }

  disconnectedCallback() {
    this.opener.removeEventListener("click", this.onShow);
    this.base?.destroy();
    this.base = undefined;
    this.toggle(false);
  }

  toggle(open) {
    this.canvas.hidden = !open;
    this.toggleAttribute("data-open", open);
  }

  async show(event) {
    event.preventDefault();
    try {
      const [{ drawRecordMap }] = await Promise.all([import("./record_map_view.js"), addStylesheet(this.dataset.mapCss)]);
      this.toggle(true);
      await this.draw(drawRecordMap);
    } catch (error) {
      console.warn("The map could not be started.", error);
      this.toggle(false);
      this.opener.focus();
    }
  }

  async draw(drawRecordMap) {
    const base = await drawRecordMap(this, this.canvas);
    if (!this.isConnected) {
      base.destroy();
      return;
    }
    this.base = base;
    this.canvas.focus({ preventScroll: true });
  }
}

customElements.define("record-map", RecordMap);
