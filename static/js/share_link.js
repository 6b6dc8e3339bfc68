/**
 * `<share-link>`: passes an address (`data-address`) on, by the programs that the reader's browser offers or by copying.
 * Its buttons, `share` and `copy`, are hidden until here; with `data-one` only the first that works is shown. A field
 * that shows the address (`data-field`, an id) is selected when it is copied.
 */

class ShareLink extends HTMLElement {
  connectedCallback() {
    const ways = [
      ["share", navigator.share, () => this.hand()],
      ["copy", navigator.clipboard, () => this.copy()],
    ].filter(([, can]) => can);
    for (const [name, , act] of "one" in this.dataset ? ways.slice(0, 1) : ways) {
      const button = this.querySelector(`[value="${name}"]`);
      button.hidden = false;
      button.onclick = act; // once, however often the page puts it back
    }
  }

  /** A reader who closes the sheet of programs has changed their mind; that is no failure. */
  async hand() {
    try {
      await navigator.share({ title: this.dataset.title, url: this.dataset.address });
    } catch (error) {
      if (error.name !== "AbortError") await this.copy();
    }
  }

  async copy() {
    const { address, copied, failed } = this.dataset;
    const field = document.getElementById(this.dataset.field);
    field?.select();
    try {
      await navigator.clipboard.writeText(address);
      this.say(copied);
    } catch {
      this.say(field ? failed : `${failed}: ${address}`);
    }
  }

  say(text) {
    this.querySelector('[role="status"]').textContent = text;
  }
}

customElements.define("share-link", ShareLink);
