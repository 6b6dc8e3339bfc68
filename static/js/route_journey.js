/**
 * `<route-journey>`: the page of a route follows its form in place. The address that the form would lead to is fetched,
 * and the parts marked `data-region` are taken from it; when anything goes wrong the browser goes there itself. What
 * does that (`live_list.js`) is loaded at the first choice.
 */

const here = () => window.location.pathname + window.location.search;

class RouteJourney extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('[data-role="choice"]');
    if (!this.form) return;
    this.address = here();
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.form.addEventListener("change", () => this.form.checkValidity() && this.follow(), { signal });
    this.form.addEventListener("submit", (event) => this.submitted(event), { signal });
    window.addEventListener("popstate", () => this.wentBack(), { signal });
  }

  disconnectedCallback() {
    this.listening?.abort();
    this.loading?.abort();
  }

  submitted(event) {
    event.preventDefault();
    this.follow();
  }

  wentBack() {
    if (here() !== this.address) window.location.reload(); // else only the fragment changed
  }

  async follow() {
    this.loading?.abort();
    const { signal } = (this.loading = new AbortController());
    this.setAttribute("aria-busy", "true");
    try {
      const page = await import("./live_list.js");
      const address = page.addressOf(this.form);
      const fresh = await page.fetchPage(address, signal);
      if (signal.aborted) return;
      page.takeRegions(document, fresh);
      if (address !== here()) window.history.pushState(null, "", address);
      this.address = address;
      page.takeLanguages(fresh);
      this.removeAttribute("aria-busy");
    } catch (error) {
      if (signal.aborted) return; // a newer choice has taken over
      console.warn("The route could not be changed in place.", error);
      this.form.submit();
    }
  }
}

customElements.define("route-journey", RouteJourney);
