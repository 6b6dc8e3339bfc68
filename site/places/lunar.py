"""The Vietnamese lunar calendar (âm lịch), worked out from the sun and the moon. Pure: no Django.

The rule of decision 121/CP of 8 August 1967: days are those of the seventh time zone (UTC+7), a month begins on the
day of the new moon, the winter solstice falls in month 11, and where thirteen months lie between two such months, the
first without a major solar term is the leap month, which repeats the number before it. China counts at UTC+8, so that
some months, and in 2030 even Tết, begin a day later there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import ephem

ZONE_DAYS = 7 / 24  # the seventh time zone, in days
SOLSTICE_MONTH = 11
MONTHS_OF_LEAP_YEAR = 13
DAYS_MAX = 30


@dataclass(frozen=True)
class LunarMonth:
    """One month; `year` is the lunar year, named after the solar one in which most of it lies."""

    year: int
    number: int
    is_leap: bool
    starts_on: date
    days: int

    @property
    def ends_on(self) -> date:
        """Return the last day."""
        return self.day(self.days)

    def day(self, number: int) -> date:
        """Return the solar date of a day; the 30th of a month with 29 days is kept on the 29th."""
        return self.starts_on + timedelta(days=min(number, self.days) - 1)


def month(year: int, number: int) -> LunarMonth:
    """Return month `number` (1 to 12) of a lunar year: never the leap month, for feasts are kept in the first."""
    return next(found for found in months_of(year) if found.number == number and not found.is_leap)


def months_of(year: int) -> list[LunarMonth]:
    """Return the twelve or thirteen months of a lunar year."""
    return [found for found in (*_cycle(year - 1), *_cycle(year)) if found.year == year]


def month_at(day: date) -> LunarMonth:
    """Return the lunar month in which a solar date lies."""
    around = (*_cycle(day.year - 2), *_cycle(day.year - 1), *_cycle(day.year))
    return next(found for found in around if found.starts_on <= day <= found.ends_on)


@lru_cache(maxsize=256)
def _cycle(year: int) -> tuple[LunarMonth, ...]:
    """Return the months from the one with the winter solstice of a solar year up to the next such month."""
    first, last = _month_of_solstice(year), _month_of_solstice(year + 1)
    starts = [first]
    while starts[-1] < last:
        starts.append(_day(ephem.next_new_moon(_midnight(starts[-1] + timedelta(days=2)))))
    leap = _leap(starts) if len(starts) - 1 == MONTHS_OF_LEAP_YEAR else None
    months = []
    number = SOLSTICE_MONTH - 1
    for place, (start, following) in enumerate(pairwise(starts)):
        number = number if place == leap else number % 12 + 1
        own_year = year if number >= SOLSTICE_MONTH else year + 1
        months.append(LunarMonth(own_year, number, place == leap, start, (following - start).days))
    return tuple(months)


def _leap(starts: list[date]) -> int:
    """Return which month is the first during which the sun enters no sign of the zodiac."""
    signs = [_sign(start) for start in starts]
    return next(place for place in range(1, len(starts) - 1) if signs[place] == signs[place + 1])


def _month_of_solstice(year: int) -> date:
    """Return the first day of the month that holds the winter solstice."""
    solstice = _day(ephem.next_winter_solstice(f"{year}/12/1"))
    return _day(ephem.previous_new_moon(_midnight(solstice + timedelta(days=1))))


def _sign(day: date) -> int:
    """Return how many times 30° the sun's longitude is when a day begins in Vietnam."""
    at = _midnight(day)
    sun = ephem.Sun(at)
    longitude = ephem.Ecliptic(ephem.Equatorial(sun.ra, sun.dec, epoch=at), epoch=at).lon
    return int(math.degrees(longitude) // 30)


def _day(instant: ephem.Date) -> date:
    """Return the day in Vietnam of an instant of universal time."""
    return ephem.Date(instant + ZONE_DAYS).datetime().date()


def _midnight(day: date) -> ephem.Date:
    """Return the instant at which a day begins in Vietnam."""
    return ephem.Date(ephem.Date(day.isoformat()) - ZONE_DAYS)
