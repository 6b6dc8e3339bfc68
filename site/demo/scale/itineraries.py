"""Generated routes: three to eight neighbouring villages and centres, two thirds of them with a line of their own."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import numpy as np

from core.labels import Label
from demo.scale import words
from demo.scale.frame import Frame, bilingual
from demo.scale.sizes import SOURCE
from demo.scale.storing import Written, slug_of
from places.models import Village
from routes.models import Route, RouteStop

STOPS = (3, 8)
NEIGHBOURS = 16
LINE_SHARE = 2 / 3
MODES = ("bicycle", "motorbike", "car", "coach", "walk", "bicycle, boat", "car, boat")
Point = tuple[float, float]


def routes(frame: Frame, written: Written, places: list[Any]) -> list[Route]:
    """Write the routes between these villages and centres; return all of them."""
    located = [place for place in places if place.point]
    if len(located) < STOPS[0]:
        return []
    points = np.array([place.point for place in located])
    planned = []
    for number in range(frame.sizes.routes):
        dice = frame.sizes.chance("route", number)
        stops = _stops(located, points, dice)
        planned.append((_route(number, stops, dice), stops, dice))
    found, fresh = written.records(Route, [route for route, _stops, _dice in planned])
    written.rows(RouteStop, [
        row
        for route, (_planned, stops, dice) in zip(found, planned, strict=True) if route.pk in fresh
        for row in _rows(route, stops, dice)
    ])  # fmt: skip
    return found


def _stops(located: list[Any], points: np.ndarray[Any, Any], dice: random.Random) -> list[Any]:
    """Return a place and some of its neighbours in the same country, from north to south."""
    start = dice.randrange(len(located))
    order = np.argsort(((points - points[start]) ** 2).sum(axis=1))
    country = located[start].country
    near = [located[n] for n in order[: NEIGHBOURS * 2] if located[n].country == country][:NEIGHBOURS]
    chosen = dice.sample(near, min(len(near), dice.randint(*STOPS)))
    return sorted(chosen, key=lambda place: place.point, reverse=True)


def _route(number: int, stops: list[Any], dice: random.Random) -> Route:
    country = stops[0].country
    place, other = (_place_name(stop) for stop in (stops[0], stops[-1]))
    name = dice.choice(words.names("route", country)).format(place=place, other=other)
    return Route(
        name=bilingual(country, name, f"Craft road {place} – {other}"),
        slug=slug_of(name, number),
        status=dice.choices(list(Route.Status.values), (30, 70))[0],
        days=dice.choices((1, 2, 3), (60, 30, 10))[0],
        modes=dice.choice(MODES),
        country_code=country,
        months=sum(1 << month for month in (10, 11, 12, 1, 2, 3)) if dice.random() < 0.4 else 0,
        line=_line([stop.point for stop in stops], dice) if dice.random() < LINE_SHARE else None,
        note=Label({}),
        source=SOURCE,
    )


def _place_name(place: Any) -> str:
    text = place.commune if isinstance(place, Village) else place.address.split(",")[0]
    return str(text.removeprefix("Xã ").removeprefix("Kecamatan "))


def _line(points: list[Point], dice: random.Random) -> dict[str, Any]:
    """Return a GeoJSON line from stop to stop with bends between them."""
    coordinates: list[list[float]] = []
    for (lat, lon), (lat_on, lon_on) in pairwise(points):
        coordinates.append([lon, lat])
        for part in (0.25, 0.5, 0.75):
            bend = [(end - start) * part + (end - start) * dice.uniform(-0.08, 0.08) + start
                    for start, end in ((lon, lon_on), (lat, lat_on))]  # fmt: skip
            coordinates.append([round(value, 5) for value in bend])
    coordinates.append([points[-1][1], points[-1][0]])
    return {"type": "LineString", "coordinates": coordinates}


def _rows(route: Route, stops: list[Any], dice: random.Random) -> list[RouteStop]:
    return [
        RouteStop(
            route=route,
            sort_order=order,
            village=stop if isinstance(stop, Village) else None,
            centre=None if isinstance(stop, Village) else stop,
            day=1 + order * route.days // len(stops),
            stay_minutes=dice.choice((30, 45, 60, 90, 120)),
            documented=dice.random() < 0.5,
        )
        for order, stop in enumerate(stops)
    ]
