"""Opening hours in the OSM form (wiki.openstreetmap.org/wiki/Key:opening_hours/specification). Pure: no Django.

Only what opening_hours.js, by which most programs read the form, understands as well as our own library does: no year
before 1901, no date with “+”, no range from a year to itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from centres.timetable import (
    FIRST_DAY,
    LAST_DAY,
    MIDNIGHT,
    ONE_DAY,
    Period,
    Schedule,
    Shut,
    Span,
    merged,
    span_of,
    spans_of,
    tail,
    weekly_spans,
)

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def to_osm(schedule: Schedule) -> str:
    """The OSM opening_hours value; "" when nothing is known.

    A dated rule replaces its whole calendar day, so each date that a special day or the end of a closure touches is
    written out in full, with the end of the night before.
    """
    if not schedule.periods and not schedule.special_days and not schedule.shut:
        return ""
    weekly = ", ".join(rule for period in schedule.periods for rule in _weekly_rules(period))
    first = weekly or ("off" if schedule.periods else "unknown")
    return "; ".join([first, *_dated_rules(schedule), *_shut_rules(schedule)])


def weekday_names(weekdays: Iterable[int]) -> str:
    """The days as OSM and schema.org write them: "Mo-Fr,Su"."""
    return _names(weekdays, WEEKDAYS, 0)


def date_ranges(period: Period) -> Iterator[tuple[date, date]]:
    """The parts of a period's dates that are in its months, where both its ends lie in one year."""
    first, last = period.starts_on or FIRST_DAY, period.ends_on or LAST_DAY
    for low, end in merged((month, month + 1) for month in period.months if first.month <= month <= last.month):
        month_end = date(first.year, end - 1, monthrange(first.year, end - 1)[1])
        yield max(first, date(first.year, low, 1)), min(last, month_end)


def _weekly_rules(period: Period) -> Iterator[str]:
    hours = f"{weekday_names(period.weekdays)} {_osm_hours([span_of(period)])}"
    return (f"{dates} {hours}".lstrip() for dates in _osm_dates(period))


def _osm_dates(period: Period) -> Iterator[str]:
    """Date selectors whose union is the period's dates; OSM can't intersect months with a range of dates."""
    first, last = period.starts_on or FIRST_DAY, period.ends_on or LAST_DAY
    if period.starts_on is None and period.ends_on is None:
        yield _names(period.months, MONTHS, 1)
    elif not period.months:
        yield _osm_range(first, last)
    elif first.year == last.year:
        yield from _months_between(first, last, period)
    else:
        whole_from, whole_to = first.year + bool(period.starts_on), last.year - bool(period.ends_on)
        if period.starts_on:
            yield from _months_between(first, date(first.year, 12, 31), period)
        if whole_from == whole_to:
            yield from _months_between(date(whole_from, 1, 1), date(whole_to, 12, 31), period)
        elif whole_from < whole_to:
            years = f"{whole_from}+" if whole_to == LAST_DAY.year else f"{whole_from}-{whole_to}"
            yield f"{years} {_names(period.months, MONTHS, 1)}"
        if period.ends_on:
            yield from _months_between(date(last.year, 1, 1), last, period)


def _months_between(first: date, last: date, period: Period) -> Iterator[str]:
    """The parts of the period's months from `first` to `last`, both in one year."""
    within = Period(period.weekdays, period.opens, period.closes, period.months, first, last)
    return (_osm_range(*edges) for edges in date_ranges(within))


def _dated_rules(schedule: Schedule) -> Iterator[str]:
    special = {one.day for one in schedule.special_days if not schedule.is_shut(one.day)}
    nights = {day for day in special if tail(spans_of(schedule, day)) or tail(weekly_spans(schedule, day))}
    ends = {one.ends_on for one in schedule.shut if one.ends_on and FIRST_DAY <= one.ends_on < LAST_DAY}
    nights |= {day for day in ends if tail(weekly_spans(schedule, day))}
    after = {day + ONE_DAY for day in nights}
    touched = special | {day for day in after if not schedule.is_shut(day)}
    for day in sorted(touched):
        before = tail(spans_of(schedule, day - ONE_DAY))
        limit = MIDNIGHT if day + ONE_DAY in touched else 2 * MIDNIGHT
        own = [(start, min(end, limit)) for start, end in spans_of(schedule, day)]
        rule = f"{_osm_day(day)} {_osm_hours(merged([(0, before), *own] if before else own)) or 'off'}"
        known = schedule.periods or day in special
        yield rule if known else f"{rule}, {_osm_day(day)} {_osm_hours([(before, MIDNIGHT)])} unknown"


def _shut_rules(schedule: Schedule) -> Iterator[str]:
    """One rule for each stretch of days on which the place is shut."""
    for first, last in _joined(schedule.shut):
        yield f"{_osm_range(first, last)} off"


def _joined(shut: Iterable[Shut]) -> list[tuple[date, date]]:
    """The stretches in order, those that overlap or follow one another as one."""
    found: list[tuple[date, date]] = []
    edges = ((max(one.starts_on, FIRST_DAY), one.ends_on or LAST_DAY) for one in shut)
    for first, last in sorted(edge for edge in edges if edge[0] <= edge[1]):
        if found and (found[-1][1] == LAST_DAY or first <= found[-1][1] + ONE_DAY):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _names(numbers: Iterable[int], names: tuple[str, ...], base: int) -> str:
    spelled = ((names[low - base], names[end - 1 - base]) for low, end in merged((n, n + 1) for n in numbers))
    return ",".join(low if low == high else f"{low}-{high}" for low, high in spelled)


def _osm_day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02d}"


def _osm_range(first: date, last: date) -> str:
    return _osm_day(first) if first == last else f"{_osm_day(first)}-{_osm_day(last)}"


def _osm_hours(spans: Iterable[Span]) -> str:
    return ",".join(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}" for a, b in spans)
