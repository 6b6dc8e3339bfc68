/**
 * Putting stops in another order by hand: a handle on each, dragged with mouse, pen or finger, within a day and to another.
 * The buttons “earlier” and “later” of each stop do the same without dragging.
 */

const STOP = "[data-code]";
const EDGE_PX = 72; // nearer to the edge of the screen than this, the page scrolls
const SPEED_PX = 14;

const codesOf = (line) => [...line.querySelectorAll(`:scope > ${STOP}`)].map(({ dataset }) => dataset.code);

export class Dragging {
  /**
   * @param {HTMLElement} root holds the days: `.plan-day > .plan-line`
   * @param {(days: string[][], code: string) => void} onOrder told of the codes by day once a stop was dropped elsewhere
   */
  constructor(root, onOrder) {
    Object.assign(this, { root, onOrder });
    root.addEventListener("pointerdown", (event) => this.take(event));
    root.addEventListener("pointermove", (event) => this.carry(event));
    root.addEventListener("pointerup", () => this.drop());
    root.addEventListener("pointercancel", () => this.giveUp());
    window.addEventListener("keydown", ({ key }) => key === "Escape" && this.giveUp());
  }

  get lines() {
    return [...this.root.querySelectorAll(".plan-line")];
  }

  get days() {
    return this.lines.map(codesOf);
  }

  /** Gives every stop of the days its handle; called again after each answer. */
  addHandles() {
    for (const buttons of this.root.querySelectorAll(`.plan-line > ${STOP} .plan-moves`)) {
      if (buttons.querySelector(".plan-handle")) continue;
      const handle = document.createElement("span");
      handle.className = "plan-handle";
      handle.setAttribute("aria-hidden", "true");
      buttons.prepend(handle);
    }
  }

  take(event) {
    const stop = event.button === 0 && event.target.closest(".plan-handle")?.closest(STOP);
    if (!stop) return;
    event.preventDefault();
    this.root.setPointerCapture(event.pointerId);
    this.held = { stop, before: JSON.stringify(this.days), from: [stop.parentElement, stop.nextSibling] };
    stop.toggleAttribute("data-held", true);
    this.root.toggleAttribute("data-dragging", true);
  }

  carry({ clientY }) {
    if (!this.held) return;
    this.at = clientY;
    this.place();
    this.scrolling ??= requestAnimationFrame(() => this.scroll());
  }

  /** Puts the stop where the pointer is: into the nearest day, before the first stop whose middle lies below. */
  place() {
    const { stop } = this.held;
    const distance = (line) => {
      const { top, bottom } = line.parentElement.getBoundingClientRect();
      return Math.max(top - this.at, this.at - bottom, 0);
    };
    const line = this.lines.reduce((best, one) => (distance(one) < distance(best) ? one : best));
    const below = [...line.children].find((one) => {
      if (one === stop || !one.matches(STOP)) return false;
      const { top, height } = one.getBoundingClientRect();
      return this.at < top + height / 2;
    });
    if (stop.parentElement !== line || stop.nextElementSibling !== (below ?? null)) line.insertBefore(stop, below ?? null);
  }

  scroll() {
    this.scrolling = undefined;
    if (!this.held) return;
    const by = this.at < EDGE_PX ? -SPEED_PX : this.at > window.innerHeight - EDGE_PX ? SPEED_PX : 0;
    if (!by) return;
    window.scrollBy({ top: by, behavior: "instant" });
    this.place();
    this.scrolling = requestAnimationFrame(() => this.scroll());
  }

  drop() {
    if (!this.held) return;
    const { stop, before } = this.letGo();
    if (JSON.stringify(this.days) !== before) this.onOrder(this.days, stop.dataset.code);
  }

  giveUp() {
    if (!this.held) return;
    const { stop, from: [line, next] } = this.letGo();
    line.insertBefore(stop, next);
  }

  letGo() {
    const { held } = this;
    held.stop.removeAttribute("data-held");
    this.root.removeAttribute("data-dragging");
    this.held = undefined;
    return held;
  }
}
