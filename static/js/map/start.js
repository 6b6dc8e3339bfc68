/**
 * Starts `<outlet-map>` when the page has come to rest, or at the reader's first sign of life: a moved mouse, a touch, a
 * key. Who saves data gets it by reaching for map, layers or filters. Until then the server's picture and list stand, and
 * nothing of the map is fetched. The sheet of phones works at once.
 */

const REST_MS = 2500; // from the page's load on
const REACHING = ["pointerover", "pointerdown", "touchstart", "focusin", "keydown"];
const SIGNS_OF_LIFE = ["pointermove", "touchstart", "keydown", "wheel"];
const HIGH_UP = "0px 0px -60% 0px"; // the part of the screen a pulled-up sheet has reached

const element = document.querySelector("outlet-map");
const part = (name) => element.querySelector(`[data-role="${name}"]`);
let started = false;

async function start() {
  if (started) return;
  started = true;
  try {
    await import("./outlet_map.js");
  } catch (error) {
    console.warn("The map could not be started; the list still works.", error);
  }
}

function startAtRest() {
  const idle = window.requestIdleCallback ?? window.setTimeout;
  window.setTimeout(() => idle(start), REST_MS);
}

/** What the reader does before the map is there is done once it is. */
function remember() {
  part("layers")?.addEventListener("change", start, { once: true });
  part("filters").addEventListener("change", () => element.toggleAttribute("data-changed", true), { once: true });
  part("list").addEventListener("click", ({ target }) => {
    const wanted = target.closest('[data-role="show"]')?.closest("[data-slug]");
    if (!wanted || element.hasAttribute("data-ready")) return;
    element.dataset.wanted = wanted.dataset.slug;
    start();
  });
}

/** The button pulls the sheet over the map and puts it back; it tells where the sheet is, whoever moved it. */
function addSheet() {
  const [sheet, pull] = [part("sheet"), part("pull")];
  if (!pull) return; // in a frame the list stands below the map
  const isUp = () => pull.getAttribute("aria-expanded") === "true";
  const behavior = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  pull.addEventListener("click", () => (isUp() ? part("filters") : sheet).scrollIntoView({ block: "start", behavior }));
  const watcher = new IntersectionObserver(([{ isIntersecting }]) => pull.setAttribute("aria-expanded", isIntersecting), {
    rootMargin: HIGH_UP,
  });
  watcher.observe(sheet);
  pull.hidden = false;
}

for (const name of ["canvas", "filters", "layers"]) {
  for (const event of REACHING) part(name)?.addEventListener(event, start, { once: true, passive: true });
}
for (const event of REACHING) {
  part("filters").addEventListener(event, () => import("../facets.js"), { once: true, passive: true });
}
remember();
addSheet();
if (!navigator.connection?.saveData) {
  for (const event of SIGNS_OF_LIFE) document.addEventListener(event, start, { once: true, passive: true });
  if (document.readyState === "complete") startAtRest();
  else window.addEventListener("load", startAtRest, { once: true });
}
