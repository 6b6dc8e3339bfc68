"""Opening hours on a plan's axis: zones, nights, closures, unknown."""

from __future__ import annotations

import random
from datetime import date, time, timedelta

from tests.routes.planner import worlds
from tests.routes.planner.reference import word_at
from tests.sampling import THOROUGH

from centres.hours import Period, Schedule, SpecialDay
from routes.planner.opening import Closure, openings
from routes.planner.problem import UNKNOWN_DAY, Closed, ClosedBy, Day, Problem, Window

HANOI, JAYAPURA = "Asia/Ho_Chi_Minh", "Asia/Jayapura"
MONDAY, DAYS = worlds.MONDAY, [worlds.MONDAY + timedelta(days=i) for i in range(3)]
ALL_WEEK = frozenset(range(7))


def hours(*periods, special=(), timezone=HANOI):
    """A place's hours."""
    return Schedule(tuple(periods), tuple(special), timezone, "VN")


def by_day(opens=8, closes=17, weekdays=ALL_WEEK):
    """Hours of whole o'clocks."""
    return Period(frozenset(weekdays), time(opens), time(closes))


def test_hours_of_the_day_with_those_around_it():
    found = openings(hours(by_day()), [], DAYS[:1], HANOI)
    assert found.windows == {0: (Window(-960, -420), Window(480, 1020), Window(1920, 2460))}
    assert found.closed == {}


def test_hours_elsewhere_are_converted():
    found = openings(hours(by_day(), timezone=JAYAPURA), [], DAYS[:1], HANOI)  # two hours ahead
    assert Window(360, 900) in found.windows[0]


def test_the_night_before_reaches_in_but_the_day_is_closed():
    found = openings(hours(by_day(18, 2, {6})), [], DAYS[:1], HANOI)  # Sunday's
    assert found.windows == {0: (Window(-360, 120),)}
    assert found.closed == {0: Closed(ClosedBy.HOURS)}


def test_what_shuts_a_day_is_told():
    special = [SpecialDay(DAYS[1], closed=True)]
    found = openings(hours(by_day(weekdays={1, 2}), special=special), [Closure(DAYS[2], None)], DAYS, HANOI)
    assert found.closed == {
        0: Closed(ClosedBy.HOURS),
        1: Closed(ClosedBy.SPECIAL_DAY),
        2: Closed(ClosedBy.NOTICE, None),
    }


def test_a_closure_shuts_unknown_hours_too():
    found = openings(hours(), [Closure(MONDAY, MONDAY)], DAYS[:2], HANOI)
    assert found.closed == {0: Closed(ClosedBy.NOTICE, MONDAY)}
    assert found.windows[1] == (Window(0, 2880, known=False),)


def test_no_hours_are_unknown():
    assert openings(hours(), [], DAYS[:1], HANOI).windows == {0: UNKNOWN_DAY}


def test_beside_special_days_hours_stay_unknown():
    special = [SpecialDay(MONDAY, False, time(9), time(17))]
    found = openings(hours(special=special), [], DAYS[:2], HANOI)
    assert Window(540, 1020) in found.windows[0]
    assert found.windows[1] == (Window(-900, -420), Window(0, 2880, known=False))


def test_minutes_are_those_of_the_periods():
    for seed in range(120 if THOROUGH else 20):
        rng = random.Random(seed)
        schedule = worlds._schedule(rng)
        closures = [Closure(DAYS[0], DAYS[1])] if rng.random() < 0.3 else []
        found = openings(schedule, closures, DAYS, HANOI)
        problem = Problem((), tuple(Day(day, 0, 2880) for day in DAYS), (), HANOI)
        for index in range(len(DAYS)):
            for minute in range(seed % 7, 2880, 7):
                inside = {w.known for w in found.windows.get(index, ()) if w.opens <= minute < w.closes}
                word = word_at(schedule, closures, problem.instant(index, minute))
                assert inside == {"open": {True}, "unknown": {False}, "closed": set()}[word], (seed, index, minute)


def test_instants_keep_their_zone():
    problem = Problem((), (Day(date(2027, 2, 1), 0, 1440),), (), JAYAPURA)
    assert problem.instant(0, 1500).isoformat() == "2027-02-02T01:00:00+09:00"
