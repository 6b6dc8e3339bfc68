"""Days on which a closure or the dates of a fair keep a place shut: a table of cases for the pure evaluation."""

from __future__ import annotations

from datetime import date

import opening_hours
import pytest
from tests.centres.schedules import (
    HANOI,
    JAKARTA,
    JAYAPURA,
    MAKASSAR,
    NIGHT,
    UNKNOWN,
    at,
    away,
    hm,
    on,
    per,
    plan,
    shut,
    special,
)

from centres.hours import Kind, Schedule, changes_at, day_hours, open_during_day, open_on, state, to_osm, week
from centres.schedules import shut_by

OPEN, SOON, CLOSED, UNTIL, NOBODY = Kind.OPEN, Kind.CLOSES_SOON, Kind.CLOSED, Kind.CLOSED_UNTIL, Kind.UNKNOWN
DAYS = per("08:00", "17:00")
NIGHTS = per("20:00", "02:00")
WORKS = away("2026-11-24", "2026-11-26")  # Tuesday to Thursday
GONE = away("2026-11-24")

CASES = [
    # by day: the closure begins and ends at midnight
    (plan(DAYS, WORKS), "2026-11-23T16:30", SOON, "2026-11-23T17:00"),
    (plan(DAYS, WORKS), "2026-11-23T17:00", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS), "2026-11-24T00:00", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS), "2026-11-24T12:00", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS), "2026-11-26T23:59", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS), "2026-11-27T08:00", OPEN, "2026-11-27T17:00"),
    (plan(DAYS, away("2026-11-24", "2026-12-31")), "2026-11-24T12:00", UNTIL, "2027-01-01T08:00"),
    # until further notice
    (plan(DAYS, GONE), "2026-11-23T12:00", OPEN, "2026-11-23T17:00"),
    (plan(DAYS, GONE), "2026-11-23T18:00", CLOSED, None),
    (plan(DAYS, GONE), "2027-06-01T12:00", CLOSED, None),
    # two closures that touch, that overlap, that leave a day between them
    (plan(DAYS, WORKS, away("2026-11-27", "2026-11-28")), "2026-11-24T12:00", CLOSED, "2026-11-29T08:00"),
    (plan(DAYS, WORKS, away("2026-11-25", "2026-11-30")), "2026-11-24T12:00", CLOSED, "2026-12-01T08:00"),
    (plan(DAYS, WORKS, away("2026-11-28", "2026-11-30")), "2026-11-24T12:00", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS, away("2026-11-25")), "2026-11-24T12:00", CLOSED, None),
    # past midnight: cut where the closure begins; the night of its last day doesn't take place
    (plan(NIGHTS, WORKS), "2026-11-23T23:30", SOON, "2026-11-24T00:00"),
    (plan(NIGHTS, WORKS), "2026-11-24T00:30", CLOSED, "2026-11-27T20:00"),
    (plan(NIGHTS, WORKS), "2026-11-26T21:00", CLOSED, "2026-11-27T20:00"),
    (plan(NIGHTS, WORKS), "2026-11-27T01:00", CLOSED, "2026-11-27T20:00"),
    (plan(NIGHTS, WORKS), "2026-11-28T01:30", SOON, "2026-11-28T02:00"),
    # a special day within a closure is closed; one at its edge keeps to midnight
    (plan(DAYS, WORKS, special("2026-11-25", "09:00", "10:00")), "2026-11-25T09:30", CLOSED, "2026-11-27T08:00"),
    (plan(DAYS, WORKS, special("2026-11-23", "20:00", "03:00")), "2026-11-23T23:30", SOON, "2026-11-24T00:00"),
    (plan(DAYS, WORKS, special("2026-11-27", "10:00", "11:00")), "2026-11-27T08:30", CLOSED, "2026-11-27T10:00"),
    (plan(NIGHTS, WORKS, shut("2026-11-27")), "2026-11-27T01:00", CLOSED, "2026-11-28T20:00"),
    (plan(NIGHTS, away("2026-11-24", "2026-11-24"), away("2026-11-26", "2026-11-26")), "2026-11-25T01:00", CLOSED,
     "2026-11-25T20:00"),
    (plan(NIGHTS, away("2026-11-24", "2026-11-24"), away("2026-11-26", "2026-11-26")), "2026-11-25T23:59", SOON,
     "2026-11-26T00:00"),
    # a season that begins while it is closed
    (plan(per("09:00", "16:00", months=(12,)), away("2026-11-20", "2026-12-03")), "2026-12-01T10:00", CLOSED,
     "2026-12-04T09:00"),
    # unknown hours: closed while it is closed, and unknown, never open, afterwards
    (plan(WORKS), "2026-11-23T12:00", NOBODY, None),
    (plan(WORKS), "2026-11-24T12:00", CLOSED, None),
    (plan(WORKS), "2026-11-27T00:00", NOBODY, None),
    (plan(WORKS, special("2026-11-27", "09:00", "10:00")), "2026-11-26T12:00", CLOSED, "2026-11-27T09:00"),
    # dates of an editor that mean “for ever”
    (plan(DAYS, away("0206-11-01", "9999-12-31")), "2026-11-24T12:00", CLOSED, None),
]  # fmt: skip


@pytest.mark.parametrize(("schedule", "when", "kind", "until"), CASES)
def test_state(schedule, when, kind, until):
    found = state(schedule, at(when))
    assert (found.kind, found.until) == (kind, at(until) if until else None)
    assert open_on(schedule, at(when)) is (None if kind is NOBODY else kind in (OPEN, SOON))


@pytest.mark.parametrize(
    ("zone", "country", "last_open", "first_closed"),
    [
        (HANOI, "VN", "2026-11-23T16:59", "2026-11-23T17:00"),
        (JAKARTA, "ID", "2026-11-23T16:59", "2026-11-23T17:00"),
        (MAKASSAR, "ID", "2026-11-23T15:59", "2026-11-23T16:00"),
        (JAYAPURA, "ID", "2026-11-23T14:59", "2026-11-23T15:00"),
    ],
)
def test_a_closure_begins_at_midnight_there(zone, country, last_open, first_closed):
    schedule = plan(per("00:00", "00:00"), WORKS, zone=zone, country=country)
    assert open_on(schedule, at(last_open, "UTC")) is True
    assert open_on(schedule, at(first_closed, "UTC")) is False


@pytest.mark.parametrize(
    ("schedule", "day", "expected"),
    [
        (plan(DAYS, WORKS), "2026-11-24", False),
        (plan(DAYS, WORKS), "2026-11-27", True),
        (plan(NIGHTS, away("2026-11-24", "2026-11-24")), "2026-11-24", False),
        (plan(per("20:00", "02:00", (1,)), away("2026-11-24", "2026-11-24")), "2026-11-25", False),
        (plan(WORKS), "2026-11-24", False),
        (plan(WORKS), "2026-11-23", None),
    ],
)
def test_open_during_day(schedule, day, expected):
    assert open_during_day(schedule, on(day)) is expected


def test_the_week_says_so():
    days = week(plan(NIGHTS, WORKS), on("2026-11-23"))
    assert [day.shut for day in days] == [False, True, True, True, False, False, False]
    assert days[0].hours == ((hm("20:00"), hm("00:00")),)
    assert [day.hours for day in days[1:4]] == [(), (), ()]
    assert day_hours(plan(WORKS), on("2026-11-24")).known
    assert not day_hours(plan(WORKS), on("2026-11-23")).known


def test_changes_hold_the_closure():
    assert changes_at(plan(DAYS, WORKS), at("2026-11-23T12:00"), days=5) == [
        (at("2026-11-23T12:00"), "open"),
        (at("2026-11-23T17:00"), "closed"),
        (at("2026-11-27T08:00"), "open"),
        (at("2026-11-27T17:00"), "closed"),
        (at("2026-11-28T08:00"), "open"),
    ]
    assert changes_at(plan(WORKS), at("2026-11-01T12:00")) == []


@pytest.mark.parametrize(
    ("schedule", "osm"),
    [
        (plan(DAYS, WORKS), "Mo-Su 08:00-17:00; 2026 Nov 24-2026 Nov 26 off"),
        (plan(DAYS, GONE), "Mo-Su 08:00-17:00; 2026 Nov 24-9999 Dec 31 off"),
        (plan(WORKS), "unknown; 2026 Nov 24-2026 Nov 26 off"),
        (plan(DAYS, away("2026-11-24", "2026-11-24")), "Mo-Su 08:00-17:00; 2026 Nov 24 off"),
        (plan(DAYS, WORKS, away("2026-11-27", "2026-11-28")), "Mo-Su 08:00-17:00; 2026 Nov 24-2026 Nov 28 off"),
        (plan(NIGHTS, WORKS), "Mo-Su 20:00-26:00; 2026 Nov 27 20:00-26:00; 2026 Nov 24-2026 Nov 26 off"),
    ],
)
def test_osm_form(schedule, osm):
    assert to_osm(schedule) == osm
    assert opening_hours.validate(osm)


def test_the_dates_of_a_fair_are_days_without_it():
    fair = tuple(shut_by((), (date(2026, 12, 5), date(2026, 12, 8))))
    schedule = Schedule((DAYS,), (), HANOI, "VN", fair)
    opened = [day for day in range(1, 15) if open_during_day(schedule, date(2026, 12, day))]
    assert opened == [5, 6, 7, 8]
    assert state(schedule, at("2026-12-04T12:00")).until == at("2026-12-05T08:00")
    assert state(schedule, at("2026-12-08T18:00")).until is None
    assert tuple(shut_by(())) == ()


def test_nothing_is_said_of_what_is_not_known():
    assert state(UNKNOWN, at("2026-11-24T12:00")).kind is NOBODY
    assert state(NIGHT, at("2026-11-24T12:00")).kind is CLOSED
