"""The ways between the stops of a route. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from routes.itinerary import Leg
from routes.travel.along_line import DrawnLine
from routes.travel.estimate import Mode, Point, Travel, estimated, paced, straight_metres

UNKNOWN = Leg(0, 0, known=False)


def legs_between(points: Sequence[Point | None], mode: Mode | None, line: Sequence[Point] = ()) -> list[Leg]:
    """Return the leg from each point to the next: measured along a drawn line where that tells, else estimated.

    Unknown where a point is, or the means of transport.
    """
    guesses = [_leg(start, end, mode) for start, end in pairwise(points)]
    if mode is None or len(line) < 2:
        return guesses
    parts = DrawnLine(line).between(points)
    return [
        guess if metres is None else _told(paced(metres, mode), drawn=True)
        for metres, guess in zip(parts, guesses, strict=True)
    ]


def _leg(start: Point | None, end: Point | None, mode: Mode | None) -> Leg:
    if start is None or end is None or mode is None:
        return UNKNOWN
    return _told(estimated(straight_metres([start, end])[0][1], mode))


def _told(travel: Travel, drawn: bool = False) -> Leg:
    return Leg(travel.minutes, travel.metres, travel.estimated, drawn=drawn)
