"""The ways of a day: which two places each leg joins. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from routes.itinerary import Day, End, Leg, Point, Stop

Place = Stop | End


@dataclass(frozen=True)
class Way:
    """From one place of the day to the next; `leg` is None when nobody measured it."""

    start: Place
    end: Place
    leg: Leg | None = None


def places(day: Day) -> list[Place]:
    """Return where the day leads, in order: its start, its stops, its end."""
    return [place for place in (day.start, *day.stops, day.end) if place is not None]


def ways(day: Day) -> list[Way]:
    """Return the ways between the places of a day; only between those with a point when only these have legs."""
    stations = places(day)
    if len(day.legs) != len(stations) - 1:
        located = [place for place in stations if place.point]
        if len(day.legs) == len(located) - 1:
            stations = located
    measured: list[Leg | None] = list(day.legs) if len(day.legs) == len(stations) - 1 else [None] * len(stations)
    return [Way(start, end, leg) for (start, end), leg in zip(pairwise(stations), measured, strict=False)]


def located(day: Day) -> Iterator[tuple[Place, Point]]:
    """Return the places of a day that have a point, with it."""
    for place in places(day):
        if place.point:
            yield place, place.point
