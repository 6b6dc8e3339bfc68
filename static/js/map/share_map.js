/**
 * `<share-map>`: address and frame of a map, ready to be copied. On the map's own page they follow what it shows.
 */

const part = (element, name) => element.querySelector(`[data-role="${name}"]`);
const escaped = (address) => address.replaceAll("&", "&amp;");

class ShareMap extends HTMLElement {
  connectedCallback() {
    this.embed = this.dataset.embed;
    this.onCopy ??= (event) => this.copy(event.target.closest("[data-copies]"));
    this.onChange ??= () => this.follow();
    this.addEventListener("click", this.onCopy);
    this.map = this.closest("outlet-map");
    this.map?.addEventListener("mapchange", this.onChange);
    for (const button of this.querySelectorAll("[data-copies]")) button.hidden = !navigator.clipboard;
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.onCopy);
    this.map?.removeEventListener("mapchange", this.onChange);
  }

  /** The address bar holds what the map shows, and nothing private; the frame gets the same filters. */
  follow() {
    const address = new URL(window.location.href);
    address.hash = "";
    const frame = new URL(this.embed);
    const language = frame.searchParams.get("lang");
    frame.search = new URLSearchParams([["lang", language], ...address.searchParams]).toString();
    frame.searchParams.delete("page");
    part(this, "address").value = address.href;
    part(this, "snippet").value = part(this, "snippet").value.replace(escaped(this.embed), escaped(frame.href));
    this.embed = frame.href;
  }

  async copy(button) {
    if (!button) return;
    const field = part(this, button.dataset.copies);
    const done = part(this, "done");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      done.textContent = this.dataset.copied;
    } catch {
      done.textContent = this.dataset.failed;
    }
  }
}

customElements.define("share-map", ShareMap);
