/** The list beside the map. Each outlet's item is made once and kept. */

import { html, role } from "./dom.js";
import { outletCard, refreshState } from "./outlet_card.js";

function unlocatedSection(list, words) {
  const existing = role(list.parentElement, "unlocated");
  if (existing) return existing;
  const section = html(
    "section",
    { "data-role": "unlocated", class: "outlet-map__unlocated", hidden: true },
    html("h2", {}, words.text("unlocated")),
    html("ol", { class: "outlet-list" }),
  );
  list.after(section);
  return section;
}

/** The element of a new item that stands where `focused` stood in the one before. */
function counterpart(parent, focused) {
  const slug = focused.closest("[data-slug]")?.dataset.slug;
  const item = slug && parent.querySelector(`[data-slug="${CSS.escape(slug)}"]`);
  if (focused.closest("plan-button")) return item?.querySelector("plan-button a");
  return item?.querySelector(focused.dataset.role ? `[data-role="${focused.dataset.role}"]` : "a");
}

/** Replaces children only when they differ, and keeps the focus where it was. */
export function setChildren(parent, children) {
  const same = parent.children.length === children.length && children.every((child, index) => parent.children[index] === child);
  if (same) return;
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const heir = focused && (() => (focused.isConnected ? focused : counterpart(parent, focused)));
  parent.replaceChildren(...children);
  heir?.()?.focus({ preventScroll: true });
}

export class OutletList {
  /** @param {{onShow: (outlet) => void}} actions */
  constructor(list, words, actions) {
    Object.assign(this, { list, words, actions });
    this.section = unlocatedSection(list, words);
    this.items = new Map();
  }

  /** Takes the outlets of a new feed. */
  setOutlets(outlets, unlocated) {
    const now = new Date();
    const item = (outlet, onMap) => [outlet.slug, { outlet, element: this.makeItem(outlet, onMap, now) }];
    this.items = new Map([...outlets.map((outlet) => item(outlet, true)), ...unlocated.map((outlet) => item(outlet, false))]);
    setChildren(this.section.querySelector("ol"), this.elements(unlocated));
    this.section.hidden = unlocated.length === 0;
  }

  /** Shows the outlets that are in view, or a sentence when there are none. */
  render(inView, sentence) {
    const none = () => [html("li", { class: "outlet outlet--none" }, sentence)];
    setChildren(this.list, inView.length ? this.elements(inView) : none());
  }

  /** Another layer takes over the list. */
  leave() {
    this.section.remove();
  }

  refreshStates(now) {
    for (const { outlet, element } of this.items.values()) refreshState(role(element, "state"), outlet, this.words, now);
  }

  focusShow(slug) {
    const element = this.items.get(slug)?.element;
    const target = element?.isConnected ? role(element, "show") : null;
    target?.focus();
    return Boolean(target);
  }

  elements(outlets) {
    return outlets.map(({ slug }) => this.items.get(slug).element);
  }

  makeItem(outlet, onMap, now) {
    const element = html("li", { class: "outlet", "data-slug": outlet.slug }, outletCard(outlet, this.words, now));
    if (onMap) element.append(this.showButton(outlet));
    return element;
  }

  showButton(outlet) {
    const text = this.words.text("show_on_map");
    const button = html(
      "button",
      { type: "button", class: "map-button outlet__show", "data-role": "show", "aria-label": `${text}: ${outlet.name}` },
      text,
    );
    button.addEventListener("click", () => this.actions.onShow(outlet));
    return button;
  }
}
