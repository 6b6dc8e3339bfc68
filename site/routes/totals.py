"""What the ways and stays of a journey add up to. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routes.itinerary import Itinerary, Leg
from routes.travel.estimate import Mode, paced


@dataclass(frozen=True)
class Totals:
    """What a journey comes to: minutes and metres of the known legs, minutes of all stays, legs nobody knows.

    `drawn`: the way is as long as the line that an editor drew by all of its stops, whatever is known of its legs.
    `estimated`: nobody looked at the roads of some leg.
    """

    travel_minutes: int
    metres: int
    stay_minutes: int
    unknown_legs: int = 0
    drawn: bool = False
    estimated: bool = True

    @property
    def minutes(self) -> int:
        """Travel and stays together."""
        return self.travel_minutes + self.stay_minutes


def totals(itinerary: Itinerary) -> Totals:
    """Add up a journey."""
    legs = [leg for day in itinerary.days for leg in day.legs]
    stays = [stop.stay_minutes for stop in itinerary.stops()]
    if itinerary.drawn_metres:
        return by_line(itinerary.drawn_metres, Mode(itinerary.mode) if itinerary.mode else None, stays)
    return added(legs, stays)


def added(legs: Sequence[Leg], stays: Sequence[int]) -> Totals:
    """Add up legs and stays."""
    return Totals(
        travel_minutes=sum(leg.minutes for leg in legs),
        metres=sum(leg.metres for leg in legs),
        stay_minutes=sum(stays),
        unknown_legs=sum(not leg.known for leg in legs),
        estimated=any(leg.known and leg.estimated for leg in legs),
    )


def by_line(metres: int, mode: Mode | None, stays: Sequence[int]) -> Totals:
    """Return what a drawn line of that length and the stays come to; without a mode its time is not known."""
    minutes = paced(metres, mode).minutes if mode else 0
    return Totals(minutes, metres, sum(stays), unknown_legs=0 if mode else 1, drawn=True)
