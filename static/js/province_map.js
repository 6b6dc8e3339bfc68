/** `<province-map>`: pointing at a province, or moving to its row, marks both the area and the row. */

const PICKED = "is-picked";

class ProvinceMap extends HTMLElement {
  connectedCallback() {
    for (const kind of ["pointerover", "focusin"]) {
      this.addEventListener(kind, (event) => this.#pick(event.target.closest("[data-province]")?.dataset.province));
    }
    for (const kind of ["pointerleave", "focusout"]) this.addEventListener(kind, () => this.#pick());
  }

  #pick(province) {
    for (const element of this.querySelectorAll("[data-province]")) {
      element.classList.toggle(PICKED, element.dataset.province === province);
    }
  }
}

customElements.define("province-map", ProvinceMap);
