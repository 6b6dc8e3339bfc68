/**
 * `<search-box>`: suggestions under the search field as one types. The combobox pattern of WAI-ARIA APG: editable, with
 * list autocomplete and manual selection. Without a network or an answer the form searches all the same.
 */

import { build, suggestions } from "./list.js";

const PAUSE_MS = 120;
const COMPOSING_MS = 350; // a letter of Telex is several keys; Android composes whole words: don't wait for the end
const SPEAK_MS = 700;
const FEWEST = 2; // letters
const KEPT = 50; // answers
const ROOM = 260; // pixels under the field; with less it goes to the top of the screen

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    if (this.list) return;
    this.form = this.input.form;
    this.answers = new Map();
    const id = `${this.input.id}-list`;
    this.list = build("div", { role: "listbox", id, class: "suggestions", "aria-label": this.dataset.list });
    this.list.hidden = true;
    this.status = build("span", { role: "status", class: "visually-hidden" });
    this.form.append(this.list);
    this.append(this.status);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [name, value] of Object.entries(combobox)) this.input.setAttribute(name, value);
    this.listen();
    const typed = this.input.value !== this.input.defaultValue;
    if (typed && document.activeElement === this.input) this.ask(); // before this module was there
  }

  listen() {
    this.input.addEventListener("input", ({ isComposing }) => this.soon(isComposing ? COMPOSING_MS : PAUSE_MS));
    this.input.addEventListener("compositionend", () => this.soon(PAUSE_MS));
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("click", () => this.open || this.ask());
    this.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", ({ target }) => target.closest("a") && this.close());
    this.form.addEventListener("focusout", ({ relatedTarget: to }) => {
      if (to !== this.input && !this.list.contains(to)) this.close(); // some screen readers put the focus on options
    });
    globalThis.visualViewport?.addEventListener("resize", () => this.open && this.fit());
  }

  get words() {
    return this.input.value.normalize("NFC").trim().replace(/\s+/g, " ");
  }

  get open() {
    return !this.list.hidden;
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  soon(pause) {
    this.choose(null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  /** Show what goes with the words; until the answer is there the last list stands. */
  async ask() {
    const { words } = this;
    this.asking?.abort();
    if (words.length < FEWEST) return this.close();
    try {
      const answer = await this.answer(words);
      if (words === this.words && document.activeElement === this.input) this.show(answer, words);
    } catch {
      // Overtaken by the next letter, offline, or refused.
    }
  }

  async answer(words) {
    const key = words.toLowerCase();
    if (this.answers.has(key)) return this.answers.get(key);
    if (navigator.onLine === false) throw new Error("offline");
    const address = new URL("suggestions/", this.form.action);
    address.searchParams.set("q", words);
    this.asking = new AbortController();
    const response = await fetch(address, { signal: this.asking.signal });
    if (!response.ok) throw new Error(response.status);
    const answer = await response.json();
    if (this.answers.size >= KEPT) this.answers.delete(this.answers.keys().next().value);
    this.answers.set(key, answer);
    return answer;
  }

  show(answer, words) {
    const { mean, all, count } = this.dataset;
    this.list.replaceChildren(...suggestions(answer, words, { id: this.list.id, mean, all }));
    const number = answer.groups.reduce((sum, { items }) => sum + items.length, 0);
    this.say(count.replace("{number}", number));
    this.choose(null);
    this.turn(this.list.childElementCount > 0);
    if (this.open) this.fit();
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.choose(null);
    this.say("");
    this.turn(false);
  }

  turn(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  /** Tell how many there are once the typing rests. */
  say(text) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => (this.status.textContent = text), text ? SPEAK_MS : 0);
  }

  /** Make an option the active one; the focus stays in the field. */
  choose(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** Keep the list above a phone's keyboard. */
  fit() {
    const screen = globalThis.visualViewport;
    if (!screen) return;
    const room = () => screen.offsetTop + screen.height - this.form.getBoundingClientRect().bottom - 16;
    if (room() < ROOM) this.form.scrollIntoView({ block: "start", behavior: "instant" });
    this.list.style.setProperty("--room", `${Math.max(room(), 120)}px`);
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = this.keys[event.key];
    if (act?.call(this, event)) event.preventDefault();
  }

  /** What the keys do; true when the field must not do its own. */
  keys = {
    ArrowDown: (event) => this.step(event, 1),
    ArrowUp: (event) => this.step(event, -1),
    Home: () => this.jump(0),
    End: () => this.jump(-1),
    ArrowLeft: () => this.choose(null),
    ArrowRight: () => this.choose(null),
    Enter: () => this.active && (this.active.click(), true),
    Escape: () => this.leave(),
  };

  step({ altKey }, by) {
    if (!this.open) {
      this.ask();
      return true;
    }
    if (altKey && by < 0) {
      this.close();
      return true;
    }
    const { options } = this;
    const from = this.active ? options.indexOf(this.active) : by > 0 ? -1 : 0;
    this.choose(options.at((from + by) % options.length));
    return true;
  }

  jump(to) {
    if (this.active) this.choose(this.options.at(to));
    return Boolean(this.active);
  }

  /** Escape: first the list goes, then the words, then the focus. */
  leave() {
    if (this.open) this.close();
    else if (this.input.value) this.input.value = "";
    else this.input.blur();
    return true;
  }
}

customElements.define("search-box", SearchBox);
