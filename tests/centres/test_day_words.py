"""The hours of a centre on a date, in words: Tết, Lebaran, closures, fairs, and days nobody knows about."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils.translation import override
from tests.factories import make_centre, make_province, make_village

from centres.day_words import DayWords, day_hours_words
from centres.models import Centre, OpeningPeriod, SpecialDay
from places.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
HOURS = ("08:00", "17:00")


@pytest.fixture
def english():
    with override("en"):
        yield


def words(centre, day):
    return day_hours_words(Centre.objects.for_detail().get(pk=centre.pk), date.fromisoformat(day))


def test_the_week_of_tet_warns_unless_a_special_day_says_otherwise():
    centre = make_centre(hours=HOURS)
    SpecialDay.objects.create(centre=centre, day=date(2027, 2, 6), closed=True, reason={"en": "First day of Tết"})
    SpecialDay.objects.create(centre=centre, day=date(2027, 2, 7), closed=False, opens=time(9), closes=time(12))
    found = [words(centre, f"2027-02-0{day}") for day in range(4, 9)]
    assert [(one.hours, one.note) for one in found] == [
        ("08:00–17:00", "The day before Lunar New Year’s Eve: hours may differ"),
        ("08:00–17:00", "Lunar New Year’s Eve: hours may differ"),
        ("closed", "First day of Tết"),
        ("09:00–12:00", ""),
        ("08:00–17:00", "Third day of the Lunar New Year: hours may differ"),
    ]
    assert [one.opens for one in found] == [True, True, False, True, True]
    assert all(one.known for one in found)


@pytest.mark.parametrize(
    ("zone", "country", "day", "note"),
    [
        ("Asia/Ho_Chi_Minh", "VN", "2026-02-17", "Lunar New Year: hours may differ"),
        ("Asia/Jakarta", "ID", "2026-02-17", "Lunar New Year: hours may differ"),
        ("Asia/Jakarta", "ID", "2026-03-21", "Eid al-Fitr: hours may differ"),
        ("Asia/Makassar", "ID", "2026-03-19", "Nyepi, the Day of Silence: hours may differ"),
        ("Asia/Jayapura", "ID", "2026-12-25", "Christmas Day: hours may differ"),
        ("Asia/Ho_Chi_Minh", "VN", "2026-12-25", ""),
    ],
)
def test_holidays_are_those_of_the_country(zone, country, day, note):
    province = make_province(country_code=country, timezone=zone)
    centre = make_centre(hours=HOURS, country_code=country, province=province)
    assert words(centre, day).note == note


def test_a_day_of_rest_on_a_holiday_may_differ_too():
    centre = make_centre()
    OpeningPeriod.objects.create(centre=centre, weekdays=0b0111111, opens=time(8), closes=time(17))
    assert words(centre, "2026-11-22") == DayWords(date(2026, 11, 22), "closed", True, False)
    assert words(centre, "2027-02-07").note == "Second day of the Lunar New Year: hours may differ"


def test_unknown_hours_are_not_known_on_a_holiday_either():
    found = words(make_centre(), "2026-02-17")
    assert (found.hours, found.known, found.opens, found.notes) == ("not known", False, False, ())


@pytest.mark.parametrize("of_village", [True, False])
def test_a_closure_says_until_when_and_why(of_village):
    village = make_village()
    centre = make_centre(hours=HOURS, village=village)
    place = {"village": village} if of_village else {"centre": centre}
    Notice.objects.create(
        kind="closure", text={"en": "Flood"}, starts_on=date(2027, 2, 5), ends_on=date(2027, 2, 7), **place
    )
    found = words(centre, "2027-02-06")
    assert (found.hours, found.known, found.opens) == ("closed", True, False)
    assert found.notes == ("Closed until the end of 7 February 2027: Flood",)
    assert words(centre, "2027-02-08").hours == "08:00–17:00"


def test_a_fair_says_when_it_is():
    dates = {"fair_starts_on": date(2026, 12, 5), "fair_ends_on": date(2026, 12, 8)}
    centre = make_centre(hours=HOURS, kind="fair_stand", **dates)
    assert words(centre, "2026-12-05").hours == "08:00–17:00"
    for day in ("2026-12-04", "2026-12-09"):
        found = words(centre, day)
        assert (found.hours, found.note) == ("closed", "Closed: the fair is from 5 December 2026 to 8 December 2026")


def test_lunch_and_night():
    centre = make_centre(hours=("08:00", "11:30"))
    OpeningPeriod.objects.create(centre=centre, opens=time(20), closes=time(2))
    assert words(centre, "2026-11-24").hours == "08:00–11:30, 20:00–02:00"
