"""Choices that listings of higher apps offer: crafts by name."""

from __future__ import annotations

from core.cards import foreign
from core.facets import Choice, Reading
from crafts.models import Craft


def craft_choices(reading: Reading) -> list[Choice]:
    """Return crafts by name; one query."""
    named = [(craft, *craft.name_in()) for craft in reading(_crafts)]
    return [Choice(craft.slug, name, (craft.pk,), lang=foreign(language)) for craft, name, language in named]


def _crafts() -> list[Craft]:
    return list(Craft.objects.live().by_name().only("pk", "slug", "name", "country_code"))
