/** The list beside the map for a layer that the server gathers: what is in view, with a button for each. */

import { html } from "./dom.js";
import { setChildren } from "./outlet_list.js";
import { areaCard, isGroup, titleOf } from "./area_words.js";

export class AreaList {
  /** @param {(area: object) => void} onShow */
  constructor(list, layer, words, onShow) {
    Object.assign(this, { list, layer, words, onShow });
  }

  /** Lists the areas, or says why there are none. */
  render(areas, sentence) {
    const rows = areas.map((area) => this.item(area));
    setChildren(this.list, rows.length ? rows : [html("li", { class: "outlet outlet--none" }, sentence)]);
  }

  /** @returns {boolean} whether the area is listed, its button then has the focus */
  focusShow(id) {
    const target = this.list.querySelector(`[data-slug="${CSS.escape(id)}"] [data-role="show"]`);
    target?.focus();
    return Boolean(target);
  }

  item(area) {
    const text = this.words.text(isGroup(area) ? "zoom_to" : "show_on_map");
    const label = `${text}: ${titleOf(area, this.layer, this.words)}`;
    const button = html("button", { type: "button", class: "map-button outlet__show", "data-role": "show", "aria-label": label }, text);
    button.addEventListener("click", () => this.onShow(area));
    return html("li", { class: "outlet", "data-slug": area.id }, areaCard(area, this.layer, this.words), button);
  }
}
