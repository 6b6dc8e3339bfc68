/**
 * What every page can do with JavaScript, in one small file: an explicit choice of language is remembered, so that `/` and
 * printed codes lead there next time (a functional cookie, written only on a click), and the suggestions of a search field
 * are brought in when somebody reaches for one. Links and forms work without it.
 */

const ONE_YEAR = 365 * 24 * 60 * 60;
const PARTS = ["folding", "search/marking", "search/list", "search/box"]; // asked for together, not one after the other
const REACHING = ["pointerover", "touchstart", "focusin"];

/** @returns {string} what `document.cookie` takes for a choice of language */
export function languageCookie(code, secure) {
  return `language=${encodeURIComponent(code)}; path=/; max-age=${ONE_YEAR}; samesite=lax${secure ? "; secure" : ""}`;
}

/** @returns {string} the language of a link of the language switcher; empty for any other link */
export function chosenLanguage(target) {
  return target.closest?.(".languages a[hreflang]")?.hreflang ?? "";
}

function reach({ target }) {
  if (!target.closest?.("search-box")) return;
  for (const event of REACHING) document.removeEventListener(event, reach);
  Promise.all(PARTS.map((part) => import(`./${part}.js`))).catch((error) =>
    console.warn("No suggestions; the form still searches.", error),
  );
}

for (const event of REACHING) document.addEventListener(event, reach, { passive: true });
document.addEventListener("click", ({ target }) => {
  const code = chosenLanguage(target);
  if (code) document.cookie = languageCookie(code, location.protocol === "https:");
});
