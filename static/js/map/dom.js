/** Building elements without markup in strings. */

const SVG = "http://www.w3.org/2000/svg";

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined && value !== "") element.setAttribute(name, value);
  }
}

/**
 * @param {string} tag
 * @param {Record<string, string|number|boolean|null|undefined>} [attributes] empty ones are left out
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function html(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

/** @returns {SVGElement} */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

/** @returns {boolean} whether the reader has asked for less motion */
export function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @returns {HTMLElement|null} the descendant that plays a role in the element */
export function role(element, name) {
  return element.querySelector(`[data-role="${name}"]`);
}
