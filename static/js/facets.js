/**
 * What a form of facets can do with JavaScript: long lists narrow while one types, “Near me” asks the device, Escape closes
 * the panel of a phone. The form works without this module. Lists change in place by live_list.js; on the map, whose list
 * comes from its feed and whose start.js fetches this when somebody reaches for the filters, only the facets are kept fresh.
 */

import { fetchPage, takeRegions, addressOf } from "./live_list.js";

const WIDE = window.matchMedia("(min-width: 62rem)"); // as in facets.css
const role = (root, name) => root.querySelector(`[data-role="${name}"]`);

/** Shows the helpers that mean nothing without this module; called again for whatever the server sends later. */
function showHelpers(form) {
  for (const narrow of form.querySelectorAll('[data-role="narrow"]')) narrow.hidden = false;
  const button = role(form, "near-me");
  if (button && navigator.geolocation) button.hidden = false;
}

/** Keeps the options whose words contain what is typed, with or without accents; chosen ones always stay. */
async function narrow(field) {
  const { folded } = await import("./folding.js");
  const facet = field.closest("[data-facet]");
  const wanted = folded(field.value);
  let shown = 0;
  for (const option of facet.querySelectorAll(".option")) {
    option.hidden = !folded(option.textContent).includes(wanted) && !option.querySelector("input").checked;
    shown += option.hidden ? 0 : 1;
  }
  for (const group of facet.querySelectorAll(".facet__group")) group.hidden = !group.querySelector(".option:not([hidden])");
  role(facet, "narrowed").textContent = wanted ? field.dataset.text.replace("{count}", shown) : "";
}

async function askDevice(form) {
  const { nearMe } = await import("./near_me.js");
  await nearMe(role(form, "near"));
}

/** Closes the panel where it is one that opens, and gives the focus back to its button. */
function leave(panel) {
  const button = panel.querySelector("summary");
  if (!panel.open || !button.checkVisibility()) return;
  panel.open = false;
  button.focus();
}

/** Tells the map the place to be near to, the reader's own too. */
function tellNear(form) {
  const { near } = form.elements;
  form.closest("outlet-map").dataset.near = near?.value ?? "";
}

/** After a change on the map: the counts of the page that the form leads to. Failing leaves the old ones. */
function keepFresh(form) {
  let loading;
  const refresh = async () => {
    loading?.abort();
    const { signal } = (loading = new AbortController());
    try {
      const fresh = (await fetchPage(addressOf(form), signal)).querySelector("[data-facets]");
      if (fresh && !signal.aborted) takeRegions(form, fresh);
    } catch (error) {
      if (!signal.aborted) console.warn("The filters could not be refreshed.", error);
    }
  };
  form.addEventListener("change", ({ target }) => {
    if (!target.name) return;
    tellNear(form);
    refresh();
  });
  window.addEventListener("popstate", () => window.setTimeout(refresh)); // once the map has restored the form
  if (form.closest("outlet-map").hasAttribute("data-changed")) refresh(); // before this module was there
}

/** Beside its list the panel is always to be seen where there is room, so it is called open there. */
function unfoldWhereWide(panel) {
  if (WIDE.matches) panel.open = true;
  WIDE.addEventListener("change", ({ matches }) => { panel.open = matches; });
}

function start(form) {
  const [list, map, panel] = [form.closest("live-list"), form.closest("outlet-map"), role(form, "panel")];
  showHelpers(form);
  (list ?? form).addEventListener("regionstaken", () => showHelpers(form));
  form.addEventListener("input", ({ target }) => target.dataset.role === "narrow" && narrow(target));
  form.addEventListener("click", ({ target }) => target.closest('[data-role="near-me"]') && askDevice(form));
  form.addEventListener("keydown", ({ key }) => key === "Escape" && leave(panel));
  if (list) unfoldWhereWide(panel);
  if (!map) return;
  tellNear(form);
  keepFresh(form);
  form.addEventListener("submit", () => leave(panel));
}

for (const form of document.querySelectorAll("[data-facets]")) start(form);
