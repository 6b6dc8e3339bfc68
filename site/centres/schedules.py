"""Opening hours as the tables hold them → the schedule that the pure module evaluates. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from centres.hours import Period, Schedule, SpecialDay

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


def schedule_of(periods: Iterable[Any], days: Iterable[Any], zone: str, country: str) -> Schedule:
    """Return the schedule of rows with the columns of `OpeningPeriod` and `SpecialDay`."""
    return Schedule(
        periods=tuple(_period(row) for row in periods),
        special_days=tuple(SpecialDay(row.day, row.closed, row.opens, row.closes) for row in days),
        timezone=zone,
        country=country,
    )


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
