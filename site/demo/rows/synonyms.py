"""Other words for the things of the site: regional words, and words of other languages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from demo.reading import Row, Tables
from demo.wanted import Wanted
from search.models import Synonym

LIMIT = 120


def synonyms(tables: Tables) -> list[Wanted]:
    """Return the synonyms."""
    wanted = []
    for row in tables["synonyms"]:
        words = row.text("words", required=True, limit=LIMIT)
        means = row.text("means", required=True, limit=LIMIT)
        both_ways = row.choice("both_ways", ("yes", "no")) == "yes"
        values = {"words": words, "means": means, "both_ways": both_ways, "note": row.text("note", limit=250)}
        _check(row, values)
        wanted.append(Wanted(f"{words} → {means}", values))
    return wanted


def _check(row: Row, values: dict[str, Any]) -> None:
    """Note what the admin would refuse, too."""
    try:
        Synonym(**values).clean()
    except ValidationError as error:
        for column, messages in error.message_dict.items():
            row.problem(column, " ".join(messages))
