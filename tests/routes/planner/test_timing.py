"""The rules of one day's times, each at its edges."""

from __future__ import annotations

import pytest
from tests.routes.planner.worlds import MONDAY

from routes.planner.laying import laid_out
from routes.planner.problem import UNKNOWN_DAY, Day, Lunch, Problem, Stop, Window, nights
from routes.planner.timing import DayClock

LUNCH = Lunch(660, 840, 60)  # 11:00 to 14:00
FAR = 60  # minutes between any two places


def clock(*windows, stay=60, day=(480, 1080), lunch=None, base=True, leg=FAR):
    """The clock of one day with a stop for each of the windows, all an hour from each other and from the base."""
    size = len(windows)
    stops = tuple(Stop(str(i), i, stay, {0: spans} if spans else {}) for i, spans in enumerate(windows))
    travel = tuple(tuple(0 if a == b else leg for b in range(size + 1)) for a in range(size + 1))
    ends = (size, size) if base else (None, None)
    return DayClock(Problem(stops, (Day(MONDAY, *day, *ends),), travel, "UTC", lunch), 0)


def plan(day_clock, *order):
    """The day as laid out."""
    return laid_out(day_clock, order or tuple(range(len(day_clock.stops))))


@pytest.mark.parametrize(
    ("window", "possible"),
    [
        (Window(540, 600), True),
        (Window(541, 600), False),
        (Window(500, 599), False),
        (Window(0, 600), True),
        (Window(960, 1440), True),
        (Window(961, 1440), False),  # home at 18:01
        (Window(-300, 600), True),
        (Window(-300, 400), False),
    ],
)
def test_a_visit_lies_within_one_opening_and_the_day(window, possible):
    assert (clock((window,)).measure((0,)) is not None) is possible


def test_a_stay_is_not_split_by_a_midday_break():
    split = (Window(480, 690), Window(810, 1080))
    assert plan(clock(split, stay=90)).visits[0].start == 540
    assert plan(clock(split, stay=180)).visits[0].start == 810


def test_one_sets_out_as_late_as_the_first_visit_allows():
    day = plan(clock((Window(600, 900),)))
    assert (day.departs, day.visits[0].arrive, day.visits[0].wait, day.ends) == (540, 600, 0, 720)


def test_waiting_and_travelling_are_told_apart():
    day = plan(clock((Window(480, 660),), (Window(780, 900),)))
    assert [(v.arrive, v.wait, v.start, v.leave) for v in day.visits] == [(540, 0, 540, 600), (660, 120, 780, 840)]
    assert (day.legs, day.travel_minutes, day.waiting_minutes, day.ends) == ((60, 60, 60), 180, 120, 900)


@pytest.mark.parametrize(
    ("windows", "day", "lunch"),
    [
        (((Window(540, 600),), (Window(780, 900),)), (480, 1080), (660, 720)),  # on arrival at 11:00, while waiting
        (((Window(540, 600),), (Window(0, 1440),)), (480, 1080), None),  # back at 13:00
        (((Window(0, 1440),),), (480, 1080), None),  # back at 11:00
        (((Window(0, 1440),),) * 3, (480, 1080), (660, 720)),  # on arrival at the second stop
        (((Window(840, 1000),),), (480, 1080), None),  # sets out at 13:00
        (((Window(0, 1440),),) * 2, (660, 1440), None),  # sets out at 11:00
        (((Window(0, 1440),),) * 2, (659, 1440), (719, 779)),  # sets out at 10:59
        (((Window(570, 700),), (Window(0, 750),)), (510, 1080), None),  # sets out at 8:30, back at 13:30
    ],
)
def test_lunch_is_due_on_days_that_lie_across_it(windows, day, lunch):
    assert plan(clock(*windows, day=day, lunch=LUNCH)).lunch == lunch


@pytest.mark.parametrize(("stay", "lunch"), [(210, None), (211, (660, 720))])  # back at 14:00 or 14:01 without it
def test_who_is_back_by_the_end_of_lunch_eats_then(stay, lunch):
    assert plan(clock((Window(570, 1080),), stay=stay, lunch=LUNCH)).lunch == lunch


def test_lunch_before_leaving_when_arriving_would_be_too_late():
    day = plan(clock((Window(0, 1440),), (Window(0, 1440),), stay=150, lunch=LUNCH))
    assert day.lunch == (690, 750)  # visit 9:00 to 11:30
    assert (day.lunch_after, day.lunch_on_arrival) == (1, False)


def test_a_day_without_room_for_a_due_lunch_is_impossible():
    assert clock((Window(0, 1440),), stay=400, lunch=LUNCH).measure((0,)) is None
    assert clock((Window(0, 1440),), stay=400).measure((0,)) is not None


def test_a_day_may_begin_and_end_at_its_stops():
    day = plan(clock((Window(480, 1080),), (Window(480, 1080),), base=False))
    assert (day.departs, day.legs, day.ends) == (480, (60,), 660)


def test_unknown_hours_are_allowed_and_flagged():
    day = plan(clock(UNKNOWN_DAY, (Window(0, 1440),)))
    assert [visit.hours_known for visit in day.visits] == [False, True]


def test_opening_past_midnight_within_a_late_day():
    assert plan(clock((Window(1200, 1560),), day=(1000, 1600), stay=300)).ends == 1560


def test_where_nights_are_spent():
    assert nights(7, 7, 2) == [(7, 7), (7, 7)]
    assert nights(7, 8, 1) == [(7, 8)]
    assert nights(7, 8, 3) == [(7, None), (None, None), (None, 8)]
    assert nights(None, None, 2) == [(None, None), (None, None)]


def test_a_plan_that_contradicts_itself_is_refused():
    stop, day = Stop("a", 0, 30, {}), Day(MONDAY, 480, 1080)
    for stops, days, travel, lunch in (
        ((stop, stop), (day,), ((0,),), None),
        ((stop,), (), ((0,),), None),
        ((stop,), (day,), ((0, 1),), None),
        ((stop,), (day,), ((-1,),), None),
        ((Stop("a", 1, 30, {}),), (day,), ((0,),), None),
        ((Stop("a", 0, -5, {}),), (day,), ((0,),), None),
        ((stop,), (Day(MONDAY, 900, 800),), ((0,),), None),
        ((stop,), (Day(MONDAY, 480, 1080, start=1),), ((0,),), None),
        ((stop,), (day,), ((0,),), Lunch(660, 700, 60)),
        (tuple(Stop(str(i), 0, 30, {}) for i in range(21)), (day,), ((0,),), None),
    ):
        with pytest.raises(ValueError, match=r"."):
            Problem(stops, days, travel, "UTC", lunch)
