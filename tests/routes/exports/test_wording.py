"""What files say: times, ways, hours, and what nobody knows."""

from __future__ import annotations

from dataclasses import replace

from django.utils import translation
from tests.routes.exports.journeys import captions, journey, stop

from core.clean_text import clean, one_line
from routes.exports.take_along import take_along
from routes.exports.ways import ways
from routes.exports.wording import captions_of, day_title
from routes.itinerary import Day, End, Leg

HANOI = End("Hà Nội", (21.02, 105.85))


def english(itinerary, about_date=""):
    with translation.override("en"):
        return captions_of(itinerary, about_date)


def test_a_stop_says_when_how_and_where_to_next(frozen_now):
    stops = (stop(1, hour=8, notes=("Closed from noon.",)), stop(2, name="Làng Chuông", hour=10))
    words = english(journey(stops))
    first = words.stops[1]
    assert first.before.startswith("From Hà Nội, ")
    assert first.when == "Saturday, 5 December 2026, 08:00–09:00"
    assert first.lines == ("Closed from noon.", "Opening hours: 08:00–17:00", "Address: Giang Cao, Hà Nội")
    assert first.onward.startswith("Next: Làng Chuông, ")
    assert "estimate" in first.onward
    assert words.stops[2].onward.startswith("Next: Hà Nội, ")
    assert words.days == {1: "Saturday, 5 December 2026"}


def test_an_undated_stop_says_how_long(frozen_now):
    assert english(journey([stop(1, hours="", address="")])).stops[1].told()[1:-1] == ("Allow 1 h",)
    assert english(journey([stop(1, stay_minutes=0)])).stops[1].when == ""


def test_the_journey_says_who_how_and_as_known_when(frozen_now):
    lines = english(journey(notes=("Not in the plan: Làng Vác.",)), "Only a suggestion.").journey
    assert lines[0] == "Only a suggestion."
    assert "Sở Du lịch." in lines
    assert any(line.startswith("Travel: ") and line.endswith("(by motorbike, an estimate)") for line in lines)
    assert "Not in the plan: Làng Vác." in lines
    assert lines[-1].startswith("As known on 22 November 2026.")


def test_measured_ways_are_no_estimate(frozen_now):
    measured = journey(days=[Day(1, (stop(1), stop(2)), legs=(Leg(5, 4000, estimated=False),))])
    assert not [line for line in english(measured).journey if "estimate" in line]
    assert "estimate" not in english(measured).stops[1].onward


def test_days_are_counted_only_when_there_are_several(frozen_now):
    whole = journey()
    with translation.override("en"):
        assert day_title(whole.days[0], 2) == "Day 1 · Saturday, 5 December 2026"
        assert day_title(replace(whole.days[0], date=None), 2) == "Day 1"
        assert day_title(replace(whole.days[0], date=None), 1) == "The stops"


def test_a_stop_without_a_point_is_named(frozen_now):
    assert english(journey([stop(1), stop(2, name="Làng Vác", point=None)])).unlocated.endswith("2. Làng Vác")
    assert english(journey()).unlocated == ""


def test_ways_join_neighbours_or_the_places_with_a_point():
    three = (stop(1), stop(2, point=None), stop(3))
    legs = (Leg(5, 100), Leg(6, 200))
    assert [way.leg for way in ways(Day(1, three, legs))] == list(legs)
    [jump] = ways(Day(1, three, legs[:1]))
    assert (jump.start.name, jump.leg) == (three[0].name, legs[0])
    assert [way.leg for way in ways(Day(1, three))] == [None, None]
    assert ways(Day(1, (), start=HANOI, end=HANOI, legs=())) != []
    assert ways(Day(1, ())) == []


def test_text_is_one_line_without_controls():
    assert one_line(" a\0\u2028 b\r\n") == "a b"
    assert clean("a\r\nb\x85c\td") == "a\nb\nc\td"
    assert one_line("Ba\u0301t") == "Bát"


def test_a_plan_without_dates_offers_no_calendar():
    undated = journey([stop(1), stop(2)])
    with translation.override("en"):
        assert [link.kind for link in take_along(undated).links] == ["booklet", "ics", "gpx", "kml"]
        assert "next Saturday" in take_along(undated).links[1].note
        plan = replace(undated, path="/en/plan/?p=1")
        assert [link.kind for link in take_along(plan).links] == ["booklet", "gpx", "kml"]
        assert take_along(plan).links[0].url == "/en/plan/booklet/?p=1"


def test_captions_of_tests_name_what_captions_name(frozen_now):
    whole = journey()
    assert captions(whole).stops.keys() == english(whole).stops.keys()
