"""A stop's opening hours as windows on a plan's axis (`planner.problem`), from `centres.hours`. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from centres.hours import Schedule, changes_at
from routes.planner.problem import MIDNIGHT, UNKNOWN_DAY, Closed, ClosedBy, Window

UTC, ONE_DAY = ZoneInfo("UTC"), timedelta(days=1)


@dataclass(frozen=True)
class Closure:
    """A closure notice, by dates in the stop's zone; without an end, until further notice."""

    starts_on: date
    ends_on: date | None


class Opening(NamedTuple):
    """A stop's windows and, for days without any, what shuts it; both by day index."""

    windows: dict[int, tuple[Window, ...]]
    closed: dict[int, Closed]


def openings(schedule: Schedule, closures: Sequence[Closure], days: Sequence[date], zone: str) -> Opening:
    """The hours of the given dates in the plan's `zone`, with those that reach in from the night before."""
    windows: dict[int, tuple[Window, ...]] = {}
    closed: dict[int, Closed] = {}
    for index, day in enumerate(days):
        start = datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
        found = tuple(_without(_windows(schedule, start), closures, start, schedule.timezone))
        if any(window.opens < 2 * MIDNIGHT and window.closes > 0 for window in found):
            windows[index] = found
        if not any(0 <= window.opens < MIDNIGHT or window.opens < 0 < MIDNIGHT <= window.closes for window in found):
            closed[index] = _closed(schedule, closures, day)
    return Opening(windows, closed)


def _windows(schedule: Schedule, start: datetime) -> list[Window]:
    """What is open from the day before the instant until two days after it, in minutes after it."""
    first = start - ONE_DAY
    changes = changes_at(schedule, first, days=3)
    if not changes:
        return list(UNKNOWN_DAY)
    ends = [*changes, (first + 3 * ONE_DAY, "")]
    spans = ((_minutes(since, start), _minutes(until, start), word) for (since, word), (until, _) in pairwise(ends))
    return [Window(opens, closes, known=word == "open") for opens, closes, word in spans if word != "closed"]


def _without(
    windows: Sequence[Window], closures: Sequence[Closure], start: datetime, timezone: str
) -> Sequence[Window]:
    """The windows with the days of the closures cut out."""
    left = list(windows)
    for closure in closures:
        shut = _minutes(_midnight(closure.starts_on, timezone), start)
        ends = (
            3 * MIDNIGHT
            if closure.ends_on is None
            else _minutes(_midnight(closure.ends_on + ONE_DAY, timezone), start)
        )
        parts = ((w, part) for w in left for part in ((w.opens, min(w.closes, shut)), (max(w.opens, ends), w.closes)))
        left = [Window(opens, closes, window.known) for window, (opens, closes) in parts if opens < closes]
    return left


def _closed(schedule: Schedule, closures: Sequence[Closure], day: date) -> Closed:
    for closure in closures:
        if closure.starts_on <= day and (closure.ends_on is None or day <= closure.ends_on):
            return Closed(ClosedBy.NOTICE, closure.ends_on)
    if any(special.day == day for special in schedule.special_days):
        return Closed(ClosedBy.SPECIAL_DAY)
    return Closed(ClosedBy.HOURS)


def _midnight(day: date, timezone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(timezone))


def _minutes(at: datetime, start: datetime) -> int:
    return round((at.astimezone(UTC) - start).total_seconds() / 60)
