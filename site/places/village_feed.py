"""The feed of villages for the map."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from places.closures import closed_words
from places.filters import VillageFilters
from places.map_features import Spot, collection
from places.map_feed import Asked, map_feed
from places.models import Village


@map_feed(VillageFilters)
def villages_feed(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Return the live villages under the filters, gathered by zoom; how many have no point is in `unlocated`."""
    villages = Village.objects.filter(pk__in=asked.form.narrow(Village.objects.live()).order_by().values("pk"))
    columns = villages.located().order_by("pk").values_list("pk", "latitude", "longitude", "province_id")
    spots = [Spot("village", *row) for row in columns]
    return {
        **collection(spots, asked.box, asked.zoom, described),
        "unlocated": villages.filter(latitude__isnull=True).count(),
    }


def described(spots: list[Spot]) -> dict[str, dict[str, Any]]:
    """Say name, province and address of some villages, in two queries."""
    villages = Village.objects.select_related("province").prefetch_related("notices")
    found = villages.filter(pk__in=[spot.pk for spot in spots])
    return {f"village-{village.pk}": village_words(village) for village in found}


def village_words(village: Village) -> dict[str, Any]:
    """Return what the map says of a village."""
    name, language = village.name_in()
    province, closed = village.province, closed_words(village)
    return {
        "kind": "village",
        "slug": village.slug,
        "code": village.code,
        "name": name,
        "name_lang": language,
        "place": province.name_in()[0] if province and province.live else "",
        "url": village.url,
        "count": 1,
        **({"closed": closed} if closed else {}),
    }
