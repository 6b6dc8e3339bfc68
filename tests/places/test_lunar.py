"""The Vietnamese lunar calendar, against public holidays and months that everybody knows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from places import lunar

YEARS = range(2025, 2036)
# Years with a leap month, as printed calendars of Vietnam have them, and the month that it repeats.
LEAP = {1985: 2, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3,
        2033: 11, 2036: 6, 2039: 5}  # fmt: skip
# Tết where Vietnam and China differ, and around it.
TET = {1985: (1, 21), 2007: (2, 17), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2029: (2, 13), 2030: (2, 2)}


def named(year, name):
    """Return the day of a public holiday of Vietnam."""
    return next(day for day, names in holidays.VN(years=year, language="en_US").items() if name in names.split("; "))


@pytest.mark.parametrize("year", YEARS)
def test_new_year_is_the_public_holiday(year):
    assert lunar.month(year, 1).starts_on == named(year, "Lunar New Year")


@pytest.mark.parametrize("year", YEARS)
def test_the_day_of_the_hung_kings_is_the_public_holiday(year):
    assert lunar.month(year, 3).day(10) == named(year, "Hung Kings' Commemoration Day")


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_new_year_is_that_of_vietnam_not_of_china(year, day):
    assert lunar.month(year, 1).starts_on == date(year, *day)


def test_leap_months_are_those_of_printed_calendars():
    found = {year: [month.number for month in lunar.months_of(year) if month.is_leap] for year in range(1985, 2040)}
    assert {year: LEAP[year] for year in LEAP} == {year: found[year][0] for year in LEAP}
    between = {year: months for year, months in found.items() if year >= 2017}
    assert {year for year, months in between.items() if months} == {year for year in LEAP if year >= 2017}


@pytest.mark.parametrize("year", range(2020, 2061, 5))
def test_months_follow_one_another_without_gap(year):
    months = [*lunar.months_of(year), lunar.month(year + 1, 1)]
    assert all(earlier.ends_on + timedelta(days=1) == later.starts_on for earlier, later in pairwise(months))
    assert {month.days for month in months} <= {29, 30}
    assert len(months) - 1 in (12, 13)
    assert [month.number for month in months if not month.is_leap] == [*range(1, 13), 1]


def test_a_feast_is_kept_in_the_month_not_in_the_leap_month_that_repeats_it():
    leap = next(month for month in lunar.months_of(2025) if month.is_leap)
    assert leap.number == 6
    assert lunar.month(2025, 6).ends_on + timedelta(days=1) == leap.starts_on


def test_the_thirtieth_of_a_short_month_is_its_last_day():
    short = next(month for month in lunar.months_of(2026) if month.days == 29)
    assert short.day(30) == short.ends_on


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 2, 16), date(2026, 2, 17), date(2025, 8, 1)])
def test_a_day_lies_in_its_month(day):
    month = lunar.month_at(day)
    assert month.starts_on <= day <= month.ends_on


def test_the_last_month_belongs_to_the_year_before():
    month = lunar.month_at(date(2027, 1, 20))
    assert (month.year, month.number) == (2026, 12)
