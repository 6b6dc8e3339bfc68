/**
 * Starts `<outlet-map>` when the page has come to rest, or as soon as the reader reaches for map or filters. Until
 * then the server's picture and list stand, and nothing of the map is fetched. The sheet of phones works at once.
 */

const REST_MS = 2500; // from the page's load on
const REACHING = ["pointerover", "pointerdown", "touchstart", "focusin", "keydown"];
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
  if (navigator.connection?.saveData) return; // who saves data asks for the map
  const idle = window.requestIdleCallback ?? window.setTimeout;
  window.setTimeout(() => idle(start), REST_MS);
}

/** What the reader does before the map is there is done once it is. */
function remember() {
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
  const isUp = () => pull.getAttribute("aria-expanded") === "true";
  const behavior = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  pull.addEventListener("click", () => (isUp() ? part("filters") : sheet).scrollIntoView({ block: "start", behavior }));
  const watcher = new IntersectionObserver(([{ isIntersecting }]) => pull.setAttribute("aria-expanded", isIntersecting), {
    rootMargin: HIGH_UP,
  });
  watcher.observe(sheet);
  pull.hidden = false;
}

for (const name of ["canvas", "filters"]) {
  for (const event of REACHING) part(name).addEventListener(event, start, { once: true, passive: true });
}
remember();
addSheet();
if (document.readyState === "complete") startAtRest();
else window.addEventListener("load", startAtRest, { once: true });
