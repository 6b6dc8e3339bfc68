"""What makes one set of day orders better than another; the same for every solver."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._seen: list[dict[tuple[int, ...], Measured | None]] = [{} for _ in day_clocks]
        self._binding = any(position is not None for clock in day_clocks for position in clock.positions)

    def day(self, index: int, order: tuple[int, ...]) -> Measured | None:
        """The day's measure in this order."""
        seen = self._seen[index]
        if order not in seen:
            seen[order] = self.clocks[index].measure(order)
        return seen[order]

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


def _seated(clock: DayClock, order: tuple[int, ...]) -> tuple[int, ...]:
    bound = sorted((position, stop) for stop in order if (position := clock.positions[stop]) is not None)
    seated = [stop for stop in order if clock.positions[stop] is None]
    for position, stop in bound:
        seated.insert(position, stop)
    return tuple(seated)
