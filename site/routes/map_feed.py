"""The feed of routes for the map: lines, no finer than the zoom shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext

from places import geojson
from places.geojson import Point
from places.line_simplifying import meets, simplified
from places.map_features import LIMIT, extent
from places.map_feed import Asked, map_feed
from routes.filters import RouteFilters
from routes.models import Route, RouteStop

POINTS = 1800  # of all lines together: with the names they stay below 30 KiB packed
COLUMNS = ("slug", "name", "country_code", "days", "line")
PLACES = ("village", "centre")


@map_feed(RouteFilters)
def routes_feed(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Return the live routes under the filters whose line comes into the box; `unlocated` have no point at all.

    `count` says how many do, also when there are more than an answer holds.
    """
    routes = list(asked.form.order_name(asked.form.narrow(Route.objects.live())).only(*COLUMNS))
    stops = _stops(routes)
    lines = {route.pk: route.drawn_line or [stop for stop in stops.get(route.pk, []) if stop] for route in routes}
    drawn = [route for route in routes if lines[route.pk]]
    here = [route for route in drawn if meets(lines[route.pk], asked.box)]
    shown = here[:LIMIT]
    geometries = _geometries([lines[route.pk] for route in shown], asked.zoom)
    features = [
        geojson.feature(geometry, _words(route, len(stops.get(route.pk, []))), f"route-{route.pk}")
        for route, geometry in zip(shown, geometries, strict=True)
    ]
    return {
        **geojson.feature_collection(features, extent([point for route in here for point in lines[route.pk]])),
        "count": len(here),
        "total": len(drawn),
        "unlocated": len(routes) - len(drawn),
    }


def _stops(routes: list[Route]) -> dict[int, list[Point | None]]:
    """Return the points of the live stops in order, by route, None for an unknown one; a query of narrow columns."""
    columns = [f"{place}__{name}" for place in PLACES for name in ("live", "latitude", "longitude")]
    stops = RouteStop.objects.filter(route__in=[route.pk for route in routes]).order_by("route_id", "sort_order", "pk")
    points: dict[int, list[Point | None]] = {}
    for route_id, *values in stops.values_list("route_id", *columns):
        for live, latitude, longitude in (values[:3], values[3:]):
            if live:
                point = None if latitude is None else (latitude, longitude)
                points.setdefault(route_id, []).append(point)
    return points


def _geometries(lines: list[list[Point]], zoom: float) -> list[dict[str, Any]]:
    """Return a line for each, or its one point."""
    drawn = iter(simplified([line for line in lines if len(line) > 1], zoom, POINTS))
    return [geojson.line(next(drawn)) if len(line) > 1 else geojson.point(*line[0]) for line in lines]


def _words(route: Route, stops: int) -> dict[str, Any]:
    """Return what the map says of a route."""
    name, language = route.name_in()
    days = ngettext("%(n)s day", "%(n)s days", route.days) % {"n": route.days}
    halts = ngettext("%(n)s stop", "%(n)s stops", stops) % {"n": stops}
    return {"kind": "route", "slug": route.slug, "name": name, "name_lang": language,
            "place": f"{days} · {halts}", "url": route.url, "count": 1}  # fmt: skip
