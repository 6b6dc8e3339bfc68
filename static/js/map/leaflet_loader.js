/** Leaflet is a classic script; a page either has it already or names its same-origin files. */

const scripts = new Map();

function sameOrigin(url) {
  const resolved = new URL(url, document.baseURI);
  if (resolved.origin !== window.location.origin) throw new Error(`Leaflet must come from this site: ${resolved}`);
  return resolved.href;
}

function addStylesheet(href) {
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  // Before the page's own sheets, which restyle Leaflet.
  document.head.prepend(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

function addScript(src) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(`Could not load ${src}`)));
    document.head.append(script);
  });
}

/**
 * @param {HTMLElement} element with `data-leaflet-js` and `data-leaflet-css`, needed only where `L` is absent
 * @returns {Promise<object>} Leaflet's namespace
 */
export async function ensureLeaflet(element) {
  if (window.L?.map) return window.L;
  const { leafletJs, leafletCss } = element.dataset;
  if (!leafletJs) throw new Error("Leaflet is neither on the page nor named by data-leaflet-js");
  if (leafletCss) addStylesheet(sameOrigin(leafletCss));
  const src = sameOrigin(leafletJs);
  if (!scripts.has(src)) {
    const loading = addScript(src);
    scripts.set(src, loading);
    loading.catch(() => scripts.delete(src));
  }
  await scripts.get(src);
  return window.L;
}
