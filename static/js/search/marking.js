/** Which parts of a title somebody typed, whatever the accents. Pure. */

import { folded } from "../folding.js";

const WORD = /[\p{L}\p{N}]+/gu;

/** @returns {[string, boolean][]} the title in parts; true where one of its words begins as a word of the query does */
export function parts(title, query) {
  const letters = [...title.normalize("NFC")];
  const plain = letters.map((letter) => folded(letter)[0] ?? " ").join(""); // as long as `letters`
  const wanted = [...new Set(folded(query).match(WORD))].sort((one, other) => other.length - one.length);
  const found = [];
  let end = 0;
  const take = (to, marked) => {
    if (to > end) found.push([letters.slice(end, to).join(""), marked]);
    end = to;
  };
  for (const { index, 0: word } of plain.matchAll(WORD)) {
    const begun = wanted.find((one) => word.startsWith(one));
    if (!begun) continue;
    take(index, false);
    take(index + begun.length, true);
  }
  take(letters.length, false);
  return found;
}
