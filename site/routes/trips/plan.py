"""A visitor's plan as they made it: stops by day, and how they want to travel. Pure: no Django."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from routes.planner.problem import MIDNIGHT, MOST_STOPS
from routes.travel.estimate import Mode, Point
from routes.usual_day import EARLIEST, LATEST

MOST_DAYS = 7  # of a visitor's plan; the planner could do 14
FIRST_DATE, LAST_DATE = date(2020, 1, 1), date(2099, 12, 31)
BACK, OPEN_END = "", "-"  # ends of a day: back where it began, at the last stop
STAYS = (15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 480)  # minutes one may choose
MOST_EXPERIENCES = 8  # of one place, by their keys
DECIMALS = 2  # of a point, about a kilometre: a link is passed on, and no house may be read from it

__all__ = ["MOST_DAYS", "MOST_STOPS", "STAYS", "Keep", "Plan", "PlanStop"]

POINT = re.compile(r"(-?\d{1,2}(?:\.\d{1,2})?)_(-?\d{1,3}(?:\.\d{1,2})?)", re.ASCII)


class Keep(StrEnum):
    """What the planner may do with a stop: anything, or leave it on its day, or there at its place."""

    FREE = "free"
    DAY = "day"
    PLACE = "place"


@dataclass(frozen=True)
class PlanStop:
    """One place by its short code. `stay` is one of STAYS or None (usual); `experience` counts from 1 and decides."""

    code: str
    must_see: bool = False
    keep: Keep = Keep.FREE
    stay: int | None = None
    experience: int | None = None


@dataclass(frozen=True)
class Plan:
    """The whole plan. `groups` are the stops by day; only in one's own order or for kept stops do they mean anything.

    `start` and `end` are "", a hub's key, a short code or a point as written; `end` may be OPEN_END. `earliest` and
    `latest` are minutes of the day.
    """

    groups: tuple[tuple[PlanStop, ...], ...] = ()
    date: date | None = None
    days: int = 1
    earliest: int = EARLIEST
    latest: int = LATEST
    mode: Mode = Mode.MOTORBIKE
    start: str = ""
    end: str = BACK
    lunch: bool = True
    own_order: bool = False

    @property
    def stops(self) -> tuple[PlanStop, ...]:
        """All stops in the link's order."""
        return tuple(stop for group in self.groups for stop in group)

    @property
    def codes(self) -> tuple[str, ...]:
        """The short codes of all stops."""
        return tuple(stop.code for stop in self.stops)

    @property
    def is_ordered(self) -> bool:
        """Whether days and order mean something."""
        return self.own_order or any(stop.keep is not Keep.FREE for stop in self.stops)

    def located(self) -> Iterator[tuple[int, int, PlanStop]]:
        """Each stop with its day and its position on it, from 0."""
        for day, group in enumerate(self.groups):
            for position, stop in enumerate(group):
                yield day, position, stop

    def tidied(self) -> Plan:
        """The same plan written in one way: as many groups as days, one group when the order means nothing.

        Stops of days that it doesn't have any more move to its last, free to go elsewhere.
        """
        groups = [list(group) for group in self.groups]
        for group in groups[self.days :]:
            groups[self.days - 1] += [replace(stop, keep=Keep.FREE) for stop in group]
        groups = groups[: self.days]
        if not self.own_order and all(stop.keep is Keep.FREE for group in groups for stop in group):
            groups = [[stop for group in groups for stop in group]]
        while groups and not groups[-1]:
            groups.pop()
        return replace(self, groups=tuple(map(tuple, groups)))

    def with_stops(self, codes: Iterator[str] | list[str]) -> Plan:
        """The plan with further stops at the end of its last day; those it has already stay as they are."""
        fresh = tuple(PlanStop(code) for code in dict.fromkeys(codes) if code not in self.codes)
        groups = self.groups or ((),)
        return replace(self, groups=(*groups[:-1], groups[-1] + fresh))


def point_of(text: str) -> Point | None:
    """The point that a start or an end stands for; None when it is no point on Earth."""
    match = POINT.fullmatch(text)
    if match is None:
        return None
    latitude, longitude = float(match[1]), float(match[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def written_point(point: Point) -> str:
    """A point as plans carry it, rounded."""
    return "_".join(f"{round(number, DECIMALS) + 0.0:.{DECIMALS}f}" for number in point)


def is_window(earliest: int, latest: int) -> bool:
    """Whether a day may begin and end at these minutes."""
    return 0 <= earliest < latest <= MIDNIGHT
