"""When a recognition holds. Pure: no Django. Sources: DOMAIN.md, sections 5 and 6."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FOREVER = date(9999, 12, 31)


class Precision(StrEnum):
    """How much of the date of issue is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Scale:
    """The rules that applied to an award: months of validity (None = the programme states none), scale, shown from."""

    validity_months: int | None
    stars_max: int
    shown_from: int = 1


@dataclass(frozen=True)
class Award:
    """What is known of one recognition. `out_of` is the scale its stars are on."""

    issued_on: date | None
    precision: Precision
    stars: int | None
    out_of: int | None
    revoked_on: date | None = None


def first_day(issued_on: date, precision: Precision) -> date:
    """Return the earliest day that the known date can mean."""
    if precision == Precision.YEAR:
        return date(issued_on.year, 1, 1)
    return issued_on.replace(day=1) if precision == Precision.MONTH else issued_on


def last_day(issued_on: date, precision: Precision) -> date:
    """Return the last day that the known date can mean."""
    if precision == Precision.YEAR:
        return date(issued_on.year, 12, 31)
    if precision == Precision.MONTH:
        return issued_on.replace(day=calendar.monthrange(issued_on.year, issued_on.month)[1])
    return issued_on


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later; the last of the month when that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def valid_until(award: Award, scale_then: Scale | None, scale_now: Scale | None) -> date | None:
    """Return the last day on which the award holds; None when it is history only.

    No date at all: history. A stated validity: last possible day of issue + months. None stated: for ever while the
    award stands on the programme's present scale, else history. A revocation ends it the day before.
    """
    if award.issued_on is None or scale_then is None:
        return None
    if scale_then.validity_months is not None:
        until = add_months(last_day(award.issued_on, award.precision), scale_then.validity_months)
    elif (
        scale_now is not None
        and (award.out_of or scale_then.stars_max) == scale_now.stars_max
        and scale_then == scale_now
    ):
        until = FOREVER
    else:
        return None
    if award.revoked_on is not None and award.revoked_on <= until:
        until = date.fromordinal(award.revoked_on.toordinal() - 1)
    return until


def stars_shown(award: Award, scale_then: Scale | None) -> int | None:
    """Return the stars to show; None when they are not stated or below what the programme shows."""
    if award.stars is None or scale_then is None or award.stars < scale_then.shown_from:
        return None
    return award.stars
