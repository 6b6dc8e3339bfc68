/** The feed of outlets, read into plain records. */

function located({ id, properties, geometry }, code) {
  const [lon, lat] = geometry.coordinates;
  return { ...properties, slug: id, code, lat, lon };
}

/**
 * @param {{features: object[], unlocated?: object[], codes?: string}} collection RFC 7946, with two foreign members:
 *   `unlocated`, the outlets that have no point, and `codes`, the short codes of the features one after the other
 * @returns {{outlets: object[], unlocated: object[]}}
 */
export function readFeed({ features, unlocated = [], codes = "" }) {
  const length = codes.length / features.length; // all are as long
  const codeOf = (index) => codes.slice(index * length, (index + 1) * length);
  return { outlets: features.map((feature, index) => located(feature, codeOf(index))), unlocated };
}

/** @returns {Promise<{outlets: object[], unlocated: object[]}>} rejects on any answer but a feed */
export async function fetchFeed(url, query, signal) {
  const text = query.toString();
  const response = await fetch(text ? `${url}?${text}` : url, { signal });
  if (!response.ok) throw new Error(`The feed answered ${response.status}`);
  return readFeed(await response.json());
}
