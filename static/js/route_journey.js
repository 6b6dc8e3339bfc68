/**
 * `<route-journey>`: the page of a route follows its form in place. The address that the form would lead to is fetched,
 * and the parts marked `data-region` are taken from it; when anything goes wrong the browser goes there itself.
 */

import { addressOf, fetchPage, takeRegions } from "./live_list.js";

class RouteJourney extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('[data-role="choice"]');
    if (!this.form) return;
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.form.addEventListener("change", () => this.form.checkValidity() && this.follow(addressOf(this.form)), { signal });
    this.form.addEventListener("submit", (event) => this.submitted(event), { signal });
    window.addEventListener("popstate", () => window.location.reload(), { signal });
  }

  disconnectedCallback() {
    this.listening?.abort();
    this.loading?.abort();
  }

  submitted(event) {
    event.preventDefault();
    this.follow(addressOf(this.form));
  }

  async follow(address) {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    this.setAttribute("aria-busy", "true");
    try {
      const fresh = await fetchPage(address, signal);
      if (signal.aborted) return;
      this.take(fresh, address);
    } catch (error) {
      if (signal.aborted) return; // a newer choice has taken over
      console.warn("The route could not be changed in place.", error);
      window.location.assign(address);
    }
  }

  take(fresh, address) {
    takeRegions(document, fresh);
    if (address !== window.location.pathname + window.location.search) window.history.pushState(null, "", address);
    for (const link of document.querySelectorAll("a[hreflang][lang]")) link.search = window.location.search;
    this.removeAttribute("aria-busy");
  }
}

customElements.define("route-journey", RouteJourney);
