"""The planner's front door: the best plan of a problem, or somebody's own order with its times. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence

from routes.planner.exact import EXACT_UP_TO, exact
from routes.planner.explaining import explained
from routes.planner.improving import improved
from routes.planner.laying import laid_out
from routes.planner.objective import Orders
from routes.planner.problem import Problem
from routes.planner.schedule import Schedule
from routes.planner.timing import DayClock, clocks
from routes.planner.vrp import first_orders


def planned(problem: Problem) -> Schedule:
    """The best plan: proven up to `EXACT_UP_TO` stops, found by search above. The same problem has the same answer."""
    day_clocks = clocks(problem)
    if len(problem.stops) <= EXACT_UP_TO:
        orders = exact(problem, day_clocks)
    else:
        orders = improved(problem, day_clocks, first_orders(problem, day_clocks))
    return _schedule(problem, day_clocks, orders)


def retimed(problem: Problem, days: Sequence[Sequence[str]]) -> Schedule:
    """The visitor's own order (keys by day) with its times: nothing is moved or dropped, conflicts are told.

    Locks don't count, the order is theirs. Stops that it doesn't name are left out. ValueError for keys that the
    problem doesn't have or that come twice, and for another number of days.
    """
    indexes = {stop.key: index for index, stop in enumerate(problem.stops)}
    named = [key for day in days for key in day]
    if len(days) != len(problem.days) or len(set(named)) < len(named) or not indexes.keys() >= set(named):
        raise ValueError("an order names stops of the plan once, by day")
    unlocked = problem.unlocked()
    return _schedule(unlocked, clocks(unlocked), tuple(tuple(indexes[key] for key in day) for day in days))


def _schedule(problem: Problem, day_clocks: Sequence[DayClock], orders: Orders) -> Schedule:
    plans = tuple(laid_out(clock, order) for clock, order in zip(day_clocks, orders, strict=True))
    return Schedule(plans, explained(problem, day_clocks, orders, plans))
