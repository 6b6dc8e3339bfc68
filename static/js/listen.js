/**
 * `<listen-button>`: reads a text aloud with the browser's own voice. Its button appears only where a voice for the
 * language of the text exists; nothing leaves the device unless that voice does so by itself.
 *
 * Speech is paused by stopping and starting again at the same piece: `speechSynthesis.pause()` is silent on Android.
 */

const READ = "h2, h3, p, li, dt, dd";
const SKIPPED = ".media, .gallery, .card, .call, figcaption, [hidden], details:not([open])";
const LONGEST = 220; // characters; some voices fall silent after about fifteen seconds

/** @returns {object | undefined} the best voice for a language (BCP 47), one of this device before one of the network */
export function voiceFor(language, voices) {
  const wanted = language.toLowerCase().split("-")[0];
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === wanted);
  return fitting.find((voice) => voice.localService) ?? fitting[0];
}

/** @returns {string[]} a text in pieces of whole sentences; only a sentence that is too long itself is cut, at a space */
export function pieces(text, longest = LONGEST) {
  const found = [];
  for (const sentence of text.replace(/\s+/g, " ").trim().split(/(?<=[.!?…。！？]["”’)]?)\s+/u)) {
    const last = found.at(-1);
    if (last && last.length + sentence.length < longest) found[found.length - 1] = `${last} ${sentence}`;
    else found.push(...(sentence.match(new RegExp(`.{1,${longest}}(?:\\s|$)|.{1,${longest}}`, "gu")) ?? []));
  }
  return found.map((piece) => piece.trim()).filter(Boolean);
}

class ListenButton extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.text = document.getElementById(this.dataset.text);
    if (!globalThis.speechSynthesis || !this.button || !this.text) return;
    this.language = this.text.closest("[lang]").lang;
    this.place = 0;
    this.button.addEventListener("click", () => (this.playing ? this.stop() : this.play()));
    this.offer = () => this.toggleAttribute("hidden", !this.voice());
    this.leave = () => this.stop();
    speechSynthesis.addEventListener("voiceschanged", this.offer);
    addEventListener("pagehide", this.leave);
    this.offer();
  }

  disconnectedCallback() {
    if (!this.offer) return;
    speechSynthesis.removeEventListener("voiceschanged", this.offer);
    removeEventListener("pagehide", this.leave);
    this.stop();
  }

  voice() {
    return voiceFor(this.language, speechSynthesis.getVoices());
  }

  /** What there is to read, in order: pieces of text and the elements they stand in. */
  parts() {
    const elements = [...this.text.querySelectorAll(READ)];
    const read = elements.filter((element) => !element.closest(SKIPPED) && !element.parentElement.closest("p, li, dd"));
    return read.flatMap((element) => pieces(element.textContent).map((words) => ({ words, element })));
  }

  play() {
    this.queue = this.parts();
    if (this.place >= this.queue.length) this.place = 0;
    this.say(true);
    this.speak();
  }

  stop() {
    if (!this.playing) return;
    this.say(false);
    this.run += 1; // what the voice still reports belongs to the past
    speechSynthesis.cancel();
  }

  say(playing) {
    this.playing = playing;
    this.toggleAttribute("data-playing", playing);
    this.button.querySelector("[data-role=words]").textContent = playing ? this.dataset.pause : this.dataset.listen;
    if (!playing) this.mark(null);
  }

  speak() {
    const part = this.queue[this.place];
    if (!part) {
      this.place = 0;
      this.say(false);
      return;
    }
    const run = (this.run = (this.run ?? 0) + 1);
    const utterance = new SpeechSynthesisUtterance(part.words);
    utterance.lang = this.language;
    utterance.voice = this.voice();
    utterance.addEventListener("end", () => {
      if (run !== this.run) return;
      this.place += 1;
      this.speak();
    });
    utterance.addEventListener("error", () => run === this.run && this.stop());
    this.mark(part.element);
    speechSynthesis.speak(utterance);
  }

  mark(element) {
    this.marked?.removeAttribute("data-read-aloud");
    element?.setAttribute("data-read-aloud", "");
    this.marked = element;
  }
}

if (globalThis.customElements) customElements.define("listen-button", ListenButton);
