/** The two number fields a point picker reads and writes. */

const LIMITS = { lat: 90, lon: 180 };
const DECIMALS = 6;

/** @returns {number|null} a field's number; a decimal comma is understood */
export function parseCoordinate(text) {
  const trimmed = text.trim().replace(",", ".");
  const number = Number(trimmed);
  return trimmed === "" || Number.isNaN(number) ? null : number;
}

/** @returns {boolean} */
export function inRange(axis, value) {
  return value === null || Math.abs(value) <= LIMITS[axis];
}

function findInput(element, axis) {
  const id = element.dataset[`${axis}Input`];
  const suffix = element.dataset[`${axis}Suffix`];
  const row = element.closest("[data-inline-panel-child]") ?? element.closest("form");
  return (id && document.getElementById(id)) || (suffix && row?.querySelector(`input[id$="${CSS.escape(suffix)}"]`)) || null;
}

/** Reads and writes the pair, and tells Wagtail of every edit as if it had been typed. */
export class PickerInputs {
  constructor(lat, lon) {
    this.fields = { lat, lon };
  }

  /** @returns {PickerInputs|null} null when the element's fields are not on the page */
  static of(element) {
    const lat = findInput(element, "lat");
    const lon = findInput(element, "lon");
    return lat && lon ? new PickerInputs(lat, lon) : null;
  }

  onEdit(listener, signal) {
    for (const field of Object.values(this.fields)) field.addEventListener("input", () => this.writing || listener(), { signal });
  }

  value(axis) {
    return parseCoordinate(this.fields[axis].value);
  }

  /** @returns {{lat: number, lon: number}|null} the point, when both fields hold one that exists */
  get point() {
    const lat = this.value("lat");
    const lon = this.value("lon");
    return lat === null || lon === null || !this.valid ? null : { lat, lon };
  }

  get valid() {
    return ["lat", "lon"].every((axis) => inRange(axis, this.value(axis)));
  }

  /** @param {{lat: number, lon: number}|null} point null empties the fields */
  write(point) {
    this.writing = true;
    for (const [axis, field] of Object.entries(this.fields)) {
      field.value = point ? String(Number(point[axis].toFixed(DECIMALS))) : "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.writing = false;
  }

  markInvalid() {
    for (const [axis, field] of Object.entries(this.fields)) {
      if (inRange(axis, this.value(axis))) field.removeAttribute("aria-invalid");
      else field.setAttribute("aria-invalid", "true");
    }
  }
}
