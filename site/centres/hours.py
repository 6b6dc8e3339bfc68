"""Opening hours of one place: what is open when, in the place's own time zone. Pure: no Django.

Evaluated by opening-hours-py from the OSM form (`osm_hours`); seconds are ignored. Days on which the schedule is shut
(`timetable.Shut`) are closed, also where the hours are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours

from centres.osm_hours import to_osm
from centres.public_holidays import holiday_name as _holiday_of
from centres.timetable import ONE_DAY, DayHours, Period, Schedule, Shut, SpecialDay, day_hours, week

__all__ = [
    "ONE_DAY", "DayHours", "Kind", "Period", "Schedule", "Shut", "SpecialDay", "State", "changes_at", "day_hours",
    "holiday_name", "open_during_day", "open_on", "state", "to_osm", "week",
]  # fmt: skip
ONE_MINUTE = timedelta(minutes=1)
CLOSING_SOON = timedelta(minutes=60)
FAR_AHEAD = timedelta(days=7)
# Without a limit the library walks to the year 9999 (2 to 4 s) when nothing ever changes again.
HORIZON = timedelta(days=731)


class Kind(StrEnum):
    """What can be said of a centre at an instant; unknown is never closed."""

    OPEN = "open"
    CLOSES_SOON = "closes_soon"
    CLOSED = "closed"
    CLOSED_UNTIL = "closed_until"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class State:
    """`until`: when an open place closes or a closed one opens, in its zone; None when no such change is known."""

    kind: Kind
    until: datetime | None = None


def state(schedule: Schedule, at: datetime) -> State:
    """What a visitor meets at `at` (aware). Looks two years ahead for the next change."""
    local = _local(schedule, at)
    runs = _runs(schedule, local, local + HORIZON)
    _, until, now = next(runs, (local, None, "unknown"))
    if now == "unknown":
        return State(Kind.UNKNOWN)
    if now == "open":
        return State(Kind.CLOSES_SOON if until and until - local <= CLOSING_SOON else Kind.OPEN, until)
    _, _, following = next(runs, (local, None, "unknown"))
    if until is None or following != "open":
        return State(Kind.CLOSED)
    return State(Kind.CLOSED_UNTIL if until - local > FAR_AHEAD else Kind.CLOSED, until)


def changes_at(schedule: Schedule, start: datetime, days: int = 8) -> list[tuple[datetime, str]]:
    """The state at `start` (aware), then each change before `start` + `days`: "open", "closed", and "unknown" where
    only special days or closures are known. Empty: unknown throughout."""
    local = _local(schedule, start)
    changes = [(since, word) for since, _, word in _runs(schedule, local, local + timedelta(days=days))]
    return [] if all(word == "unknown" for _, word in changes) else changes


def open_on(schedule: Schedule, at: datetime) -> bool | None:
    """Whether the place is open at the instant `at` (aware); None when unknown."""
    local = _local(schedule, at)
    _, _, word = next(_runs(schedule, local, local + ONE_MINUTE), (local, None, "unknown"))
    return None if word == "unknown" else word == "open"


def open_during_day(schedule: Schedule, day: date) -> bool | None:
    """Whether the place is open at any instant of the calendar day in its zone; None when unknown."""
    start, end = (datetime.combine(edge, time(), ZoneInfo(schedule.timezone)) for edge in (day, day + ONE_DAY))
    words = {word for _, _, word in _runs(schedule, start, end)}
    return "open" in words or (False if words == {"closed"} else None)


def holiday_name(schedule: Schedule, day: date, language: str | None = None) -> str | None:
    """The public holiday of `day` in the place's country (VN, ID), in its language; in English for any other."""
    return _holiday_of(schedule.country, day, language)


def _local(schedule: Schedule, at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("the instant must carry its time zone")
    return at.astimezone(ZoneInfo(schedule.timezone))


def _runs(schedule: Schedule, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime | None, str]]:
    """Stretches of one state from `start`, joined where they touch; the last one has no end."""
    expression = _compiled(schedule)
    if expression is None:
        return
    since, word = start, ""
    for begins, _, evaluated, _ in expression.intervals(start, end):
        if word and str(evaluated) != word:
            yield since, begins, word
            since = begins
        word = str(evaluated)
    yield since, None, word


@lru_cache(maxsize=4096)
def _compiled(schedule: Schedule) -> OpeningHours | None:
    osm = to_osm(schedule)
    return OpeningHours(osm, timezone=ZoneInfo(schedule.timezone), max_interval_days=HORIZON.days) if osm else None
