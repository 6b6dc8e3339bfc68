"""Opening hours as the tables hold them → the schedule that the pure module evaluates. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from centres.timetable import FIRST_DAY, LAST_DAY, ONE_DAY, Period, Schedule, Shut, SpecialDay

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


def schedule_of(
    periods: Iterable[Any], days: Iterable[Any], zone: str, country: str, shut: Iterable[Shut] = ()
) -> Schedule:
    """Return the schedule of rows with the columns of `OpeningPeriod` and `SpecialDay`, and the days it is shut."""
    return Schedule(
        periods=tuple(_period(row) for row in periods),
        special_days=tuple(SpecialDay(row.day, row.closed, row.opens, row.closes) for row in days),
        timezone=zone,
        country=country,
        shut=tuple(shut),
    )


def shut_by(closures: Iterable[Any], fair: Sequence[date | None] = (None, None)) -> Iterator[Shut]:
    """Yield the days on which closures (`starts_on`, `ends_on`) or the dates of a fair keep a centre shut."""
    for closure in closures:
        yield Shut(closure.starts_on, closure.ends_on)
    starts, ends = fair
    if starts and starts > FIRST_DAY:
        yield Shut(FIRST_DAY, starts - ONE_DAY)
    if ends and ends < LAST_DAY:
        yield Shut(ends + ONE_DAY)


def zone_of(own: str, province: str | None) -> str:
    """Return the time zone of a centre (IANA name): its own, else its province's."""
    return own or province or DEFAULT_ZONE


def _period(row: Any) -> Period:
    return Period(
        weekdays=_members(row.weekdays, range(7)),
        opens=row.opens,
        closes=row.closes,
        months=_members(row.months, range(1, 13)),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )


def _members(mask: int, bits: range) -> frozenset[int]:
    return frozenset(bit for bit in bits if mask >> bit & 1)
