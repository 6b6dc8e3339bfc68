"""A centre as structured data (schema.org) for search engines and assistants: where, when, and when not.

A closed day is an interval of no length, "00:00" to "00:00", as search engines read it; an opening past midnight
closes before it opens. The OSM value stands beside it as a property of its own. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from centres.osm_hours import date_ranges, to_osm
from centres.timetable import MIDNIGHT, Period, Schedule, Shut, Span, span_of, spans_of

Json = dict[str, Any]
OSM_KEY = "https://wiki.openstreetmap.org/wiki/Key:opening_hours"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPECIFICATION = {"@type": "OpeningHoursSpecification"}
CLOSED = {"opens": "00:00", "closes": "00:00"}


def hours_data(schedule: Schedule, today: date) -> Json:
    """The properties that state the hours from `today` on; none when nothing is known."""
    if not to_osm(schedule):
        return {}
    regular = [row for period in schedule.periods for row in _regular(period, today)]
    special = [*_special_days(schedule, today), *_shut(schedule.shut, today)]
    osm = {"@type": "PropertyValue", "name": "opening_hours", "propertyID": OSM_KEY, "value": to_osm(schedule)}
    found = {"openingHoursSpecification": regular, "specialOpeningHoursSpecification": special}
    return {**{name: rows for name, rows in found.items() if rows}, "additionalProperty": [osm]}


def _regular(period: Period, today: date) -> Iterator[Json]:
    """One specification for a period; for a season one for each stretch of it in this year and the next."""
    row = {
        **SPECIFICATION,
        "dayOfWeek": [DAYS[day] for day in sorted(period.weekdays)],
        **_interval(span_of(period)),
    }
    if period.ends_on and period.ends_on < today:
        return
    if not period.months:
        yield {**row, **_valid(period.starts_on, period.ends_on)}
        return
    for first, last in _seasons(period, today):
        yield {**row, **_valid(first, last)}


def _seasons(period: Period, today: date) -> Iterator[tuple[date, date]]:
    for year in (today.year, today.year + 1):
        first = max(date(year, 1, 1), period.starts_on or date.min)
        last = min(date(year, 12, 31), period.ends_on or date.max)
        if first <= last:
            within = Period(period.weekdays, period.opens, period.closes, period.months, first, last)
            yield from (edges for edges in date_ranges(within) if edges[1] >= today)


def _special_days(schedule: Schedule, today: date) -> Iterator[Json]:
    days = {one.day for one in schedule.special_days if one.day >= today}
    for day in sorted(day for day in days if not schedule.is_shut(day)):
        hours = [_interval(span) for span in spans_of(schedule, day)] or [CLOSED]
        yield from ({**SPECIFICATION, **one, **_valid(day, day)} for one in hours)


def _shut(shut: tuple[Shut, ...], today: date) -> Iterator[Json]:
    for one in shut:
        if one.ends_on is None or one.ends_on >= today:
            yield {**SPECIFICATION, **CLOSED, **_valid(max(one.starts_on, today), one.ends_on)}


def _valid(first: date | None, last: date | None) -> Json:
    edges = {"validFrom": first, "validThrough": last}
    return {name: edge.isoformat() for name, edge in edges.items() if edge}


def _interval(span: Span) -> Json:
    """Opening and closing time; a whole day, and midnight as an end, go to the last minute of the day."""
    start, end = span
    if end - start >= MIDNIGHT:
        return {"opens": "00:00", "closes": "23:59"}
    return {"opens": _clock(start), "closes": "23:59" if end == MIDNIGHT else _clock(end)}


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
