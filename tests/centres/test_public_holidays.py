"""Public holidays of both countries: their days, and their names in the reader's language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.translation import override
from tests.centres.schedules import on

from centres.holiday_words import NAMES, holiday_words
from centres.public_holidays import Holiday, holiday_name, holidays_on

YEARS = range(2019, 2041)


@pytest.mark.parametrize(
    ("country", "day", "own", "english"),
    [
        # Tết Bính Ngọ (2026) and Đinh Mùi (2027)
        ("VN", "2026-02-16", "Giao thừa Tết Nguyên Đán", "Lunar New Year’s Eve"),
        ("VN", "2026-02-17", "Tết Nguyên Đán", "Lunar New Year"),
        ("VN", "2026-02-20", "Mùng bốn Tết Nguyên Đán", "fourth day of the Lunar New Year"),
        ("VN", "2027-02-05", "Giao thừa Tết Nguyên Đán", "Lunar New Year’s Eve"),
        ("VN", "2027-02-06", "Tết Nguyên Đán", "Lunar New Year"),
        ("VN", "2027-02-07", "Mùng hai Tết Nguyên Đán", "second day of the Lunar New Year"),
        ("VN", "2026-04-26", "Ngày Giỗ Tổ Hùng Vương", "Hùng Kings’ Commemoration Day"),
        ("VN", "2026-09-02", "Quốc khánh", "National Day of Vietnam"),
        # Nyepi and Lebaran
        ("ID", "2026-03-19", "Hari Suci Nyepi", "Nyepi, the Day of Silence"),
        ("ID", "2026-03-21", "Hari Raya Idul Fitri", "Eid al-Fitr"),
        ("ID", "2026-03-22", "Hari kedua dari Hari Raya Idul Fitri", "second day of Eid al-Fitr"),
        ("ID", "2026-12-25", "Hari Raya Natal", "Christmas Day"),
        # not one in the other country
        ("ID", "2026-04-26", "", ""),
        ("VN", "2026-12-25", "", ""),
        ("FR", "2026-07-14", "", ""),
    ],
)
def test_names(country, day, own, english):
    home = {"VN": "vi", "ID": "id"}.get(country, "vi")
    with override(home):
        assert holiday_words(country, on(day)) == own
    with override("en"):
        assert holiday_words(country, on(day)) == english


def test_the_day_before_the_eve_has_no_number_of_its_own():
    with override("vi"):  # 4 February 2027 is the 28th of its lunar month, the library says “29 Tết”
        assert "29" not in holiday_words("VN", on("2027-02-04")) != ""


def test_estimated_and_observed_days_say_so():
    with override("en"):
        assert holiday_words("ID", on("2027-03-10")) == "Eid al-Fitr (expected date)"
        assert holiday_words("VN", on("2023-09-04")) == "National Day of Vietnam (day off in lieu)"
        assert holiday_words("VN", on("2026-08-31")) == "public day off"
    assert holidays_on("ID", on("2021-05-13")) == (Holiday("Ascension Day"), Holiday("Eid al-Fitr"))


def test_every_holiday_of_the_library_can_be_said_in_any_language():
    days = [date(YEARS.start, 1, 1) + timedelta(days=number) for number in range(366 * len(YEARS))]
    found = {holiday.name for country in ("VN", "ID") for day in days for holiday in holidays_on(country, day)}
    assert found <= set(NAMES)


def test_another_language_is_told_in_english():
    assert holiday_name("VN", on("2026-02-17"), "ko") == "Lunar New Year"
