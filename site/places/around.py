"""Where a place lies and what lies near it."""

from __future__ import annotations

import math
from typing import Any

from django.db.models import F
from django.db.models.expressions import CombinedExpression

from places.distance import bounding_box, nearest
from places.models import Village

REACH_M = 60_000.0
NEIGHBOURS = 4
MARGIN = 3  # within `REACH_M` a flat map errs by less than one per cent


def map_points(place: Any) -> list[dict[str, Any]]:
    """Return the point of a place for the small map, with its province; none when it isn't known."""
    if place is None or place.point is None:
        return []
    latitude, longitude = place.point
    province = place.province.name_in()[0] if place.province else ""
    return [{"lat": latitude, "lon": longitude, "name": place.name_in()[0], "place": province, "url": ""}]


def nearby_villages(village: Village) -> list[Village]:
    """Return the nearest live villages within a day's reach, nearest first.

    Of the hundreds around a city only those that a flat map puts first are read; on the ellipsoid they are measured.
    """
    if village.point is None:
        return []
    box = bounding_box([village.point], REACH_M)
    others = Village.objects.live().located().within(box.west, box.south, box.east, box.north).exclude(pk=village.pk)
    near = list(others.for_cards().order_by(_flat_distance(village.point), "pk")[: NEIGHBOURS * MARGIN])
    return [near[index] for index, _metres in nearest(village.point, [one.point for one in near], NEIGHBOURS)]


def _flat_distance(point: tuple[float, float]) -> CombinedExpression:
    """Return the squared distance from a point in degrees of latitude, for sorting."""
    north, east = F("latitude") - point[0], F("longitude") - point[1]
    return north * north + east * east * math.cos(math.radians(point[0])) ** 2
