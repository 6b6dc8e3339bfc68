/** The translated strings a template hands to an element, as JSON in its light DOM. */

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Looks strings up by dotted key; an absent one shows its key, so that it is seen and mended. */
export class Words {
  /**
   * @param {object} strings
   * @param {string} language BCP 47
   */
  constructor(strings, language) {
    this.strings = strings;
    this.language = language;
    this.rules = new Intl.PluralRules(language);
    this.number = new Intl.NumberFormat(language);
  }

  /** @returns {boolean} */
  has(key) {
    return this.find(key) !== undefined;
  }

  /** @returns {string} */
  text(key, values = {}) {
    const found = this.find(key);
    return typeof found === "string" ? fill(found, values) : key;
  }

  /** The form of `key` for `count`, with `{count}` filled in. @returns {string} */
  plural(key, count, values = {}) {
    const forms = this.find(key) ?? {};
    const form = forms[this.rules.select(count)] ?? forms.other ?? key;
    return fill(form, { count: this.number.format(count), ...values });
  }

  find(key) {
    return key.split(".").reduce((value, part) => value?.[part], this.strings);
  }
}

/** @returns {any} the JSON in the element's own `<script data-role="…">`, or null */
export function readJson(element, role) {
  const script = element.querySelector(`script[type="application/json"][data-role="${role}"]`);
  return script ? JSON.parse(script.textContent) : null;
}

/** @returns {string} the language of an element: its `data-lang`, or that of the page */
export function languageOf(element) {
  return element.dataset.lang || document.documentElement.lang || "en";
}

/** @returns {Words} */
export function wordsOf(element) {
  return new Words(readJson(element, "words") ?? {}, languageOf(element));
}
