/**
 * “Was it open?” in one tap: sends the answer, says thank you in place, and asks only once in a visit.
 *
 * What was answered is remembered in the tab (sessionStorage) and sent nowhere. Without this module the form posts.
 */

/** @returns {string} under which name the tab remembers an answer about this address on this day */
export function memoryOf(address, day) {
  return `was-it-open ${address.replace(/^\/[^/]+/, "")} ${day}`;
}

/** @returns {string} the reader's own date, as the tab knows it: `2026-11-28` */
export function localDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function remembers(name) {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false; // storage is forbidden: the server counts a connection at most twice
  }
}

function remember(name) {
  try {
    sessionStorage.setItem(name, "");
  } catch {
    // as above
  }
}

/** Sends the form as the button would. @returns {Promise<{ok: boolean, text: string}>} */
async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  const { text } = await response.json();
  return { ok: response.ok, text };
}

if (globalThis.customElements) {
  customElements.define(
    "was-it-open",
    class extends HTMLElement {
      connectedCallback() {
        this.form = this.querySelector("form");
        const day = this.form.elements.day?.value ?? localDay(new Date());
        this.memory = memoryOf(new URL(this.form.action).pathname, day);
        if (remembers(this.memory)) this.say(this.dataset.thanks, true);
        this.form.addEventListener("submit", (event) => this.answer(event));
      }

      async answer(event) {
        event.preventDefault();
        if (this.ariaBusy === "true") return;
        this.ariaBusy = "true";
        try {
          const { ok, text } = await send(this.form, event.submitter);
          if (ok) remember(this.memory);
          this.say(text, ok);
        } catch (error) {
          console.warn("The answer was not sent.", error);
          this.say(this.dataset.failed, false);
        }
        this.ariaBusy = null;
      }

      /** Shows the words; the buttons go when they have done their work, and the focus must not go with them. */
      say(text, done) {
        const said = this.querySelector("[role=status]");
        const hadFocus = this.contains(document.activeElement);
        said.classList.toggle("was-it-open__said--failed", !done);
        said.textContent = text;
        this.form.hidden = done;
        if (done && hadFocus) said.focus();
      }
    },
  );
}
