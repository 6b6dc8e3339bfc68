"""The first craft of a village as columns of another query, so that a list of cards stays one query."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Subquery

from crafts.models import Craft


def first_craft(village: str, column: str) -> Subquery:
    """Return a column of the first craft of the village that the outer column `village` names."""
    crafts: Any = Craft.objects.filter(villages=OuterRef(village)).order_by("sort_en", "pk")
    return Subquery(crafts.values(column)[:1])
