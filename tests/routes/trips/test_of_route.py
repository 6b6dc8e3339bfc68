"""A route as a plan: places once, stays as a plan can say them, never more stops than it holds."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from routes.planner.problem import MOST_STOPS
from routes.trips.link import CODE
from routes.trips.of_route import with_route
from routes.trips.plan import Plan, PlanStop


def stop(code, minutes=None):
    return SimpleNamespace(place=SimpleNamespace(code=code), stay_minutes=minutes)


def codes(number):
    found = [f"{a}{b}2222" for a in "bcdfgh" for b in "bcdfgh"][:number]
    assert all(CODE.fullmatch(code) for code in found)
    return found


def test_days_stay_apart_and_a_place_comes_once():
    first, second = codes(2)
    plan = with_route(Plan(days=3), [[stop(first), stop("")], [stop(first)], [stop(second)]])
    assert plan == Plan(((PlanStop(first),), (PlanStop(second),)), days=3)


@pytest.mark.parametrize(("minutes", "stay"), [(None, None), (25, 20), (60, 60), (100, 105), (2000, 480)])
def test_a_stay_is_the_nearest_that_a_plan_can_say(minutes, stay):
    plan = with_route(Plan(), [[stop(*codes(1), minutes)]])
    assert plan.stops[0].stay == stay


def test_what_a_plan_cannot_hold_is_left():
    assert len(with_route(Plan(), [map(stop, codes(MOST_STOPS + 5))]).stops) == MOST_STOPS
