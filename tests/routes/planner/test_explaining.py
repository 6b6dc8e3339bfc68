"""What a plan tells of stops left out and of an order that can't be kept: always both times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.routes.planner.worlds import MONDAY

from routes.planner.planning import planned, retimed
from routes.planner.problem import Closed, ClosedBy, Day, Lock, Lunch, Problem, Stop, Window
from routes.planner.schedule import Clash, Conflict, LeftOut, Reason

ALWAYS = {0: (Window(0, 1440),)}


def problem(*stops, day=(480, 1080), days=1, leg=60, lunch=None):
    """Stops an hour from each other and from the base, in their order."""
    size = len(stops)
    travel = tuple(tuple(0 if a == b else leg for b in range(size + 1)) for a in range(size + 1))
    dates = tuple(Day(MONDAY + timedelta(days=i), *day, size, size) for i in range(days))
    return Problem(tuple(stops), dates, travel, "Asia/Ho_Chi_Minh", lunch)


def left(plan):
    """The one stop that is left out."""
    (one,) = planned(plan).left_out
    return one


def test_closed_on_all_days_names_what_shuts_it():
    closed = {0: Closed(ClosedBy.NOTICE, date(2027, 3, 1)), 1: Closed(ClosedBy.HOURS)}
    assert left(problem(Stop("a", 0, 60, {}, closed=closed), days=2)) == LeftOut(
        "a", Reason.CLOSED, closed=((0, closed[0]), (1, closed[1]))
    )


@pytest.mark.parametrize(
    ("window", "stay", "expected"),
    [
        (Window(480, 535), 30, LeftOut("a", Reason.CLOSES_FIRST, 0, 540, 535)),  # arrives 9:00, closes 8:55
        (Window(480, 560), 30, LeftOut("a", Reason.CLOSES_FIRST, 0, 570, 560)),  # leaves 9:30, closes 9:20
        (Window(900, 945), 60, LeftOut("a", Reason.STAY_TOO_LONG, 0, 45, 60)),
        (Window(1020, 1200), 60, LeftOut("a", Reason.DAY_TOO_SHORT, 0, 1140, 1080)),  # back 19:00, day ends 18:00
    ],
)
def test_a_stop_impossible_even_alone(window, stay, expected):
    assert left(problem(Stop("a", 0, stay, {0: (window,)}))) == expected


def test_a_morning_market_that_is_over_before_one_sets_out_is_missed_not_closed():
    market = problem(Stop("market", 0, 30, {0: (Window(-1200, -1020), Window(240, 420), Window(1680, 1860))}))
    assert left(market) == LeftOut("market", Reason.CLOSES_FIRST, 0, 540, 420)  # there at 9:00, it closes at 7:00
    visit = retimed(market, [["market"]]).days[0].visits[0]
    assert visit.conflicts == (Conflict(Clash.ARRIVES_AFTER_CLOSING, 540, 420),)


def test_what_was_open_the_night_before_and_not_that_day_is_closed():
    closed = {0: Closed(ClosedBy.HOURS)}
    bar = problem(Stop("bar", 0, 30, {0: (Window(-360, 120),)}, closed=closed))
    assert left(bar) == LeftOut("bar", Reason.CLOSED, closed=((0, closed[0]),))


def test_beside_a_stop_that_is_kept_at_its_place_the_times_are_told_too():
    first = Stop("first", 0, 120, {0: (Window(480, 720),)}, must_see=True, lock=Lock(0, 0))
    told = left(problem(first, Stop("second", 1, 60, {0: (Window(480, 719),)}), leg=60))
    assert told == LeftOut("second", Reason.CLOSES_BEFORE_ITS_TURN, 0, 720, 719, for_must_sees=True)


@pytest.mark.parametrize("must_see", [True, False])
def test_the_others_take_its_time(must_see):
    others = [Stop(f"m{i}", i, 120, ALWAYS, must_see=must_see) for i in range(2)]
    told = LeftOut("c", Reason.NO_TIME_LEFT, 0, 1081, 1080, for_must_sees=must_see)  # back 18:01, day ends 18:00
    last = Stop("c", 2, 121, ALWAYS, must_see=False)
    assert planned(problem(*others, Stop("c", 2, 120, ALWAYS))).left_out == ()
    assert left(problem(*others, last)) == told


def test_it_closes_before_its_turn():
    early = {0: (Window(480, 600),)}
    assert left(problem(Stop("a", 0, 60, early, must_see=True), Stop("b", 1, 60, early))) == LeftOut(
        "b", Reason.CLOSES_BEFORE_ITS_TURN, 0, 660, 600, for_must_sees=True
    )


def test_another_would_be_missed():
    must = Stop("a", 0, 60, {0: (Window(540, 700),)}, must_see=True)
    told = left(problem(must, Stop("b", 1, 60, {0: (Window(540, 601),)}), leg=60))
    assert (told.reason, told.other, told.at, told.limit) == (Reason.ANOTHER_CLOSES, "a", 720, 700)


def test_a_locked_position_that_is_never_reached():
    assert left(problem(Stop("a", 0, 60, ALWAYS, lock=Lock(0, 2)))) == LeftOut("a", Reason.PLACE_TAKEN, 0, limit=2)


def test_an_order_of_ones_own_is_timed_and_its_conflicts_told():
    plan = problem(
        Stop("a", 0, 300, ALWAYS),
        Stop("b", 1, 60, {0: (Window(480, 840),)}),
        Stop("c", 2, 60, {}, closed={0: Closed(ClosedBy.SPECIAL_DAY)}),
        Stop("d", 3, 60, ALWAYS),
    )
    schedule = retimed(plan, [["a", "b", "c"]])
    visits = schedule.days[0].visits
    assert [visit.key for visit in visits] == ["a", "b", "c"]
    assert [visit.start for visit in visits] == [540, 900, 1020]
    assert visits[1].conflicts == (Conflict(Clash.ARRIVES_AFTER_CLOSING, 900, 840),)
    assert visits[2].conflicts == (Conflict(Clash.CLOSED_THAT_DAY, 1020, closed=Closed(ClosedBy.SPECIAL_DAY)),)
    assert schedule.days[0].conflicts == (Conflict(Clash.BACK_TOO_LATE, 1140, 1080),)
    assert [one.key for one in schedule.left_out] == ["d"]


def test_an_order_of_ones_own_leaves_after_closing_or_without_lunch():
    plan = problem(Stop("a", 0, 400, {0: (Window(480, 900),)}), lunch=Lunch(660, 840, 60))
    day = retimed(plan, [["a"]]).days[0]
    assert day.visits[0].conflicts == (Conflict(Clash.LEAVES_AFTER_CLOSING, 940, 900),)
    assert [one.kind for one in day.conflicts] == [Clash.NO_TIME_FOR_LUNCH]


NIGHT_MARKET = {0: (Window(-360, 60), Window(1080, 1500))}  # 18:00 to 1:00
MUSEUM = {0: (Window(480, 690), Window(810, 1020), Window(1920, 2130), Window(2250, 2460))}  # and tomorrow


def test_nobody_waits_for_the_next_morning():
    plan = problem(Stop("market", 0, 60, NIGHT_MARKET), Stop("museum", 1, 60, MUSEUM))
    market, museum = retimed(plan, [["market", "museum"]]).days[0].visits
    assert (market.start, market.conflicts) == (1080, ())
    assert (museum.start, museum.wait) == (1200, 0)
    assert museum.conflicts == (Conflict(Clash.ARRIVES_AFTER_CLOSING, 1200, 1020),)


@pytest.mark.parametrize(
    ("stay", "conflicts"), [(180, ()), (181, (Conflict(Clash.LEAVES_AFTER_CLOSING, 1501, 1500),))]
)
def test_one_may_stay_where_it_is_open_past_midnight(stay, conflicts):
    plan = problem(Stop("dinner", 0, 180, {0: (Window(1080, 1500),)}), Stop("market", 1, stay, NIGHT_MARKET))
    visit = retimed(plan, [["dinner", "market"]]).days[0].visits[1]
    assert (visit.start, visit.conflicts) == (1320, conflicts)


def test_what_opens_the_next_morning_is_closed_today():
    closed = {0: Closed(ClosedBy.HOURS)}
    plan = problem(Stop("museum", 0, 60, {0: MUSEUM[0][2:]}, closed=closed), day=(480, 1440))
    visit = retimed(plan, [["museum"]]).days[0].visits[0]
    assert visit.conflicts == (Conflict(Clash.CLOSED_THAT_DAY, 540, closed=closed[0]),)
    assert left(plan) == LeftOut("museum", Reason.CLOSED, closed=((0, closed[0]),))


def test_the_best_order_is_timed_as_it_was_planned():
    plan = problem(*(Stop(f"s{i}", i, 45, {0: (Window(480, 1020),)}) for i in range(5)), lunch=Lunch(660, 840, 60))
    best = planned(plan)
    assert retimed(plan, [[visit.key for visit in best.days[0].visits]]).days == best.days


def test_locks_do_not_bind_an_order_of_ones_own():
    plan = problem(Stop("a", 0, 60, ALWAYS, lock=Lock(0, 1)), Stop("b", 1, 60, ALWAYS))
    assert not retimed(plan, [["a", "b"]]).days[0].conflicts


@pytest.mark.parametrize("days", [[["a", "a"]], [["x"]], [["a"], []], []])
def test_an_order_of_other_stops_or_days_is_refused(days):
    with pytest.raises(ValueError, match="once, by day"):
        retimed(problem(Stop("a", 0, 60, ALWAYS)), days)
