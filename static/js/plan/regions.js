/**
 * The parts of the plan's page that an answer replaces. What the server sent the same as before is left alone, with all
 * that the reader has unfolded or typed there; of the rest, what was unfolded stays so and the focus stays where it was.
 */

const NAMED = "[data-region]";
const nearby = (element) => element.closest("[data-code]")?.id;

export class Regions {
  constructor(root) {
    this.root = root;
    this.served = new Map([...root.querySelectorAll(NAMED)].map((part) => [part.dataset.region, part.innerHTML]));
  }

  /** @param {Element} fresh the same element of another answer */
  take(fresh) {
    const unfolded = [...this.root.querySelectorAll("details[open][id]")].map(({ id }) => id);
    const focus = this.root.contains(document.activeElement) ? document.activeElement : null;
    const [id, around] = focus ? [focus.id, nearby(focus)] : [];
    for (const part of this.root.querySelectorAll(NAMED)) this.takeOne(part, fresh);
    for (const name of unfolded) document.getElementById(name)?.setAttribute("open", "");
    if (focus && !focus.isConnected) this.refocus(id, around);
  }

  takeOne(part, fresh) {
    const { region } = part.dataset;
    const next = fresh.querySelector(`[data-region="${region}"]`);
    if (!next) return;
    part.hidden = next.hidden;
    if (next.innerHTML === this.served.get(region)) return;
    this.served.set(region, next.innerHTML);
    part.replaceChildren(...next.childNodes);
  }

  /** The same control, else the stop it belonged to, else what the plan says of itself. */
  refocus(id, around) {
    const place =
      (id && document.getElementById(id)) ||
      (around && document.getElementById(around)?.querySelector("a, summary, button")) ||
      this.root.querySelector("h1, h2");
    if (place?.matches("h1, h2")) place.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }
}
