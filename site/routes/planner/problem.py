"""What a plan is made from: stops, days and travel times. Pure: no Django.

The axis: all times are whole minutes after local midnight of the day they belong to, in the plan's one zone (that of
its start). Stops elsewhere have their hours converted to it beforehand (`planner.opening`), so an hour may be negative
or run past 1440.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_STOPS = 20
MOST_DAYS = 14
MIDNIGHT = 24 * 60
LONGEST_LEG = 7 * MIDNIGHT  # minutes; the matrix may not say more


@dataclass(frozen=True)
class Window:
    """One opening, both ends in minutes of its day. `known` is false where nobody has told the hours."""

    opens: int
    closes: int
    known: bool = True


UNKNOWN_DAY = (Window(-MIDNIGHT, 2 * MIDNIGHT, known=False),)


class ClosedBy(StrEnum):
    """What shuts a stop for a day."""

    HOURS = "hours"
    SPECIAL_DAY = "special_day"
    NOTICE = "notice"


@dataclass(frozen=True)
class Closed:
    """Why a stop is shut on a day; `until` is a notice's last day, None when it doesn't say."""

    by: ClosedBy
    until: date | None = None


@dataclass(frozen=True)
class Lock:
    """Where the visitor wants a stop: on a day (index), there at a position (0 is the first stop) or anywhere."""

    day: int
    position: int | None = None


@dataclass(frozen=True)
class Stop:
    """A place to visit for `stay` minutes. A day that `windows` (by day index) doesn't name is closed.

    `place` is its row in the travel matrix, `zone` its own, for showing times; they are planned in the plan's.
    """

    key: str
    place: int
    stay: int
    windows: Mapping[int, tuple[Window, ...]]
    must_see: bool = False
    lock: Lock | None = None
    closed: Mapping[int, Closed] = field(default_factory=dict)
    zone: str = ""


@dataclass(frozen=True)
class Day:
    """One day on the way, from `earliest` to `latest`. `start` and `end` are matrix rows; None: at a stop."""

    date: date
    earliest: int
    latest: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Lunch:
    """A break of `minutes` that lies wholly between `earliest` and `latest`; `planner.timing` says when it is due."""

    earliest: int
    latest: int
    minutes: int


@dataclass(frozen=True)
class Problem:
    """A whole plan. `travel[a][b]` is minutes from place a to place b. ValueError when it contradicts itself."""

    stops: tuple[Stop, ...]
    days: tuple[Day, ...]
    travel: tuple[tuple[int, ...], ...]
    zone: str
    lunch: Lunch | None = None

    def __post_init__(self) -> None:
        if len(self.stops) > MOST_STOPS or not 1 <= len(self.days) <= MOST_DAYS:
            raise ValueError(f"a plan has at most {MOST_STOPS} stops and 1 to {MOST_DAYS} days")
        if len({stop.key for stop in self.stops}) < len(self.stops):
            raise ValueError("each stop has its own key")
        self._check_travel()
        if any(not 0 <= stop.stay <= MIDNIGHT for stop in self.stops):
            raise ValueError("a stay lasts 0 to 1440 minutes")
        if any(not 0 <= day.earliest <= day.latest <= 2 * MIDNIGHT for day in self.days):
            raise ValueError("a day ends after it begins, before the second midnight")
        if self.lunch and not 0 < self.lunch.minutes <= self.lunch.latest - self.lunch.earliest:
            raise ValueError("lunch must fit between its two times")

    def _check_travel(self) -> None:
        size = len(self.travel)
        if any(len(row) != size or any(not 0 <= leg <= LONGEST_LEG for leg in row) for row in self.travel):
            raise ValueError("the travel matrix is square, of minutes from 0 to a week")
        ends = {place for day in self.days for place in (day.start, day.end) if place is not None}
        if any(not 0 <= place < size for place in ends | {stop.place for stop in self.stops}):
            raise ValueError("a place has no row in the travel matrix")

    def unlocked(self) -> Problem:
        """The same plan with its stops free to move."""
        return replace(self, stops=tuple(replace(stop, lock=None) for stop in self.stops))

    def instant(self, day: int, minute: int) -> datetime:
        """The aware instant of a minute of a day, in the plan's zone."""
        midnight = datetime.combine(self.days[day].date, time(), ZoneInfo(self.zone))
        return (midnight.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minute)).astimezone(ZoneInfo(self.zone))


def nights(start: int | None, end: int | None, days: int) -> list[tuple[int | None, int | None]]:
    """Where each day begins and ends: at the one base every night, or, when the plan ends elsewhere than it starts,
    at the last stop of the day and the first of the next."""
    if start == end:
        return [(start, end)] * days
    firsts, lasts = [start] + [None] * (days - 1), [None] * (days - 1) + [end]
    return list(zip(firsts, lasts, strict=True))
