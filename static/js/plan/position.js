/** “Start where I am”: asks the device once, on a tap; two decimals of a degree, about a kilometre, are all that is kept. */

import { position, rounded, REASONS } from "../near_me.js";

const prepared = (root, name) => root.querySelector(`template[data-role="${name}"]`)?.content.firstElementChild;

async function ask(box, select, point) {
  const [button, message] = [box.querySelector("button"), box.querySelector('[role="status"]')];
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  message.textContent = box.dataset.waiting;
  try {
    const { coords } = await position();
    point.value = rounded(coords);
    select.value = "point";
    message.textContent = "";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  } catch (error) {
    message.textContent = box.dataset[REASONS[error.code] ?? "unavailable"];
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** Puts the button beside the choice of the start, once. */
export function offerPosition(plan) {
  const [select, point] = ["from", "from_point"].map((name) => plan.form?.elements[name]);
  if (!select || !point || !navigator.geolocation || plan.querySelector(".plan-position")) return;
  const box = prepared(plan, "plan-position")?.cloneNode(true);
  if (!box) return;
  box.querySelector("button").addEventListener("click", () => ask(box, select, point));
  select.closest("p, div, .field, label")?.after(box);
}
