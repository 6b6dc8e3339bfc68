/** The sign of each kind of outlet: its outline tells it without colour, its colour (from CSS) without looking close. */

import { svg } from "./dom.js";

// 24 × 24. Outline first, then what is cut out of it.
const SHAPES = {
  experience_centre: ["M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z", "M12 7a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"],
  sales_point: ["M3 7h18l-1.6 15H4.6z M8 7a4 4.6 0 0 1 8 0h-2a2 2.6 0 0 0-4 0z", "M8.5 12h7v2h-7z"],
  showroom: ["M12 1l11 11l-11 11l-11-11z", "M12 8l4 4l-4 4l-4-4z"],
  workshop: ["M6.5 2.5h11l5.5 9.5l-5.5 9.5h-11l-5.5-9.5z", "M8 11h8v2.4h-8z M10.8 8h2.4v8h-2.4z"],
  museum: ["M12 1.5l11 7v2.5h-2v8h2v3h-22v-3h2v-8h-2v-2.5z", "M6.6 12h2.2v6.5h-2.2z M10.9 12h2.2v6.5h-2.2z M15.2 12h2.2v6.5h-2.2z"],
  market: ["M4 3h16l3 8h-2v11h-18v-11h-2z", "M6 13.5h12v6h-12z"],
  fair_stand: ["M5 1h2.5v2h14.5l-4 5.5l4 5.5h-14.5v9h-2.5z", "M9 7.3h5.5v2.4h-5.5z"],
  // Layers besides the outlets
  village: ["M12 2l11 8.5h-2.5v11h-17v-11h-2.5z", "M10 14h4v7.5h-4z"],
  product: ["M8 2h8v3l3 4v10a3 3 0 0 1-3 3h-8a3 3 0 0 1-3-3v-10l3-4z", "M7.5 11h9v5h-9z"],
  centre: ["M12 2a10 10 0 1 1 0 20a10 10 0 1 1 0-20z", "M12 7a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"],
  province: ["M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z", "M12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12z"],
  route: ["M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13s-7-8-7-13a7 7 0 0 1 7-7z", "M12 6a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"],
};
const OTHER = ["M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", ""];

/**
 * @param {string} kind an outlet's kind; an unknown one gets a plain dot
 * @returns {SVGElement} decorative: the kind's name always stands beside it or in the accessible name
 */
export function kindIcon(kind) {
  const [outline, inner] = SHAPES[kind] ?? OTHER;
  const known = kind in SHAPES ? kind : "other";
  const icon = svg(
    "svg",
    { viewBox: "0 0 24 24", class: `kind-icon kind-icon--${known}`, "aria-hidden": "true", focusable: "false" },
    svg("path", { d: outline, class: "kind-icon__shape" }),
  );
  if (inner) icon.append(svg("path", { d: inner, class: "kind-icon__inner" }));
  return icon;
}
