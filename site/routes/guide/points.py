"""The numbered stops of a route, and its line, for a small map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from places.geojson import Point
from places.line_simplifying import simplified
from routes.itinerary import Itinerary
from routes.models import RouteStop

ZOOM, CORNERS = 13, 400  # a line is as fine as the nearest view of a small map shows, and no heavier than a few KiB


def points_of(stops: Sequence[RouteStop]) -> list[dict[str, Any]]:
    """Return those stops that have a point, with their numbers."""
    return [
        _point(number, stop.place) for number, stop in enumerate(stops, start=1) if stop.place and stop.place.point
    ]


def _point(number: int, place: Any) -> dict[str, Any]:
    latitude, longitude = place.point
    return {"lat": latitude, "lon": longitude, "name": place.name_in()[0], "url": place.url, "number": number}


def shown_line(itinerary: Itinerary) -> list[Point]:
    """Return the line that somebody drew for the route, no finer than a small map shows it; empty when nobody did."""
    if len(itinerary.line) < 2:
        return []
    line = simplified([itinerary.line], ZOOM, CORNERS)[0]
    return [(round(latitude, 5), round(longitude, 5)) for latitude, longitude in line]
