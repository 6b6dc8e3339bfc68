"""A first plan of many stops by PyVRP (https://pyvrp.org): optional clients with prizes, one vehicle type a day.

PyVRP knows no lunch and no rule for when to set out, so its answer only says what goes with what; `improving` times it
by our own rules. A fixed seed and number of iterations: the same question has the same answer on any machine.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from pyvrp import Client, ClientGroup, Depot, Location, ProblemData, VehicleType, solve
from pyvrp.stop import MaxIterations

from routes.planner.objective import Orders
from routes.planner.problem import MIDNIGHT, MOST_STOPS, Problem
from routes.planner.timing import DayClock

SEED, ITERATIONS = 2026, 150
DAY = 3 * MIDNIGHT  # days can't meet on PyVRP's one axis: a plan's day is over by its second midnight
STOP_PRIZE = 1_500  # minutes: more than a stop can cost on a day
MUST_SEE_PRIZE = MOST_STOPS * STOP_PRIZE


def first_orders(problem: Problem, day_clocks: list[DayClock]) -> Orders:
    """Orders that PyVRP finds good; to be timed and put right by our own rules."""
    clients, groups, stops = _clients(problem, day_clocks)
    if not clients:
        return ((),) * len(day_clocks)
    data = _data(problem, day_clocks, clients, groups)
    best = solve(data, MaxIterations(ITERATIONS), seed=SEED, collect_stats=False, display=False).best
    orders: list[tuple[int, ...]] = [()] * len(day_clocks)
    for route in best.routes():
        orders[route.vehicle_type()] = tuple(stops[activity.idx] for activity in route if activity.is_client())
    return tuple(orders)


def _clients(problem: Problem, day_clocks: list[DayClock]) -> tuple[list[Client], list[ClientGroup], list[int]]:
    """A client for each opening of each stop on each day, those of one stop in a group of which one is visited."""
    clients: list[Client] = []
    groups: list[ClientGroup] = []
    stops: list[int] = []
    for index, stop in enumerate(problem.stops):
        spans = [
            (clock.index * DAY + a, clock.index * DAY + b) for clock in day_clocks for a, b in clock.openings[index]
        ]
        group = len(groups) if len(spans) > 1 else None
        if group is not None:
            groups.append(ClientGroup(list(range(len(clients), len(clients) + len(spans))), required=False))
        prize = stop.stay + (MUST_SEE_PRIZE if stop.must_see else STOP_PRIZE)
        clients += [
            Client(
                stop.place, service_duration=stop.stay, tw_early=a, tw_late=b, prize=prize, required=False, group=group
            )
            for a, b in spans
        ]
        stops += [index] * len(spans)
    return clients, groups, stops


def _data(
    problem: Problem, day_clocks: list[DayClock], clients: list[Client], groups: list[ClientGroup]
) -> ProblemData:
    size = len(problem.travel)
    durations: Any = np.zeros(
        (size + 1, size + 1), dtype=np.int64
    )  # the last place is “anywhere”: no way to it or from it
    durations[:size, :size] = np.array(problem.travel, dtype=np.int64).reshape(size, size)
    np.fill_diagonal(durations, 0)
    ends = [
        (size if c.day.start is None else c.day.start, size if c.day.end is None else c.day.end) for c in day_clocks
    ]
    places = sorted({place for pair in ends for place in pair})
    lunch = problem.lunch.minutes if problem.lunch else 0
    vehicles = [
        VehicleType(
            start_depot=places.index(start),
            end_depot=places.index(end),
            tw_early=clock.index * DAY + clock.day.earliest,
            tw_late=clock.index * DAY + clock.day.latest,
            shift_duration=max(0, clock.day.latest - clock.day.earliest - lunch),
            unit_distance_cost=0,
            unit_duration_cost=1,
        )
        for clock, (start, end) in zip(day_clocks, ends, strict=True)
    ]
    return ProblemData(
        [Location(0, 0)] * (size + 1),
        clients,
        [Depot(place) for place in places],
        vehicles,
        [np.zeros_like(durations)],
        [durations],
        groups,
    )
