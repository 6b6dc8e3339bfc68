"""The ways between the stops of a route, and what they add up to. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from routes.itinerary import Itinerary, Leg
from routes.travel.estimate import Mode, Point, estimated, straight_metres

UNKNOWN = Leg(0, 0, known=False)


@dataclass(frozen=True)
class Totals:
    """What a journey comes to: minutes and metres of the known legs, minutes of all stays, legs nobody knows."""

    travel_minutes: int
    metres: int
    stay_minutes: int
    unknown_legs: int

    @property
    def minutes(self) -> int:
        """Travel and stays together."""
        return self.travel_minutes + self.stay_minutes


def legs_between(points: Sequence[Point | None], mode: Mode | None) -> list[Leg]:
    """Estimate the leg from each point to the next; unknown where a point is, or the means of transport."""
    return [_leg(start, end, mode) for start, end in pairwise(points)]


def _leg(start: Point | None, end: Point | None, mode: Mode | None) -> Leg:
    if start is None or end is None or mode is None:
        return UNKNOWN
    travel = estimated(straight_metres([start, end])[0][1], mode)
    return Leg(travel.minutes, travel.metres, travel.estimated)


def totals(itinerary: Itinerary) -> Totals:
    """Add up a journey."""
    legs = [leg for day in itinerary.days for leg in day.legs]
    return Totals(
        travel_minutes=sum(leg.minutes for leg in legs),
        metres=sum(leg.metres for leg in legs),
        stay_minutes=sum(stop.stay_minutes for stop in itinerary.stops()),
        unknown_legs=sum(not leg.known for leg in legs),
    )
