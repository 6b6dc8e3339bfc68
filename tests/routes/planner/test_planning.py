"""The best plan: equal to trying everything for few stops, never impossible for many, the same twice, quick."""

from __future__ import annotations

import dataclasses
import statistics
import time
from datetime import timedelta

import pytest
from tests.routes.planner import worlds
from tests.routes.planner.reference import best_score, day_result, word_at
from tests.sampling import FULL

from routes.planner.exact import exact
from routes.planner.objective import Judge
from routes.planner.planning import planned
from routes.planner.problem import Day, Lock, Problem, Stop, Window
from routes.planner.schedule import Reason
from routes.planner.timing import clocks

BLOCK = 10
SMALL, REAL, SEARCHED = (30, 100, 100) if FULL else (3, 3, 3)  # blocks of small and of real plans; plans


def score_of(problem, schedule):
    """The score of a schedule, from its own visits and days."""
    must_sees = {stop.key for stop in problem.stops if stop.must_see}
    visited = [visit.key for day in schedule.days for visit in day.visits]
    used = [day for day in schedule.days if day.visits]
    minutes = sum(day.travel_minutes + day.waiting_minutes for day in used)
    return (-len(must_sees.intersection(visited)), -len(visited), minutes, sum(day.ends for day in used))


@pytest.mark.parametrize("block", range(SMALL))
def test_few_stops_are_planned_as_well_as_by_trying_everything(block):
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        problem = worlds.small(seed)
        assert score_of(problem, planned(problem)) == best_score(problem), seed


@pytest.mark.parametrize("block", range(REAL))
def test_no_plan_visits_a_closed_place_or_breaks_the_day(block):
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        problem, facts = worlds.real(seed)
        schedule = planned(problem)
        visited = [visit.key for day in schedule.days for visit in day.visits]
        left = [one.key for one in schedule.left_out]
        assert sorted(visited + left) == sorted(stop.key for stop in problem.stops), seed
        for index, day in enumerate(schedule.days):
            assert_open(problem, facts, index, day, seed)
            assert_within(problem, index, day, seed)


def assert_open(problem, facts, index, day, seed):
    """Each minute of each visit, read from the periods themselves; unknown hours are flagged."""
    for visit in day.visits:
        schedule, closures = facts[visit.key]
        minutes = [problem.instant(index, minute) for minute in range(visit.start, visit.leave)]
        words = {word_at(schedule, closures, minute) for minute in minutes}
        assert "closed" not in words, (seed, visit)
        assert words == ({"open"} if visit.hours_known else {"unknown"}), (seed, visit)


def assert_within(problem, index, plan, seed):
    """The times follow from the order, by the reference's own reckoning, within the day and with lunch."""
    if not plan.visits:
        assert plan.travel_minutes == plan.waiting_minutes == 0
        return
    day, lunch = problem.days[index], problem.lunch
    stops = {stop.key: stop for stop in problem.stops}
    order = [stops[visit.key] for visit in plan.visits]
    assert day.earliest <= plan.departs <= plan.ends <= day.latest, seed
    assert not plan.conflicts, seed
    assert not any(visit.conflicts for visit in plan.visits), seed
    slot = None
    if plan.lunch:
        assert plan.lunch[1] - plan.lunch[0] == lunch.minutes, seed
        assert lunch.earliest <= plan.lunch[0], seed
        assert plan.lunch[1] <= lunch.latest, seed
        slot = ("before", plan.lunch_after) if plan.lunch_on_arrival else ("after", plan.lunch_after - 1)
        assert all(plan.lunch[1] <= v.start or plan.lunch[0] >= v.leave for v in plan.visits), seed
    for position, visit in enumerate(plan.visits):
        eating = lunch.minutes if slot == ("before", position) else 0
        assert visit.start == visit.arrive + visit.wait + eating, seed
        assert visit.wait >= 0, seed
    assert day_result(problem, index, order, slot) == (plan.travel_minutes + plan.waiting_minutes, plan.ends), seed
    assert all(a.leave <= b.arrive <= b.start for a, b in zip(plan.visits, plan.visits[1:], strict=False)), seed


@pytest.mark.parametrize("seed", range(SEARCHED))
def test_search_finds_the_stops_of_the_proven_best_and_loses_few_minutes(seed):
    problem = worlds.typical(seed, 9, 2)
    found = score_of(problem, planned(problem))
    day_clocks = clocks(problem)
    best = Judge(problem, day_clocks).score(exact(problem, day_clocks))
    assert found[:2] == best[:2]
    assert best[2] <= found[2] <= best[2] * 1.15


@pytest.mark.parametrize("problem", [worlds.small(3), worlds.typical(1, 14, 2)], ids=["exact", "searched"])
def test_the_same_problem_has_the_same_plan(problem):
    assert planned(problem) == planned(dataclasses.replace(problem))


@pytest.mark.parametrize("size", [0, 1, 12])
def test_nothing_open_leaves_everything_out(size):
    stops = tuple(Stop(str(i), i, 30, {}) for i in range(size))
    problem = Problem(stops, (Day(worlds.MONDAY, 480, 1080),), worlds.matrix(worlds.random.Random(1), size), "UTC")
    schedule = planned(problem)
    assert [one.reason for one in schedule.left_out] == [Reason.CLOSED] * size
    assert not schedule.days[0].visits


@pytest.mark.parametrize("size", [6, 10])
def test_locked_stops_keep_their_day_and_position(size):
    always = {0: (Window(0, 1440),), 1: (Window(0, 1440),)}
    locks = {1: Lock(1), 3: Lock(0, 0), 4: Lock(1, 1)}
    stops = tuple(Stop(f"s{i}", i, 20, always, lock=locks.get(i)) for i in range(size))
    days = tuple(Day(worlds.MONDAY + timedelta(days=i), 480, 1200) for i in range(2))
    schedule = planned(Problem(stops, days, worlds.matrix(worlds.random.Random(5), size), "UTC"))
    first, second = ([visit.key for visit in day.visits] for day in schedule.days)
    assert first[0] == "s3"
    assert second[1] == "s4"
    assert "s1" in second
    assert not schedule.left_out


@pytest.mark.scale
@pytest.mark.parametrize(("size", "days", "budget"), [(12, 1, 0.25), (12, 2, 0.25), (20, 3, 1.0)])
def test_plans_come_within_their_time(size, days, budget):
    problems = [worlds.typical(seed, size, days) for seed in range(9)]
    planned(problems[0])
    took = []
    for problem in problems:
        began = time.perf_counter()
        planned(problem)
        took.append(time.perf_counter() - began)
    assert statistics.median(took) <= budget, took
