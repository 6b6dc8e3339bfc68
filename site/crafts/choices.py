"""Choices that listings of higher apps offer: crafts by name."""

from __future__ import annotations

from crafts.models import Craft


def craft_choices() -> list[tuple[str, str]]:
    """Return crafts by name; one query."""
    return [(craft.slug, craft.name_in()[0]) for craft in Craft.objects.live().by_name()]
