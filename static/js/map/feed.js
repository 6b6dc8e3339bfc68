/** The feed of outlets, read into plain records. */

function located({ properties, geometry }) {
  const [lon, lat] = geometry.coordinates;
  return { ...properties, lat, lon };
}

/**
 * @param {{features: object[], unlocated?: object[]}} collection RFC 7946, with the outlets that have no point in
 *   the foreign member `unlocated`
 * @returns {{outlets: object[], unlocated: object[]}}
 */
export function readFeed(collection) {
  const withPoint = collection.features.filter(({ geometry }) => geometry);
  const without = collection.features.filter(({ geometry }) => !geometry).map(({ properties }) => properties);
  return { outlets: withPoint.map(located), unlocated: [...(collection.unlocated ?? []), ...without] };
}

/** @returns {Promise<{outlets: object[], unlocated: object[]}>} rejects on any answer but a feed */
export async function fetchFeed(url, query, signal) {
  const text = query.toString();
  const response = await fetch(text ? `${url}?${text}` : url, { signal });
  if (!response.ok) throw new Error(`The feed answered ${response.status}`);
  return readFeed(await response.json());
}
