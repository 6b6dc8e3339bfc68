"""Choices that listings of every app offer: regions, provinces by region, villages."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from core.cards import foreign
from core.facets import Choice, Reading
from core.querysets import sort_column
from places.models import Province, Village


def read_provinces() -> list[Province]:
    """Return the live provinces with their regions, Vietnam's first, by region and name; one query."""
    columns = ("slug", "name", "country_code", "official_code", *(f"region__{name}" for name in ("slug", "name")))
    provinces = Province.objects.live().select_related("region").only(*columns)
    return list(provinces.order_by("-country_code", "region__position", "region_id", sort_column(), "pk"))


def province_choices(reading: Reading) -> list[Choice]:
    """Return provinces by name, under their regions."""
    named = [(province, *province.name_in()) for province in reading(read_provinces)]
    return [
        Choice(province.slug, name, (province.pk,), group=str(province.region or ""), lang=foreign(language))
        for province, name, language in named
    ]


def region_choices(reading: Reading) -> list[Choice]:
    """Return the regions in their official order, each with the keys of its provinces."""
    regions: dict[Any, list[Any]] = {}
    for province in reading(read_provinces):
        if province.region:
            regions.setdefault(province.region, []).append(province.pk)
    return [Choice(region.slug, str(region.name), tuple(keys)) for region, keys in regions.items()]


def region_key_choices(reading: Reading) -> list[Choice]:
    """Return the regions by their own keys, for records that touch several provinces."""
    regions = dict.fromkeys(province.region for province in reading(read_provinces) if province.region)
    return [Choice(region.slug, str(region.name), (region.pk,)) for region in regions]


def find_villages(keys: list[Any], slugs: list[str]) -> list[Choice]:
    """Return the live villages with these keys or slugs, by name; one query."""
    wanted = Village.objects.live().filter(Q(pk__in=keys) | Q(slug__in=slugs)).select_related("province")
    columns = wanted.only("slug", "name", "province__country_code")
    named = [(village, *village.name_in()) for village in columns.by_name()]
    return [Choice(village.slug, name, (village.pk,), lang=foreign(language)) for village, name, language in named]
