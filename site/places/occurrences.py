"""When an event takes place: from its calendar, and from the dates that people have stated. Pure: no Django.

A date that an editor states takes the place of the one worked out for that year. What is only worked out is never
confirmed. A lunar feast is kept in the month of its number, not in the leap month that repeats it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from places import lunar

SOLAR, LUNAR, OTHER = "solar", "lunar", "other"
EVERY_YEAR, ODD_YEARS, EVEN_YEARS = "every", "odd", "even"
NEAR = timedelta(days=183)  # a stated date further away stands for no reckoned one
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True)
class Rule:
    """What is known of an event whatever the year; months and days are those of `calendar`, `OTHER` being solar."""

    calendar: str
    months: tuple[int, ...] = ()
    first_day: int | None = None
    last_day: int | None = None
    years: str = EVERY_YEAR


@dataclass(frozen=True)
class Stated:
    """Days that a person entered for one year."""

    starts_on: date
    ends_on: date | None = None
    confirmed: bool = False


@dataclass(frozen=True)
class Occurrence:
    """One time that an event takes place; without `day_known` it lies somewhere between its two days.

    `key` is the same for the reckoned date and for the stated one that takes its place. `months` are those of the
    rule that `starts_on` and `ends_on` stand for, empty for a stated date.
    """

    starts_on: date
    ends_on: date
    key: str
    calendar: str
    months: tuple[int, ...] = ()
    day_known: bool = True
    stated: bool = False
    confirmed: bool = False

    def touches(self, first: date, last: date) -> bool:
        """Tell whether some of it may lie between two days."""
        return self.starts_on <= last and first <= self.ends_on


def occurrences(rule: Rule, stated: Iterable[Stated], first: date, last: date) -> list[Occurrence]:
    """Return what touches the days from `first` to `last`, in order; stated dates replace those of their year."""
    years = range(max(FIRST_YEAR, first.year - 2), min(LAST_YEAR, last.year + 1) + 1)
    reckoned = [found for year in years for found in _in_year(rule, year)]
    entered = _entered(rule, stated, reckoned)
    taken = {found.key for found in entered}
    kept = [*entered, *(found for found in reckoned if found.key not in taken)]
    touching = [_numbered(entered, found) for found in kept if found.touches(first, last)]
    return sorted(touching, key=lambda found: (found.starts_on, found.ends_on, found.key))


def runs(months: Iterable[int]) -> list[tuple[int, ...]]:
    """Return months that follow each other together: 1, 11 and 12 are one run that begins in month 11."""
    left = set(months)
    begins = sorted(month for month in left if (month - 2) % 12 + 1 not in left) or [1] * bool(left)
    found = []
    for begin in begins:
        run = [begin]
        while len(run) < len(left) and run[-1] % 12 + 1 in left:
            run.append(run[-1] % 12 + 1)
        found.append(tuple(run))
    return found


def _in_year(rule: Rule, year: int) -> list[Occurrence]:
    """Return what the rule says of one year of its calendar."""
    if rule.years != EVERY_YEAR and (rule.years == ODD_YEARS) != bool(year % 2):
        return []
    if rule.first_day is None or rule.calendar == OTHER:
        spans = runs(rule.months)
        return [_span(rule, year, run, str(year) if len(spans) == 1 else f"{year}-{run[0]:02}") for run in spans]
    return [_days(rule, year, month) for month in rule.months]


def _span(rule: Rule, year: int, run: Sequence[int], key: str) -> Occurrence:
    """Return an occurrence somewhere in a run of months; one that wraps ends in the next year."""
    first, last = _month(rule.calendar, year, run[0])[0], _month(rule.calendar, year + (run[-1] < run[0]), run[-1])[1]
    return Occurrence(first, last, key, rule.calendar, tuple(run), day_known=False)


def _days(rule: Rule, year: int, month: int) -> Occurrence:
    """Return an occurrence on stated days of a month; a day that the month hasn't is its last."""
    first, last = _month(rule.calendar, year, month)
    from_day = rule.first_day or 1
    starts_on = min(last, first + timedelta(days=from_day - 1))
    ends_on = min(last, first + timedelta(days=(rule.last_day or from_day) - 1))
    key = str(year) if len(rule.months) == 1 else f"{year}-{month:02}"
    return Occurrence(starts_on, ends_on, key, rule.calendar, (month,))


def _month(kind: str, year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month of a calendar."""
    if kind == LUNAR:
        found = lunar.month(year, month)
        return found.starts_on, found.ends_on
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _entered(rule: Rule, stated: Iterable[Stated], reckoned: list[Occurrence]) -> list[Occurrence]:
    """Return the stated dates, each under the key of the reckoned date that it stands for."""
    found = []
    for own in stated:
        nearest = min(reckoned, key=lambda other: _apart(own.starts_on, other), default=None)
        fits = nearest is not None and _apart(own.starts_on, nearest) <= NEAR
        key = nearest.key if nearest is not None and fits else str(own.starts_on.year)
        found.append(
            Occurrence(
                own.starts_on, own.ends_on or own.starts_on, key, rule.calendar, stated=True, confirmed=own.confirmed
            )
        )
    return sorted(found, key=lambda one: (one.starts_on, one.ends_on))


def _apart(day: date, other: Occurrence) -> timedelta:
    """Return how far a day lies from an occurrence; nothing within it."""
    return max(other.starts_on - day, day - other.ends_on, timedelta())


def _numbered(entered: list[Occurrence], found: Occurrence) -> Occurrence:
    """Return an occurrence under a key of its own: a second stated date of one year is told apart by a number."""
    same = [one for one in entered if one.key == found.key]
    place = same.index(found) if found in same else 0
    return replace(found, key=f"{found.key}.{place + 1}") if place else found
