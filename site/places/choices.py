"""Choices that listings of every app offer: provinces by region."""

from __future__ import annotations

from typing import Any

from core.querysets import sort_column
from places.models import Province, Region


def province_choices() -> list[tuple[Any, Any]]:
    """Return provinces by name, grouped by country and region; one query."""
    groups: dict[Any, list[tuple[str, str]]] = {}
    provinces = Province.objects.live().select_related("region")
    for province in provinces.order_by("-country_code", "region__position", sort_column(), "pk"):
        groups.setdefault(province.region, []).append((province.slug, province.name_in()[0]))
    return [(str(region or ""), choices) for region, choices in groups.items()]


def region_choices() -> list[tuple[str, str]]:
    """Return regions in their official order; one query."""
    return [(region.slug, str(region.name)) for region in Region.objects.all()]
