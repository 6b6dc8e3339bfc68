"""Other words for the things of the site: regional words, and words of other languages."""

from __future__ import annotations

from demo.reading import Tables
from demo.wanted import Wanted

LIMIT = 120


def synonyms(tables: Tables) -> list[Wanted]:
    """Return the synonyms."""
    wanted = []
    for row in tables["synonyms"]:
        words = row.text("words", required=True, limit=LIMIT)
        means = row.text("means", required=True, limit=LIMIT)
        both_ways = row.choice("both_ways", ("yes", "no")) == "yes"
        values = {"words": words, "means": means, "both_ways": both_ways, "note": row.text("note", limit=250)}
        wanted.append(Wanted(f"{words} → {means}", values))
    return wanted
