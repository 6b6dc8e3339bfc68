"""Where products come from, as a map can show it: their village, else their centre, else only their province."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min

from places import outlines
from places.map_features import Spot
from places.models import Province, Village
from products.models import Product

PlaceKey = tuple[str, int]
Located = tuple[float, float, int | None]
"""(latitude, longitude, key of the province)."""

PRECISIONS = ("village", "centre", "province")


@dataclass(frozen=True)
class Origin:
    """Products that share village, centre and province: how many, and the first of them."""

    village_id: int | None
    centre_id: int | None
    province_id: int | None
    count: int
    first: int

    @property
    def keys(self) -> list[PlaceKey]:
        """Return the places that stand for the origin, the nearest first."""
        keys = zip(PRECISIONS, (self.village_id, self.centre_id, self.province_id), strict=True)
        return [(kind, pk) for kind, pk in keys if pk is not None]


def origins(products: Any) -> list[Origin]:
    """Return the origins of a queryset's products, counted by the database in one query."""
    counted = products.order_by().values_list("village_id", "centre_id", "province_id")
    return [Origin(*row) for row in counted.annotate(Count("pk"), Min("pk"))]


def known_points() -> dict[PlaceKey, Located]:
    """Return latitude, longitude and province of every live place that can be an origin; one query a kind."""
    points: dict[PlaceKey, Located] = {}
    models: dict[str, Any] = {"village": Village, "centre": centre_model()}
    for kind, model in models.items():
        columns = model.objects.live().located().values_list("pk", "latitude", "longitude", "province_id")
        points.update({(kind, pk): (latitude, longitude, province) for pk, latitude, longitude, province in columns})
    provinces = Province.objects.live().values_list("pk", "country_code", "official_code")
    for pk, country, code in provinces:
        if point := outlines.point_in(country, code):
            points["province", pk] = (*point, pk)
    return points


def centre_model() -> Any:
    """Return the model of centres, which stands in a layer above."""
    return Product._meta.get_field("centre").related_model


def located(rows: list[Origin]) -> tuple[list[Spot], int]:
    """Return the origins on the map, one a place, and the number of products that have none."""
    points = known_points()
    counts: dict[PlaceKey, tuple[int, int]] = {}
    unlocated = 0
    for row in rows:
        key = next((key for key in row.keys if key in points), None)
        if key is None:
            unlocated += row.count
            continue
        count, first = counts.get(key, (0, row.first))
        counts[key] = (count + row.count, min(first, row.first))
    return [_spot(key, points[key], *counts[key]) for key in sorted(counts)], unlocated


def _spot(key: PlaceKey, located: Located, count: int, first: int) -> Spot:
    (kind, pk), (latitude, longitude, province_id) = key, located
    return Spot(kind, pk, latitude, longitude, province_id, count, first)
