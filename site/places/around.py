"""Where a place lies and what lies near it."""

from __future__ import annotations

from typing import Any

from places.distance import bounding_box, nearest
from places.models import Village

REACH_M = 60_000.0
NEIGHBOURS = 4


def map_points(place: Any) -> list[dict[str, Any]]:
    """Return the point of a place for the small map; none when it isn't known."""
    if place is None or place.point is None:
        return []
    latitude, longitude = place.point
    return [{"lat": latitude, "lon": longitude, "name": place.name_in()[0], "url": ""}]


def nearby_villages(village: Village) -> list[Village]:
    """Return the nearest live villages within a day's reach, nearest first."""
    if village.point is None:
        return []
    west, south, east, north = bounding_box([village.point], REACH_M)
    others = Village.objects.live().located().within(west, south, east, north).exclude(pk=village.pk)
    rows = list(others.order_by("pk").values_list("pk", "latitude", "longitude"))
    order = [rows[index][0] for index, _metres in nearest(village.point, [row[1:] for row in rows], NEIGHBOURS)]
    found = Village.objects.for_list().in_bulk(order)
    return [found[pk] for pk in order]
