"""What makes one set of day orders better than another; the same for every solver."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from routes.planner.problem import Problem
from routes.planner.timing import DayClock, Measured

Orders = tuple[tuple[int, ...], ...]  # stops by day, as indexes of the problem's
Score = tuple[int, int, int, int]  # smaller is better


def score(problem: Problem, chosen: Sequence[int], measured: Sequence[Measured]) -> Score:
    """Most must-sees, then most stops, then the fewest minutes of travelling and waiting, then the earliest ends."""
    must_sees = sum(problem.stops[stop].must_see for stop in chosen)
    return (-must_sees, -len(chosen), sum(day.cost for day in measured), sum(day.ends for day in measured))


class Judge:
    """Scores orders, remembering the days it has seen."""

    def __init__(self, problem: Problem, day_clocks: Sequence[DayClock]) -> None:
        self.problem = problem
        self.clocks = day_clocks
        by_kind: dict[tuple[object, ...], dict[tuple[int, ...], Measured | None]] = {}
        self._seen = [by_kind.setdefault(clock.alike, {}) for clock in day_clocks]
        self._must_see = [stop.must_see for stop in problem.stops]
        self._binding = any(position is not None for clock in day_clocks for position in clock.positions)

    def day(self, index: int, order: tuple[int, ...]) -> Measured | None:
        """The day's measure in this order."""
        seen = self._seen[index]
        try:
            return seen[order]
        except KeyError:
            seen[order] = measured = self.clocks[index].measure(order)
            return measured

    def seated(self, orders: Orders) -> Orders:
        """The orders with each stop that is locked to a position of its day back on it, the others closing up."""
        if not self._binding:
            return orders
        return tuple(_seated(clock, order) for clock, order in zip(self.clocks, orders, strict=True))

    def score(self, orders: Orders) -> Score | None:
        """The score of all days together; None when one of them isn't possible."""
        measured = [self.day(index, order) for index, order in enumerate(orders)]
        possible = [one for one in measured if one is not None]
        if len(possible) < len(measured):
            return None
        return score(self.problem, [stop for order in orders for stop in order], possible)

    def better(self, orders: Orders, than: Score) -> Score | None:
        """The score of orders that beat the other one; None when they don't, told without timing where possible."""
        stops = [stop for order in orders for stop in order]
        value = (-sum(map(self._must_see.__getitem__, stops)), -len(stops))
        if value > than[:2]:
            return None
        if value == than[:2] and sum(map(self._travel, range(len(orders)), orders)) > than[2]:
            return None
        found = self.score(orders)
        return found if found is not None and found < than else None

    def _travel(self, index: int, order: tuple[int, ...]) -> int:
        """The day's travelling minutes: no timing costs less."""
        if not order:
            return 0
        clock = self.clocks[index]
        legs = clock.legs
        return clock.legs_out[order[0]] + sum(legs[a][b] for a, b in pairwise(order)) + clock.legs_home[order[-1]]


def _seated(clock: DayClock, order: tuple[int, ...]) -> tuple[int, ...]:
    bound = sorted((position, stop) for stop in order if (position := clock.positions[stop]) is not None)
    seated = [stop for stop in order if clock.positions[stop] is None]
    for position, stop in bound:
        seated.insert(position, stop)
    return tuple(seated)
