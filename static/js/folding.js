/** Words compared whatever their accents: the browser's share of `core.folding`. Pure. */

/** @returns {string} without accents, đ and capitals */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
