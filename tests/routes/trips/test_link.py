"""The plan in a link: short, the same both ways, and never an error."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl, quote_plus, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.routes.trips.worlds import nonsense, plans
from tests.sampling import THOROUGH

from routes.travel.estimate import Mode
from routes.trips.hubs import hubs
from routes.trips.link import CODE, MARKS, NAMES, FlawKind, read, written
from routes.trips.plan import MOST_STOPS, Keep, Plan, PlanStop

LONGEST = 300
ADDRESS = "https://" + "h" * 30 + "/zh-hans/plan/?"
EXAMPLES = 1000 if THOROUGH else 40


def parameters(query):
    return dict(parse_qsl(query, keep_blank_values=True))


@given(plans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_link_says_the_same_when_it_is_read(plan):
    reading = read(parameters(written(plan)))
    assert reading.plan == plan.tidied()
    assert reading.flaws == ()
    assert written(reading.plan) == written(plan)


@given(plans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_no_program_on_the_way_writes_a_link_otherwise(plan):
    query = written(plan)
    assert urlencode(parse_qsl(query)) == query
    assert all(quote_plus(value) == value for value in parameters(query).values())


@given(plans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_no_link_is_longer_than_300_characters(plan):
    assert len(ADDRESS + written(plan)) <= LONGEST


def test_the_longest_plan_of_all_fits():
    stops = [PlanStop(f"zzzz{a}{b}", True, Keep.PLACE, 480) for a in "23456" for b in "2345"]
    groups = tuple(tuple(stops[index::7]) for index in range(7))
    longest_hub = max(hubs(), key=len)
    for spot in ("-89.99_-179.99", longest_hub, "zzzzzz"):
        plan = Plan(groups, date(2099, 12, 31), 7, 485, 1075, Mode.BICYCLE, spot, spot, lunch=False, own_order=True)
        assert len(stops) == MOST_STOPS
        assert len(ADDRESS + written(plan)) <= LONGEST
        assert read(parameters(written(plan))).plan == plan


def test_a_link_can_be_read_by_eye():
    plan = Plan(
        ((PlanStop("abc234", True), PlanStop("def567")), (PlanStop("ghj892", keep=Keep.DAY, stay=45),)),
        date(2026, 12, 5),
        days=2,
        start="hanoi",
    )
    assert written(plan) == "p=1abc234Mdef567.ghj892KD&d=2026-12-05&n=2&s=hanoi"


def test_usual_values_and_a_meaningless_order_are_left_out():
    plan = Plan(((PlanStop("abc234"),), (PlanStop("def567"),)), days=2)
    assert written(plan) == "p=1abc234def567&n=2"
    assert written(Plan()) == ""


@given(st.dictionaries(st.sampled_from(NAMES), nonsense))
@settings(max_examples=EXAMPLES, deadline=None)
def test_reading_never_raises(query):
    reading = read(query)
    assert len(reading.plan.stops) <= MOST_STOPS
    assert read(parameters(written(reading.plan))).plan == reading.plan


@pytest.mark.parametrize(
    ("query", "kind", "text"),
    [
        ({"p": "9abc234"}, FlawKind.VERSION, "9abc234"),
        ({"p": "1abc234?!def567"}, FlawKind.UNREADABLE, "?!"),
        ({"p": "1abc23"}, FlawKind.UNREADABLE, "abc23"),
        ({"d": "2026-13-45"}, FlawKind.DATE, "2026-13-45"),
        ({"d": "1999-01-01"}, FlawKind.DATE, "1999-01-01"),
        ({"n": "8"}, FlawKind.DAYS, "8"),
        ({"n": "٣"}, FlawKind.DAYS, "٣"),
        ({"t": "1800-0800"}, FlawKind.WINDOW, "1800-0800"),
        ({"t": "0861-1800"}, FlawKind.WINDOW, "0861-1800"),
        ({"m": "rocket"}, FlawKind.MODE, "rocket"),
        ({"s": "91.00_0.00"}, FlawKind.START, "91.00_0.00"),
        ({"e": "<b>"}, FlawKind.END, "<b>"),
        ({"p": "1abc234..def567K", "n": "2"}, FlawKind.MOVED, "def567"),
    ],
)
def test_what_cannot_be_read_is_told_and_left_out(query, kind, text):
    reading = read(query)
    assert [(flaw.kind, flaw.text) for flaw in reading.flaws] == [(kind, text)]
    assert read(parameters(written(reading.plan))).flaws == ()


def test_of_too_many_stops_the_first_are_kept():
    codes = [f"aaaa{a}{b}" for a in "23456" for b in "23456"]
    reading = read({"p": "1" + "".join(codes)})
    assert reading.plan.codes == tuple(codes[:MOST_STOPS])
    assert [(flaw.kind, flaw.text) for flaw in reading.flaws] == [(FlawKind.TOO_MANY, "25")]


def test_a_stop_that_comes_twice_counts_once():
    assert read({"p": "1abc234Mabc234"}).plan.stops == (PlanStop("abc234", must_see=True),)


def test_marks_never_look_like_a_code():
    assert not any(CODE.fullmatch(f"aaaaa{letter}") for letter in MARKS.values())


def test_stops_of_days_that_are_gone_come_to_the_last_and_are_free():
    plan = Plan(((PlanStop("abc234"),), (), (PlanStop("def567", keep=Keep.PLACE),)), days=2, own_order=True)
    assert plan.tidied().groups == ((PlanStop("abc234"),), (PlanStop("def567"),))
    best = replace(plan, own_order=False)
    assert best.tidied().groups == ((PlanStop("abc234"), PlanStop("def567")),)
