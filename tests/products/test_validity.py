"""When a recognition holds: every status, known-date kind and programme, at the three dates of ARCHITECTURE.md."""

from __future__ import annotations

from datetime import date

import pytest

from products.validity import FOREVER, Award, Precision, Scale, add_months, last_day, stars_shown, valid_until

OCOP = Scale(validity_months=36, stars_max=5, shown_from=3)
OVOP_PAST = Scale(validity_months=None, stars_max=5)
OVOP_NOW = Scale(validity_months=None, stars_max=3)
DATES = [date(2026, 11, 22), date(2027, 1, 2), date(2030, 1, 1)]


@pytest.mark.parametrize(
    ("issued", "precision", "until"),
    [
        (date(2023, 11, 22), Precision.DAY, date(2026, 11, 22)),
        (date(2023, 11, 21), Precision.DAY, date(2026, 11, 21)),
        (date(2024, 2, 29), Precision.DAY, date(2027, 2, 28)),
        (date(2023, 11, 1), Precision.MONTH, date(2026, 11, 30)),
        (date(2024, 2, 10), Precision.MONTH, date(2027, 2, 28)),
        (date(2023, 1, 1), Precision.YEAR, date(2026, 12, 31)),
        (date(2023, 7, 15), Precision.YEAR, date(2026, 12, 31)),
        (date(2025, 1, 1), Precision.YEAR, date(2028, 12, 31)),
        (date(2020, 1, 1), Precision.YEAR, date(2023, 12, 31)),
    ],
)
def test_ocop_is_valid_36_months_after_the_last_day_the_date_can_mean(issued, precision, until):
    award = Award(issued, precision, stars=4, out_of=5)
    assert valid_until(award, OCOP, OCOP) == until


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2020, [False, False, False]),
        (2023, [True, False, False]),
        (2025, [True, True, False]),
        (2027, [None, True, True]),
    ],
)
def test_the_three_dates(year, expected):
    until = valid_until(Award(date(year, 1, 1), Precision.YEAR, 3, 5), OCOP, OCOP)
    held = [until is not None and until >= day for day in DATES]
    assert [want is None or want == got for want, got in zip(expected, held, strict=True)] == [True] * 3


def test_no_date_is_history_only():
    assert valid_until(Award(None, Precision.YEAR, 5, 5), OCOP, OCOP) is None


def test_a_date_before_the_programme_is_history_only():
    assert valid_until(Award(date(2010, 1, 1), Precision.DAY, 5, 5), None, OCOP) is None


def test_ovop_on_the_present_scale_holds_without_end():
    assert valid_until(Award(date(2022, 1, 1), Precision.YEAR, 3, 3), OVOP_NOW, OVOP_NOW) == FOREVER


def test_ovop_on_a_past_scale_is_history():
    assert valid_until(Award(date(2018, 1, 1), Precision.YEAR, 5, 5), OVOP_PAST, OVOP_NOW) is None


def test_ovop_whose_stated_scale_is_the_past_one_is_history_even_when_dated_later():
    assert valid_until(Award(date(2022, 1, 1), Precision.YEAR, 3, 5), OVOP_NOW, OVOP_NOW) is None


def test_a_revocation_ends_it_the_day_before():
    award = Award(date(2025, 1, 16), Precision.DAY, 5, 5, revoked_on=date(2026, 3, 1))
    assert valid_until(award, OCOP, OCOP) == date(2026, 2, 28)


def test_a_revocation_after_the_end_changes_nothing():
    award = Award(date(2020, 1, 16), Precision.DAY, 5, 5, revoked_on=date(2026, 3, 1))
    assert valid_until(award, OCOP, OCOP) == date(2023, 1, 16)


@pytest.mark.parametrize(("stars", "shown"), [(None, None), (1, None), (2, None), (3, 3), (5, 5)])
def test_fewer_stars_than_the_programme_shows_are_not_shown(stars, shown):
    assert stars_shown(Award(date(2025, 1, 1), Precision.DAY, stars, 5), OCOP) == shown


def test_month_ends():
    assert add_months(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert last_day(date(2023, 2, 3), Precision.MONTH) == date(2023, 2, 28)
