/** Brings the suggestions in when somebody reaches for a search field; without them the form searches all the same. */

const PARTS = ["folding", "search/marking", "search/list", "search/box"]; // asked for together, not one after the other
const REACHING = ["pointerover", "touchstart", "focusin"];

function reach({ target }) {
  if (!target.closest?.("search-box")) return;
  for (const event of REACHING) document.removeEventListener(event, reach);
  Promise.all(PARTS.map((part) => import(`./${part}.js`))).catch((error) =>
    console.warn("No suggestions; the form still searches.", error),
  );
}

for (const event of REACHING) document.addEventListener(event, reach, { passive: true });
