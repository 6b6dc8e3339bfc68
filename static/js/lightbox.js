/**
 * `<picture-gallery>`: its links open large in a dialog of the page. Arrow keys and buttons lead on, Escape closes, and the
 * focus returns to the picture that was last shown. Without this module the links open the pictures themselves.
 */

/** @returns {number} the place `step` away from `place` in a ring of `count` */
export function turned(place, step, count) {
  return (place + step + count) % count;
}

function button(className, label, sign) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `lightbox__button ${className}`;
  made.setAttribute("aria-label", label);
  made.textContent = sign;
  return made;
}

class PictureGallery extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target.closest?.(".gallery__picture");
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!link || !plain) return;
      event.preventDefault();
      this.open(this.links.indexOf(link));
    });
  }

  disconnectedCallback() {
    this.dialog?.remove();
    this.dialog = null;
  }

  get links() {
    return [...this.querySelectorAll(".gallery__picture")];
  }

  open(place) {
    this.dialog ??= this.build();
    this.show(place);
    this.dialog.showModal();
    this.dialog.focus();
  }

  build() {
    const words = this.dataset;
    const dialog = document.createElement("dialog");
    dialog.className = "lightbox";
    dialog.tabIndex = -1;
    dialog.setAttribute("aria-label", words.label);
    this.picture = document.createElement("img");
    this.picture.className = "lightbox__picture";
    this.caption = document.createElement("p");
    this.caption.className = "lightbox__caption";
    this.caption.setAttribute("aria-live", "polite");
    const close = button("lightbox__button--close", words.close, "×");
    const previous = button("lightbox__button--previous", words.previous, "←");
    const next = button("lightbox__button--next", words.next, "→");
    close.addEventListener("click", () => dialog.close());
    previous.addEventListener("click", () => this.turn(-1));
    next.addEventListener("click", () => this.turn(1));
    for (const each of [previous, next]) each.hidden = this.links.length < 2;
    dialog.append(this.picture, this.caption, previous, next, close);
    dialog.addEventListener("keydown", (event) => this.pressed(event));
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("close", () => this.links[this.place].focus());
    this.append(dialog);
    return dialog;
  }

  show(place) {
    this.place = place;
    const link = this.links[place];
    const image = link.querySelector("img");
    const figcaption = link.closest("figure")?.querySelector("figcaption");
    this.picture.removeAttribute("src"); // the last picture must not stand over the new caption
    this.picture.src = link.href;
    this.picture.alt = image?.alt ?? "";
    for (const side of ["width", "height"]) {
      if (link.dataset[side]) this.picture.setAttribute(side, link.dataset[side]);
      else this.picture.removeAttribute(side);
    }
    const words = document.createElement("span");
    if (figcaption) words.append(...figcaption.cloneNode(true).childNodes);
    this.caption.replaceChildren(`${place + 1} / ${this.links.length} `, words);
  }

  turn(step) {
    this.show(turned(this.place, step, this.links.length));
  }

  pressed(event) {
    const forwards = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") this.turn(event.key === forwards ? 1 : -1);
    else if (event.key === "Home") this.show(0);
    else if (event.key === "End") this.show(this.links.length - 1);
    else return;
    event.preventDefault();
  }
}

if (globalThis.customElements) customElements.define("picture-gallery", PictureGallery);
