"""Opening hours of one place: what is open when, in the place's own time zone. Pure: no Django.

Evaluated by opening-hours-py from the OSM form (wiki.openstreetmap.org/wiki/Key:opening_hours/specification).
Hours count in whole minutes; seconds are ignored. A day's opening may run past midnight; it stays that day's.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from opening_hours import OpeningHours

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MIDNIGHT = 24 * 60
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)
CLOSING_SOON = timedelta(minutes=60)
FAR_AHEAD = timedelta(days=7)
# Without a limit the library walks to the year 9999 (2 to 4 s) when nothing ever changes again.
HORIZON = timedelta(days=731)
HOLIDAY_LANGUAGES = {"VN": "vi", "ID": "id"}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(9999, 12, 31)  # what the OSM form can say

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
            raise ValueError("a period must not end before it starts, nor start before 1900")

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
        if self.day < FIRST_DAY or not (self.closed or (self.opens is not None and self.closes is not None)):
            raise ValueError("a special day is closed or has both times, and is not before 1900")


@dataclass(frozen=True)
class Schedule:
    """All that is known of one place's hours. Without periods, a day that isn't special is unknown, never closed."""

    periods: tuple[Period, ...]
    special_days: tuple[SpecialDay, ...]
    timezone: str
    country: str


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


@dataclass(frozen=True)
class DayHours:
    """The openings that start on one date; a closing time <= its opening time is on the next morning."""

    day: date
    hours: tuple[tuple[time, time], ...]
    special: bool
    known: bool


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
    only special days are known. Empty: unknown throughout."""
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


def week(schedule: Schedule, monday: date) -> list[DayHours]:
    """The seven days from `monday`, for display."""
    return [_day_hours(schedule, monday + timedelta(days=offset)) for offset in range(7)]


def holiday_name(schedule: Schedule, day: date, language: str | None = None) -> str | None:
    """The public holiday of `day` in the place's country (VN, ID), in its language; in English for any other."""
    own = HOLIDAY_LANGUAGES.get(schedule.country)
    if own is None:
        return None
    return _holidays_of(schedule.country, day.year, own if language in (None, own) else "en_US").get(day)


def to_osm(schedule: Schedule) -> str:
    """The OSM opening_hours value; "" when nothing is known. A dated rule replaces its whole calendar day, so each
    date that a special day touches is written out in full, with the end of the night before."""
    if not schedule.periods and not schedule.special_days:
        return ""
    weekly = ", ".join(rule for period in schedule.periods for rule in _weekly_rules(period))
    return "; ".join([weekly or ("off" if schedule.periods else "unknown"), *_dated_rules(schedule)])


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


@lru_cache(maxsize=64)
def _holidays_of(country: str, year: int, language: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country, years=year, language=language, expand=False)


def _day_hours(schedule: Schedule, day: date) -> DayHours:
    special = any(one.day == day for one in schedule.special_days)
    spans = ((start, min(end, start + MIDNIGHT)) for start, end in _spans(schedule, day))
    hours = tuple((time(a // 60, a % 60), time(b // 60 % 24, b % 60)) for a, b in spans)
    return DayHours(day, hours, special, known=special or bool(schedule.periods))


def _span(opens: time, closes: time) -> Span:
    start, end = opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute
    return start, end if end > start else end + MIDNIGHT


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _weekly_spans(schedule: Schedule, day: date) -> list[Span]:
    return _merged(_span(period.opens, period.closes) for period in schedule.periods if period.applies(day))


def _spans(schedule: Schedule, day: date) -> list[Span]:
    """The openings that start on `day`, its special hours in place of the weekly ones."""
    special = [one for one in schedule.special_days if one.day == day]
    if not special:
        return _weekly_spans(schedule, day)
    if any(one.closed for one in special):
        return []
    return _merged(_span(one.opens, one.closes) for one in special if one.opens is not None and one.closes is not None)


def _tail(spans: list[Span]) -> int:
    """How many minutes of the next day a day's openings take."""
    return max(0, spans[-1][1] - MIDNIGHT) if spans else 0


def _weekly_rules(period: Period) -> Iterator[str]:
    hours = f"{_names(period.weekdays, WEEKDAYS, 0)} {_osm_hours([_span(period.opens, period.closes)])}"
    return (f"{dates} {hours}".lstrip() for dates in _osm_dates(period))


def _osm_dates(period: Period) -> Iterator[str]:
    """Date selectors whose union is the period's dates; OSM can't intersect months with a range of dates."""
    first, last = period.starts_on or FIRST_DAY, period.ends_on or LAST_DAY
    if period.starts_on is None and period.ends_on is None:
        yield _names(period.months, MONTHS, 1)
    elif not period.months:
        yield _osm_range(first, last)
    elif first.year == last.year:
        yield from _months_between(first, last, period.months)
    else:
        whole_from, whole_to = first.year + bool(period.starts_on), last.year - bool(period.ends_on)
        if period.starts_on:
            yield from _months_between(first, date(first.year, 12, 31), period.months)
        if whole_from <= whole_to:
            yield f"{whole_from}-{whole_to} {_names(period.months, MONTHS, 1)}"
        if period.ends_on:
            yield from _months_between(date(last.year, 1, 1), last, period.months)


def _months_between(first: date, last: date, months: frozenset[int]) -> Iterator[str]:
    """The parts of `months` from `first` to `last`, both in one year."""
    for low, end in _merged((month, month + 1) for month in months if first.month <= month <= last.month):
        month_end = date(first.year, end - 1, monthrange(first.year, end - 1)[1])
        yield _osm_range(max(first, date(first.year, low, 1)), min(last, month_end))


def _dated_rules(schedule: Schedule) -> Iterator[str]:
    special = {one.day for one in schedule.special_days}
    nights = {day for day in special if _tail(_spans(schedule, day)) or _tail(_weekly_spans(schedule, day))}
    touched = special | {day + ONE_DAY for day in nights}
    for day in sorted(touched):
        tail = _tail(_spans(schedule, day - ONE_DAY))
        limit = MIDNIGHT if day + ONE_DAY in touched else 2 * MIDNIGHT
        own = [(start, min(end, limit)) for start, end in _spans(schedule, day)]
        rule = f"{_osm_day(day)} {_osm_hours(_merged([(0, tail), *own] if tail else own)) or 'off'}"
        known = schedule.periods or day in special
        yield rule if known else f"{rule}, {_osm_day(day)} {_osm_hours([(tail, MIDNIGHT)])} unknown"


def _names(numbers: Iterable[int], names: tuple[str, ...], base: int) -> str:
    spelled = ((names[low - base], names[end - 1 - base]) for low, end in _merged((n, n + 1) for n in numbers))
    return ",".join(low if low == high else f"{low}-{high}" for low, high in spelled)


def _osm_day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02d}"


def _osm_range(first: date, last: date) -> str:
    return _osm_day(first) if first == last else f"{_osm_day(first)}-{_osm_day(last)}"


def _osm_hours(spans: Iterable[Span]) -> str:
    return ",".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in spans)
