/**
 * Remembers an explicit choice of language, so that `/` and printed codes lead there next time.
 *
 * A functional cookie, written only on a click. The links work without this module.
 */

const ONE_YEAR = 365 * 24 * 60 * 60;

/** @returns {string} what `document.cookie` takes for a choice of language */
export function languageCookie(code, secure) {
  return `language=${encodeURIComponent(code)}; path=/; max-age=${ONE_YEAR}; samesite=lax${secure ? "; secure" : ""}`;
}

/** @returns {string} the language of a link of the language switcher; empty for any other link */
export function chosenLanguage(target) {
  return target.closest?.(".languages a[hreflang]")?.hreflang ?? "";
}

globalThis.document?.addEventListener("click", ({ target }) => {
  const code = chosenLanguage(target);
  if (code) document.cookie = languageCookie(code, location.protocol === "https:");
});
