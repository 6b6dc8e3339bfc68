/**
 * “Near me”: asks the device where it is, once and only when told to, and chooses the answer in the select of places.
 * Two decimals of a degree, about a kilometre, are all that leaves this module.
 */

export const REASONS = { 1: "denied", 2: "unavailable", 3: "timeout" }; // GeolocationPositionError.code
const PATIENCE = { timeout: 10000, maximumAge: 300000, enableHighAccuracy: false };
const role = (root, name) => root.querySelector(`[data-role="${name}"]`);

/** @returns {string} “lat,lon” with two decimals each */
export function rounded({ latitude, longitude }) {
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}

export const position = () =>
  new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, PATIENCE));

/** Chooses the reader's own position among the places. */
export function chooseOwn(select, value) {
  const own = role(select, "own");
  own.value = value;
  own.hidden = own.disabled = false;
  own.selected = true;
}

/** @param {HTMLElement} near the element with button, message and select */
export async function nearMe(near) {
  const [message, select, button] = [role(near, "near-message"), near.querySelector("select"), role(near, "near-me")];
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  message.textContent = near.dataset.waiting;
  try {
    const { coords } = await position();
    chooseOwn(select, rounded(coords));
    message.textContent = "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } catch (error) {
    message.textContent = near.dataset[REASONS[error.code] ?? "unavailable"];
  } finally {
    button.removeAttribute("aria-disabled");
  }
}
