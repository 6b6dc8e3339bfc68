"""Making orders possible and then better under our own rules, by small changes until none helps. Deterministic."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from routes.planner.exact import EXACT_UP_TO, best_order
from routes.planner.objective import Judge, Orders, Score
from routes.planner.problem import Problem
from routes.planner.timing import DayClock

LONGEST_CHAIN = 3  # stops that move together
SEED, ROUNDS, TAKEN_OUT = 2026, 6, 4


class Search(Judge):
    """A judge who also remembers the best order of a day's stops."""

    def __init__(self, problem: Problem, day_clocks: list[DayClock]) -> None:
        super().__init__(problem, day_clocks)
        self._best: dict[tuple[int, frozenset[int]], tuple[int, ...]] = {}

    def best_order(self, index: int, order: tuple[int, ...]) -> tuple[int, ...]:
        """A better order of the day's stops, if there is one, otherwise this one."""
        key = (index, frozenset(order))
        best = self._best.get(key) or best_order(self.clocks[index], sorted(order)) or order
        self._best[key] = best
        found, now = self.day(index, best), self.day(index, order)
        return best if found and now and found[:2] < now[:2] else order


def improved(problem: Problem, day_clocks: list[DayClock], first: Orders) -> Orders:
    """The best orders found from `first`, which needn't be possible themselves.

    From the best so far some stops are taken out, seeded, and all is put right again, a fixed number of times.
    """
    judge, rng = Search(problem, day_clocks), Random(SEED)
    best = _settled(judge, _possible(judge, first))
    best_score = _must(judge, best)
    for _ in range(ROUNDS):
        found = _settled(judge, _shaken(rng, judge, best))
        score = _must(judge, found)
        if score < best_score:
            best, best_score = found, score
    return _settled(judge, best, polish=True)


def _shaken(rng: Random, judge: Search, orders: Orders) -> Orders:
    """The orders without some stops, if they are still possible so."""
    chosen = [stop for order in orders for stop in order]
    out = set(rng.sample(chosen, min(TAKEN_OUT, len(chosen))))
    fewer = tuple(tuple(stop for stop in order if stop not in out) for order in orders)
    return _possible(judge, fewer)


def _settled(judge: Search, orders: Orders, polish: bool = False) -> Orders:
    """Orders that no single change makes better, nor, with `polish`, another order of a day of few stops."""
    score = _must(judge, orders)
    while True:
        found = _better(judge, orders, score)
        if found is None and polish:
            polished = _polished(judge, orders)
            found = None if polished == orders else (polished, _must(judge, polished))
        if found is None:
            return orders
        orders, score = found


def _must(judge: Search, orders: Orders) -> Score:
    score = judge.score(orders)
    if score is None:
        raise AssertionError("the orders were possible a moment ago")
    return score


def _possible(judge: Search, first: Orders) -> Orders:
    """As much of `first` as is possible, stop by stop in its order; those bound to a position are put in later."""
    orders: Orders = ((),) * len(judge.clocks)
    for index, order in enumerate(first):
        bound = judge.clocks[index].positions
        for stop in order:
            longer = (*orders[index], stop)
            if bound[stop] is None and judge.day(index, longer) is not None:
                orders = _with(orders, index, longer)
    return orders


def _better(judge: Search, orders: Orders, score: Score) -> tuple[Orders, Score] | None:
    """The first kind of change that helps, and of that kind the best one."""
    for kind in (_insertions, _moves, _swaps, _turns, _replacements, _rotations):
        best, best_score = orders, score
        for changed in kind(judge, orders):
            candidate = judge.seated(changed)
            candidate_score = judge.better(candidate, best_score)
            if candidate_score is not None:
                best, best_score = candidate, candidate_score
        if best_score < score:
            return best, best_score
    return None


def _with(orders: Orders, index: int, order: tuple[int, ...]) -> Orders:
    return (*orders[:index], order, *orders[index + 1 :])


def _left(judge: Search, orders: Orders) -> list[int]:
    chosen = {stop for order in orders for stop in order}
    return [stop for stop in range(len(judge.problem.stops)) if stop not in chosen]


def _placed(judge: Search, orders: Orders, chain: tuple[int, ...]) -> Iterator[Orders]:
    """The orders with the chain put in anywhere that its days allow."""
    for index, order in enumerate(orders):
        if all(judge.clocks[index].openings[stop] for stop in chain):
            for position in range(len(order) + 1):
                yield _with(orders, index, (*order[:position], *chain, *order[position:]))


def _insertions(judge: Search, orders: Orders) -> Iterator[Orders]:
    for stop in _left(judge, orders):
        yield from _placed(judge, orders, (stop,))


def _moves(judge: Search, orders: Orders) -> Iterator[Orders]:
    for index, order in enumerate(orders):
        for size in range(1, LONGEST_CHAIN + 1):
            for position in range(len(order) - size + 1):
                rest = _with(orders, index, order[:position] + order[position + size :])
                yield from _placed(judge, rest, order[position : position + size])


def _swaps(judge: Search, orders: Orders) -> Iterator[Orders]:
    seats = [(index, position) for index, order in enumerate(orders) for position in range(len(order))]
    for number, (a, i) in enumerate(seats):
        for b, j in seats[number + 1 :]:
            swapped = _seated(orders, a, i, orders[b][j])
            yield _seated(swapped, b, j, orders[a][i])


def _turns(judge: Search, orders: Orders) -> Iterator[Orders]:
    """A stretch of a day the other way round, and the rests of two days exchanged."""
    for index, order in enumerate(orders):
        for i in range(len(order)):
            for j in range(i + 2, len(order) + 1):
                yield _with(orders, index, order[:i] + order[i:j][::-1] + order[j:])
    for a, first in enumerate(orders):
        for b in range(a + 1, len(orders)):
            for i in range(len(first) + 1):
                for j in range(len(orders[b]) + 1):
                    yield _with(_with(orders, a, first[:i] + orders[b][j:]), b, orders[b][:j] + first[i:])


def _replacements(judge: Search, orders: Orders) -> Iterator[Orders]:
    """A stop that is left out for one that isn't: in its seat, or anywhere."""
    left = _left(judge, orders)
    for index, order in enumerate(orders):
        for position in range(len(order)):
            rest = _with(orders, index, order[:position] + order[position + 1 :])
            for stop in left:
                yield from _placed(judge, rest, (stop,))


def _rotations(judge: Search, orders: Orders) -> Iterator[Orders]:
    """A stop that is left out in a seat whose own stop goes elsewhere."""
    for stop in _left(judge, orders):
        for index, order in enumerate(orders):
            for position, moved in enumerate(order):
                seated = _seated(orders, index, position, stop)
                if judge.day(index, seated[index]) is not None:
                    yield from _placed(judge, seated, (moved,))


def _seated(orders: Orders, index: int, position: int, stop: int) -> Orders:
    order = orders[index]
    return _with(orders, index, (*order[:position], stop, *order[position + 1 :]))


def _polished(judge: Search, orders: Orders) -> Orders:
    """Each day of few stops in its best order of all."""
    return tuple(_best(judge, index, order) for index, order in enumerate(orders))


def _best(judge: Search, index: int, order: tuple[int, ...]) -> tuple[int, ...]:
    return judge.best_order(index, order) if 2 < len(order) <= EXACT_UP_TO else order
