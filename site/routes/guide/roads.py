"""The ways of a route: along the line that an editor drew; by road, where a routing server is set up; else guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from core import clock, freshness
from routes.guide.legs import legs_between
from routes.itinerary import Leg
from routes.travel.estimate import Mode, Point
from routes.travel.server import KEPT_DOWN, Way
from routes.travelling import Roads


def ways(
    points: Sequence[Point | None], mode: Mode | None, drawn: Sequence[Point] = ()
) -> tuple[list[Leg], list[Point]]:
    """Return the leg from each point to the next, and the line that a server drew through all of them, if it did.

    What the `drawn` line of an editor tells stands before what a server would; nobody is asked when it tells all.
    """
    known = legs_between(points, mode, drawn)
    if mode is None or all(leg.drawn for leg in known):
        return known, []
    legs, line = _by_road(points, mode)
    return [own if own.drawn else leg for own, leg in zip(known, legs, strict=True)], line


def _by_road(points: Sequence[Point | None], mode: Mode) -> tuple[list[Leg], list[Point]]:
    """Return legs and line as a server tells them, else the estimates.

    An answer without the server that should have told it is kept no longer than that server is left alone.
    """
    legs = legs_between(points, mode)
    roads = Roads(mode)
    line: list[Point] = []
    for first, stretch in _stretches(points):
        way = roads.way(stretch)
        if way is None:
            continue
        if not way.drawn:
            freshness.until(clock.now() + timedelta(seconds=KEPT_DOWN))
        legs[first : first + len(way.legs)] = _legs(way)
        line += way.line if way.drawn and len(stretch) == len(points) else []
    return legs, line


def _stretches(points: Sequence[Point | None]) -> Iterator[tuple[int, list[Point]]]:
    """Yield what lies between unknown points: where it begins, and its points."""
    for known, group in groupby(enumerate(points), key=lambda pair: pair[1] is not None):
        if known:
            rows = list(group)
            yield rows[0][0], [point for _, point in rows if point is not None]


def _legs(way: Way) -> list[Leg]:
    return [Leg(travel.minutes, travel.metres, travel.estimated) for travel in way.legs]
