"""Calendars: what RFC 5545 asks of every line, and that every event is where and when the stop is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from tests.routes.exports.journeys import BASE, HOSTILE, SATURDAY, captions, hostile, journey, stop

from core.clean_text import one_line
from routes.exports.ics import has_dates, ics
from routes.itinerary import Day

NOW = datetime(2026, 11, 22, 5, 0, 30, tzinfo=UTC)
ZONES = ("Asia/Ho_Chi_Minh", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


def written(itinerary, at=NOW):
    """The file, after a look at its lines."""
    file = ics(itinerary, BASE, captions(itinerary), at)
    assert file.endswith(b"\r\n")
    lines = file.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no character is split between two lines
    return file


def events(itinerary, at=NOW):
    return Calendar.from_ical(written(itinerary, at)).events


def test_an_event_a_stop_with_its_facts():
    first, second, third = events(journey())
    assert [event["SUMMARY"] for event in (first, second, third)] == ["Làng gốm Bát Tràng"] * 3
    assert first["SUMMARY"].params["LANGUAGE"] == "vi"
    assert first["LOCATION"] == "Làng gốm Bát Tràng, Giang Cao, Hà Nội"
    assert first["URL"] == f"{BASE}/en/villages/village-1/"
    assert first["DESCRIPTION"].split("\n")[0] == "08:00–17:00"
    assert first["DESCRIPTION"].endswith(f"More: {BASE}/en/villages/village-1/")
    assert first["GEO"].to_ical() == "21.02;105.914286"
    assert first["DTSTAMP"].dt == datetime(2026, 11, 22, 5, 0, 30, tzinfo=UTC)
    assert first["TRANSP"] == "OPAQUE"
    assert second.end - second.start == timedelta(hours=1)


def test_each_event_is_in_its_own_zone_and_each_zone_is_defined_once():
    stops = [stop(number, hour=7 + 2 * number, zone=zone) for number, zone in enumerate(ZONES, start=1)]
    calendar = Calendar.from_ical(written(journey(stops)))
    assert sorted(zone["TZID"] for zone in calendar.timezones) == sorted(ZONES)
    for event, one in zip(calendar.events, stops, strict=True):
        assert event["DTSTART"].params["TZID"] == one.zone
        assert event["DTSTART"].dt == one.starts
        assert event["DTSTART"].dt.hour == one.starts.hour
    offsets = {zone["TZID"]: zone.to_tz().utcoffset(datetime(2026, 12, 5, 12)) for zone in calendar.timezones}
    hours = {name: int(offset.total_seconds() // 3600) for name, offset in offsets.items()}
    assert hours == dict(zip(ZONES, (7, 7, 8, 9), strict=True))


def test_times_given_in_another_zone_are_told_in_the_stop_s_own():
    moment = datetime(2026, 12, 5, 2, tzinfo=UTC)
    bali = stop(1, zone="Asia/Makassar", arrives=moment, starts=moment, leaves=moment + timedelta(hours=2))
    [event] = events(journey([bali]))
    assert (event["DTSTART"].dt.hour, event["DTEND"].dt.hour) == (10, 12)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_add_no_line_and_come_through(text):
    found = events(hostile(text))
    assert len(found) == 2
    assert found[0]["SUMMARY"] == one_line(text)


def test_a_later_file_replaces_what_an_earlier_one_brought():
    before, after = events(journey()), events(journey(), NOW + timedelta(minutes=1))
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert before[0]["UID"] == "abc234-c00001-1@www.example.org"
    assert all(old["SEQUENCE"] < new["SEQUENCE"] for old, new in zip(before, after, strict=True))
    assert all(old["LAST-MODIFIED"].dt < new["LAST-MODIFIED"].dt for old, new in zip(before, after, strict=True))


def test_a_place_seen_twice_has_two_events():
    again = [stop(1, hour=8), stop(2, hour=10), stop(3, hour=12, code="c00001")]
    assert len({event["UID"] for event in events(journey(again))}) == 3


def test_the_order_of_the_stops_does_not_change_who_they_are():
    turned = [stop(2, hour=8, code="c00003"), stop(1, hour=10)]
    assert {event["UID"] for event in events(journey(turned))} == {
        "abc234-c00003-1@www.example.org",
        "abc234-c00001-1@www.example.org",
    }


def test_a_day_without_times_is_a_whole_day_and_takes_none():
    day = Day(1, (stop(1), stop(2)), date=SATURDAY)
    calendar = Calendar.from_ical(written(journey(days=[day])))
    assert [(event["DTSTART"].dt, event["DTEND"].dt) for event in calendar.events] == [
        (SATURDAY, date(2026, 12, 6))
    ] * 2
    assert {event["TRANSP"] for event in calendar.events} == {"TRANSPARENT"}
    assert calendar.timezones == []


def test_without_dates_there_is_nothing_for_a_calendar():
    undated = journey([stop(1), stop(2, point=None)])
    assert not has_dates(undated)
    assert has_dates(journey())
    assert events(undated) == []


def test_a_stop_without_a_point_has_no_place_on_earth():
    [event] = events(journey([stop(1, hour=8, point=None)]))
    assert "GEO" not in event


def test_a_visit_past_midnight_and_over_the_year_s_end():
    late = datetime(2026, 12, 31, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    night = stop(1, zone="Asia/Jakarta", arrives=late, starts=late, leaves=late + timedelta(hours=1))
    [event] = events(journey([night]))
    assert event["DTEND"].dt == datetime(2027, 1, 1, 0, 30, tzinfo=ZoneInfo("Asia/Jakarta"))


def test_the_calendar_names_itself():
    calendar = Calendar.from_ical(written(replace(journey(), title="Dọc sông Hồng", language="vi")))
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Dọc sông Hồng"
    assert calendar["PRODID"] == "-//Duong Lang//Journeys//VI"
    assert "METHOD" not in calendar
