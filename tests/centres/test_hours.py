"""Opening hours: a table of cases."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import opening_hours
import pytest
from tests.centres.schedules import (
    ALL_PAST,
    DATED,
    DATED_MONTHS,
    EMPTY_SEASON,
    FRI,
    FROM_MONTHS,
    HANOI,
    JAKARTA,
    JAYAPURA,
    LATE_SPECIAL,
    LUNCH,
    MAKASSAR,
    MON,
    NIGHT,
    NIGHT_TET,
    NON_STOP,
    NON_STOP_8,
    OFFICE,
    ONLY_SPECIAL,
    OVERLAP,
    SAT,
    SUN,
    TET,
    TO_MONTHS,
    UNKNOWN,
    WED,
    WINTER,
    WINTER_NIGHT,
    at,
    hm,
    on,
    per,
    plan,
    shut,
    special,
)

from centres.hours import (
    Kind,
    SpecialDay,
    changes_at,
    holiday_name,
    open_during_day,
    open_on,
    state,
    to_osm,
    week,
)

OPEN, SOON, CLOSED, UNTIL, NOBODY = Kind.OPEN, Kind.CLOSES_SOON, Kind.CLOSED, Kind.CLOSED_UNTIL, Kind.UNKNOWN

CASES = [
    # boundaries to the minute; 22 November 2026 is a Sunday
    (OFFICE, "2026-11-23T07:59", CLOSED, "2026-11-23T08:00"),
    (OFFICE, "2026-11-23T07:59:59", CLOSED, "2026-11-23T08:00"),
    (OFFICE, "2026-11-23T08:00", OPEN, "2026-11-23T17:30"),
    (OFFICE, "2026-11-23T16:29", OPEN, "2026-11-23T17:30"),
    (OFFICE, "2026-11-23T16:29:59", OPEN, "2026-11-23T17:30"),
    (OFFICE, "2026-11-23T16:30", SOON, "2026-11-23T17:30"),
    (OFFICE, "2026-11-23T17:29:59.999999", SOON, "2026-11-23T17:30"),
    (OFFICE, "2026-11-23T17:30", CLOSED, "2026-11-24T08:00"),
    (OFFICE, "2026-11-22T17:30", SOON, "2026-11-22T18:00"),
    (OFFICE, "2026-11-22T18:00", CLOSED, "2026-11-23T08:00"),
    (LUNCH, "2026-11-23T11:30", CLOSED, "2026-11-23T13:30"),
    (LUNCH, "2026-11-23T10:45", SOON, "2026-11-23T11:30"),
    (LUNCH, "2026-11-20T17:00", CLOSED, "2026-11-23T08:00"),
    (LUNCH, "2026-11-21T12:00", CLOSED, "2026-11-23T08:00"),
    # past midnight
    (NIGHT, "2026-11-20T19:59", CLOSED, "2026-11-20T20:00"),
    (NIGHT, "2026-11-20T23:59", OPEN, "2026-11-21T02:00"),
    (NIGHT, "2026-11-21T00:00", OPEN, "2026-11-21T02:00"),
    (NIGHT, "2026-11-21T01:30", SOON, "2026-11-21T02:00"),
    (NIGHT, "2026-11-21T02:00", CLOSED, "2026-11-21T20:00"),
    (NIGHT, "2026-11-22T01:59", SOON, "2026-11-22T02:00"),
    (NIGHT, "2026-11-22T20:00", CLOSED, "2026-11-27T20:00"),
    (NIGHT, "2026-11-23T00:30", CLOSED, "2026-11-27T20:00"),
    # overlapping and adjacent periods are one opening
    (OVERLAP, "2026-11-23T11:30", OPEN, "2026-11-23T17:00"),
    (OVERLAP, "2026-11-23T12:00", OPEN, "2026-11-23T17:00"),
    (OVERLAP, "2026-11-23T15:00", OPEN, "2026-11-23T17:00"),
    (OVERLAP, "2026-11-23T16:15", SOON, "2026-11-23T17:00"),
    (NON_STOP, "2026-11-23T00:00", OPEN, None),
    (NON_STOP, "2026-11-23T23:59", OPEN, None),
    (NON_STOP_8, "2026-11-23T07:59", OPEN, None),
    # the week of Tết
    (TET, "2026-02-15T16:30", SOON, "2026-02-15T17:00"),
    (TET, "2026-02-16T10:30", SOON, "2026-02-16T11:00"),
    (TET, "2026-02-16T11:00", CLOSED, "2026-02-20T09:00"),
    (TET, "2026-02-17T09:00", CLOSED, "2026-02-20T09:00"),
    (TET, "2026-02-19T23:59", CLOSED, "2026-02-20T09:00"),
    (TET, "2026-02-20T08:30", CLOSED, "2026-02-20T09:00"),
    (TET, "2026-02-20T12:00", CLOSED, "2026-02-20T14:00"),
    (TET, "2026-02-20T14:30", OPEN, "2026-02-20T16:00"),
    (TET, "2026-02-20T16:00", CLOSED, "2026-02-21T08:00"),
    # a closed day keeps the night before, and takes its own night with it
    (NIGHT_TET, "2026-02-17T01:00", SOON, "2026-02-17T02:00"),
    (NIGHT_TET, "2026-02-17T02:00", CLOSED, "2026-02-18T20:00"),
    (NIGHT_TET, "2026-02-17T21:00", CLOSED, "2026-02-18T20:00"),
    (NIGHT_TET, "2026-02-18T01:00", CLOSED, "2026-02-18T20:00"),
    (NIGHT_TET, "2026-02-19T00:30", OPEN, "2026-02-19T02:00"),
    (LATE_SPECIAL, "2026-02-17T09:00", CLOSED, "2026-02-17T20:00"),
    (LATE_SPECIAL, "2026-02-17T23:00", OPEN, "2026-02-18T03:00"),
    (LATE_SPECIAL, "2026-02-18T02:30", SOON, "2026-02-18T03:00"),
    (LATE_SPECIAL, "2026-02-18T03:00", CLOSED, "2026-02-18T08:00"),
    (
        plan(per("08:00", "17:00"), shut("2026-02-17"), special("2026-02-17", "09:00", "10:00")),
        "2026-02-17T09:30",
        CLOSED,
        "2026-02-18T08:00",
    ),
    # seasons over New Year
    (WINTER, "2026-12-31T15:30", SOON, "2026-12-31T16:00"),
    (WINTER, "2027-01-01T09:00", OPEN, "2027-01-01T16:00"),
    (WINTER, "2027-02-28T16:00", UNTIL, "2027-11-01T09:00"),
    (WINTER, "2028-02-29T10:00", OPEN, "2028-02-29T16:00"),
    (WINTER, "2026-10-25T09:00", CLOSED, "2026-11-01T09:00"),
    (WINTER, "2026-10-25T08:59", UNTIL, "2026-11-01T09:00"),
    (WINTER_NIGHT, "2027-01-01T00:30", SOON, "2027-01-01T01:00"),
    (WINTER_NIGHT, "2027-01-01T01:00", UNTIL, "2027-12-01T22:00"),
    (WINTER_NIGHT, "2026-12-01T00:30", CLOSED, "2026-12-01T22:00"),
    (DATED, "2026-12-29T12:00", CLOSED, "2026-12-30T08:00"),
    (DATED, "2027-01-01T11:00", SOON, "2027-01-01T12:00"),
    (DATED, "2027-01-02T12:00", CLOSED, None),
    (DATED_MONTHS, "2025-12-19T09:00", CLOSED, "2025-12-20T08:00"),
    (DATED_MONTHS, "2026-02-01T09:00", UNTIL, "2026-12-01T08:00"),
    (DATED_MONTHS, "2027-01-31T09:00", OPEN, "2027-01-31T12:00"),
    (DATED_MONTHS, "2028-01-10T12:00", CLOSED, None),
    (FROM_MONTHS, "2026-12-19T09:00", CLOSED, "2026-12-20T08:00"),
    (FROM_MONTHS, "2029-02-01T09:00", UNTIL, "2029-12-01T08:00"),
    (TO_MONTHS, "2020-01-15T09:00", OPEN, "2020-01-15T12:00"),
    (TO_MONTHS, "2027-01-10T12:00", CLOSED, None),
    # closed for good, or not known
    (ALL_PAST, "2026-01-01T09:00", CLOSED, None),
    (EMPTY_SEASON, "2026-06-15T09:00", CLOSED, None),
    (UNKNOWN, "2026-02-17T09:00", NOBODY, None),
    (ONLY_SPECIAL, "2026-02-16T09:00", NOBODY, None),
    (ONLY_SPECIAL, "2026-02-17T09:00", CLOSED, "2026-02-18T20:00"),
    (ONLY_SPECIAL, "2026-02-19T01:59", SOON, "2026-02-19T02:00"),
    (ONLY_SPECIAL, "2026-02-19T02:00", NOBODY, None),
    (plan(shut("2026-02-17")), "2026-02-17T09:00", CLOSED, None),
]


@pytest.mark.parametrize(("schedule", "when", "kind", "until"), CASES)
def test_state(schedule, when, kind, until):
    found = state(schedule, at(when))
    assert (found.kind, found.until) == (kind, at(until) if until else None)
    assert found.until is None or found.until.utcoffset() == timedelta(hours=7)
    expected = None if kind is NOBODY else kind in (OPEN, SOON)
    assert open_on(schedule, at(when)) is expected


@pytest.mark.parametrize(
    ("zone", "country", "utc", "kind", "until"),
    [
        (HANOI, "VN", "2026-11-23T00:59", CLOSED, "2026-11-23T01:00"),
        (HANOI, "VN", "2026-11-23T01:00", OPEN, "2026-11-23T10:00"),
        (JAKARTA, "ID", "2026-11-23T01:00", OPEN, "2026-11-23T10:00"),
        (MAKASSAR, "ID", "2026-11-23T00:00", OPEN, "2026-11-23T09:00"),
        (MAKASSAR, "ID", "2026-11-23T08:00", SOON, "2026-11-23T09:00"),
        (JAYAPURA, "ID", "2026-11-22T22:59", CLOSED, "2026-11-22T23:00"),
        (JAYAPURA, "ID", "2026-11-22T23:00", OPEN, "2026-11-23T08:00"),
        (JAYAPURA, "ID", "2026-11-23T08:00", CLOSED, "2026-11-23T23:00"),
    ],
)
def test_state_in_the_places_own_zone(zone, country, utc, kind, until):
    found = state(plan(per("08:00", "17:00"), zone=zone, country=country), at(utc, "UTC"))
    assert found.kind is kind
    assert found.until == at(until, "UTC")
    assert found.until.tzinfo == ZoneInfo(zone)


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        state(OFFICE, datetime(2026, 1, 1))


@pytest.mark.parametrize(
    "make",
    [
        lambda: per("08:00", "17:00", days=()),
        lambda: per("08:00", "17:00", days=(7,)),
        lambda: per("08:00", "17:00", months=(13,)),
        lambda: per("08:00", "17:00", starts="2026-02-02", ends="2026-02-01"),
        lambda: per("08:00", "17:00", starts="0206-02-02"),
        lambda: SpecialDay(on("2026-02-17"), False, hm("08:00")),
        lambda: SpecialDay(on("0206-02-17"), True),
    ],
)
def test_what_cannot_apply_is_refused(make):
    with pytest.raises(ValueError, match=r"must|closed"):
        make()


def test_changes_start_with_the_present_state():
    assert changes_at(OFFICE, at("2026-11-23T09:15:30"), days=2) == [
        (at("2026-11-23T09:15:30"), "open"),
        (at("2026-11-23T17:30"), "closed"),
        (at("2026-11-24T08:00"), "open"),
        (at("2026-11-24T17:30"), "closed"),
        (at("2026-11-25T08:00"), "open"),
    ]


def test_changes_of_what_never_changes_or_is_not_known():
    assert changes_at(NON_STOP, at("2026-11-23T09:00")) == [(at("2026-11-23T09:00"), "open")]
    assert changes_at(ALL_PAST, at("2026-11-23T09:00")) == [(at("2026-11-23T09:00"), "closed")]
    assert changes_at(UNKNOWN, at("2026-11-23T09:00")) == []
    assert changes_at(ONLY_SPECIAL, at("2026-11-23T09:00")) == []


def test_changes_say_unknown_between_special_days():
    assert changes_at(ONLY_SPECIAL, at("2026-02-16T12:00")) == [
        (at("2026-02-16T12:00"), "unknown"),
        (at("2026-02-17T00:00"), "closed"),
        (at("2026-02-18T20:00"), "open"),
        (at("2026-02-19T02:00"), "unknown"),
    ]


def test_week_for_display():
    days = week(TET, on("2026-02-16"))
    assert [day.day.day for day in days] == list(range(16, 23))
    assert [day.special for day in days] == [True] * 5 + [False] * 2
    assert days[0].hours == ((hm("08:00"), hm("11:00")),)
    assert days[1].hours == ()
    assert days[4].hours == ((hm("09:00"), hm("12:00")), (hm("14:00"), hm("16:00")))
    assert days[5].hours == ((hm("08:00"), hm("17:00")),)
    assert week(OVERLAP, on("2026-11-23"))[0].hours == ((hm("08:00"), hm("17:00")),)
    assert week(NIGHT, on("2026-11-16"))[FRI].hours == ((hm("20:00"), hm("02:00")),)
    assert week(NON_STOP, on("2026-11-16"))[0].hours == ((hm("00:00"), hm("00:00")),)
    assert not any(day.known for day in week(UNKNOWN, on("2026-11-16")))
    assert [day.known for day in week(ONLY_SPECIAL, on("2026-02-16"))] == [False, True, True] + [False] * 4


@pytest.mark.parametrize(
    ("schedule", "day", "expected"),
    [
        (OFFICE, "2026-11-22", True),
        (LUNCH, "2026-11-22", False),
        (TET, "2026-02-17", False),
        (NIGHT, "2026-11-22", True),  # until two in the morning
        (NIGHT, "2026-11-23", False),
        (UNKNOWN, "2026-11-22", None),
        (ONLY_SPECIAL, "2026-02-16", None),
        (ONLY_SPECIAL, "2026-02-17", False),
        (ONLY_SPECIAL, "2026-02-19", True),
    ],
)
def test_open_during_day(schedule, day, expected):
    assert open_during_day(schedule, on(day)) is expected


def test_holidays():
    indonesia = plan(zone=JAKARTA, country="ID")
    assert holiday_name(UNKNOWN, on("2026-02-17")) == "Tết Nguyên Đán"
    assert holiday_name(UNKNOWN, on("2026-02-17"), "en") == "Lunar New Year"
    assert holiday_name(UNKNOWN, on("2026-02-17"), "ko") == "Lunar New Year"
    assert holiday_name(UNKNOWN, on("2026-04-26")) == "Ngày Giỗ Tổ Hùng Vương"
    assert "Nyepi" in holiday_name(indonesia, on("2026-03-19"))
    assert "Idul" in holiday_name(indonesia, on("2026-03-21"))
    assert holiday_name(UNKNOWN, on("2026-11-23")) is None
    assert holiday_name(plan(country="FR"), on("2026-07-14")) is None


@pytest.mark.parametrize(
    ("schedule", "osm"),
    [
        (UNKNOWN, ""),
        (OFFICE, "Mo-Fr 08:00-17:30, Sa-Su 08:00-18:00"),
        (plan(per("08:00", "12:00", (MON, WED, SAT, SUN), (1, 11, 12))), "Jan,Nov-Dec Mo,We,Sa-Su 08:00-12:00"),
        (DATED, "2026 Dec 30-2027 Jan 02 Mo-Su 08:00-12:00"),
        (plan(per("08:00", "17:00"), shut("2026-02-17")), "Mo-Su 08:00-17:00; 2026 Feb 17 off"),
        (NIGHT_TET, "Mo-Su 20:00-26:00; 2026 Feb 17 00:00-02:00; 2026 Feb 18 20:00-26:00"),
    ],
)
def test_osm_form(schedule, osm):
    assert to_osm(schedule) == osm
    assert not osm or opening_hours.validate(osm)
