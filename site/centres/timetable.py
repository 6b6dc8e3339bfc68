"""What is known of one place's hours, and what opens on a day by it. Pure: no Django.

Hours count in whole minutes. A day's opening may run past midnight; it stays that day's. Days on which a closure or
the dates of a fair keep the place shut have no openings, and an opening that runs into such a day ends at midnight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

MIDNIGHT = 24 * 60
ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date(1901, 1, 1), date(9999, 12, 31)  # what the OSM form can say to all who read it

Span = tuple[int, int]  # minutes after the midnight its day begins with: start < 24 h, end up to 48 h


@dataclass(frozen=True)
class Period:
    """Weekly hours. `closes` <= `opens` means past midnight; no months means all. ValueError when it can't apply."""

    weekdays: frozenset[int]
    opens: time
    closes: time
    months: frozenset[int] = frozenset()
    starts_on: date | None = None
    ends_on: date | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError("weekdays must be some of 0 (Monday) to 6 (Sunday)")
        if not self.months <= frozenset(range(1, 13)):
            raise ValueError("months must be numbers from 1 to 12")
        if not FIRST_DAY <= (self.starts_on or FIRST_DAY) <= (self.ends_on or LAST_DAY):
            raise ValueError("a period must not end before it starts, nor start before 1901")

    def applies(self, day: date) -> bool:
        """Whether the period holds on the day: dates, weekday and month."""
        in_dates = (self.starts_on or FIRST_DAY) <= day <= (self.ends_on or LAST_DAY)
        return in_dates and day.weekday() in self.weekdays and (not self.months or day.month in self.months)


@dataclass(frozen=True)
class SpecialDay:
    """One date that replaces the weekly hours; several rows of one date add up, a closed one wins."""

    day: date
    closed: bool
    opens: time | None = None
    closes: time | None = None

    def __post_init__(self) -> None:
        if not FIRST_DAY <= self.day < LAST_DAY:
            raise ValueError("a special day must not be before 1901, nor the last day of the calendar")
        if not (self.closed or (self.opens is not None and self.closes is not None)):
            raise ValueError("a special day is closed or has both times")


@dataclass(frozen=True)
class Shut:
    """Whole days on which the place is shut whatever its hours say; without an end, until further notice."""

    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the place is shut on the day."""
        return self.starts_on <= day <= (self.ends_on or LAST_DAY)


@dataclass(frozen=True)
class Schedule:
    """All that is known of one place's hours. Without periods, a day that isn't special is unknown, never closed."""

    periods: tuple[Period, ...]
    special_days: tuple[SpecialDay, ...]
    timezone: str
    country: str
    shut: tuple[Shut, ...] = ()

    def is_shut(self, day: date) -> bool:
        """Whether a closure or the dates of a fair keep the place shut on the day."""
        return any(one.holds_on(day) for one in self.shut)

    def is_special(self, day: date) -> bool:
        """Whether the day's hours stand in place of the weekly ones."""
        return any(one.day == day for one in self.special_days)


@dataclass(frozen=True)
class DayHours:
    """The openings that start on one date; a closing time <= its opening time is on the next morning."""

    day: date
    hours: tuple[tuple[time, time], ...]
    special: bool
    known: bool
    shut: bool = False


def day_hours(schedule: Schedule, day: date) -> DayHours:
    """The hours of one date, for display."""
    spans = ((start, min(end, start + MIDNIGHT)) for start, end in spans_of(schedule, day))
    hours = tuple((time(a // 60, a % 60), time(b // 60 % 24, b % 60)) for a, b in spans)
    special, shut = schedule.is_special(day), schedule.is_shut(day)
    return DayHours(day, hours, special, known=special or shut or bool(schedule.periods), shut=shut)


def week(schedule: Schedule, monday: date) -> list[DayHours]:
    """The seven days from `monday`, for display."""
    return [day_hours(schedule, monday + timedelta(days=offset)) for offset in range(7)]


def spans_of(schedule: Schedule, day: date) -> list[Span]:
    """The openings that start on `day`, its special hours in place of the weekly ones."""
    if schedule.is_shut(day):
        return []
    special = [one for one in schedule.special_days if one.day == day]
    if any(one.closed for one in special):
        return []
    stated = [_span(one.opens, one.closes) for one in special if one.opens is not None and one.closes is not None]
    spans = merged(stated) if special else weekly_spans(schedule, day)
    ends_at_midnight = bool(spans) and day < LAST_DAY and schedule.is_shut(day + ONE_DAY)
    return [(start, min(end, MIDNIGHT)) for start, end in spans] if ends_at_midnight else spans


def weekly_spans(schedule: Schedule, day: date) -> list[Span]:
    """The openings that start on `day` by the weekly hours alone."""
    return merged(span_of(period) for period in schedule.periods if period.applies(day))


def span_of(period: Period) -> Span:
    """The minutes of a period, on every day it applies."""
    return _span(period.opens, period.closes)


def tail(spans: list[Span]) -> int:
    """How many minutes of the next day a day's openings take."""
    return max(0, spans[-1][1] - MIDNIGHT) if spans else 0


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap or touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _span(opens: time, closes: time) -> Span:
    start, end = opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute
    return start, end if end > start else end + MIDNIGHT
