"""The best plan of a few stops, proven: every set and order of stops on every day. Pure: no Django.

For one departure, being somewhere earlier is never worse (no rule of `timing` rewards lateness), so of all orders of
the same stops with the same last one only those are followed up that no other beats in both departure and leaving.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from routes.planner.objective import Orders
from routes.planner.problem import Problem
from routes.planner.timing import DayClock

EXACT_UP_TO = 7  # stops; 2^n sets of them, and 3^n ways to part them between two days


class _Way(NamedTuple):
    departs: int
    leave: int
    lunched: bool
    order: tuple[int, ...]


class _Best(NamedTuple):
    cost: int
    ends: int
    order: tuple[int, ...]


Sets = dict[int, _Best]  # the best of each set of stops (bits) that fits into a day


def exact(problem: Problem, day_clocks: Sequence[DayClock]) -> Orders:
    """The best orders; among equals always the same ones."""
    stops = range(len(problem.stops))
    known: dict[tuple[object, ...], Sets] = {}
    table: dict[int, tuple[int, int, Orders]] = {0: (0, 0, ())}
    for clock in day_clocks:
        if clock.alike not in known:
            known[clock.alike] = best_of_sets(clock, stops)
        table = _with_day(table, known[clock.alike])
    must_sees = sum(1 << stop for stop in stops if problem.stops[stop].must_see)
    best = min(
        table, key=lambda chosen: (-(chosen & must_sees).bit_count(), -chosen.bit_count(), table[chosen][:2], chosen)
    )
    return table[best][2]


def best_order(clock: DayClock, stops: Sequence[int]) -> tuple[int, ...] | None:
    """The best order of exactly these stops on a day; None when they don't fit into it."""
    best = best_of_sets(clock, stops).get(sum(1 << stop for stop in stops))
    return best.order if best else None


def best_of_sets(clock: DayClock, stops: Sequence[int]) -> Sets:
    """For each set of the stops that fits into the day: its least cost and that order."""
    found: Sets = {0: _Best(0, 0, ())}
    layer: dict[tuple[int, int], list[_Way]] = {}
    for stop in stops:
        for way in _first_ways(clock, stop):
            _keep(clock, layer.setdefault((1 << stop, stop), []), way)
    while layer:
        following: dict[tuple[int, int], list[_Way]] = {}
        for (chosen, last), ways in layer.items():
            for way in ways:
                _finish(clock, found, chosen, last, way)
            for stop in stops:
                if not chosen >> stop & 1 and clock.possible(stop, chosen.bit_count()):
                    kept = following.setdefault((chosen | 1 << stop, stop), [])
                    for way in ways:
                        for longer in _next_ways(clock, way, last, stop):
                            _keep(clock, kept, longer)
        layer = {key: ways for key, ways in following.items() if ways}
    return found


def _first_ways(clock: DayClock, stop: int) -> Iterator[_Way]:
    begun = clock.begin(stop) if clock.possible(stop, 0) else None
    if begun is None:
        return
    departs, at = begun
    yield _Way(departs, at + clock.stays[stop], False, (stop,))
    if clock.eats(departs) and (leave := clock.leave(stop, clock.lunch_end(at))) is not None:
        yield _Way(departs, leave, True, (stop,))


def _next_ways(clock: DayClock, way: _Way, last: int, stop: int) -> Iterator[_Way]:
    leg = clock.legs[last][stop]
    arrivals: list[tuple[int | None, bool]] = [(way.leave + leg, way.lunched)]
    if not way.lunched and clock.eats(way.departs):
        ends = clock.lunch_end(way.leave)
        arrivals += [(None if ends is None else ends + leg, True), (clock.lunch_end(way.leave + leg), True)]
    for at, lunched in arrivals:
        if at is not None and (leave := clock.leave(stop, at)) is not None:
            yield _Way(way.departs, leave, lunched, (*way.order, stop))


def _keep(clock: DayClock, kept: list[_Way], way: _Way) -> None:
    """Add the way to those worth following, unless one is as good; drop those that it beats."""
    eats = clock.eats(way.departs)
    alike = [one for one in kept if one.lunched == way.lunched and clock.eats(one.departs) == eats]
    if any(one.departs >= way.departs and one.leave <= way.leave for one in alike):
        return
    beaten = [one for one in alike if one.departs <= way.departs and one.leave >= way.leave]
    kept[:] = [one for one in kept if one not in beaten] + [way]


def _finish(clock: DayClock, found: Sets, chosen: int, last: int, way: _Way) -> None:
    """Note the set's best day that ends with this way."""
    eats, stays = clock.eats(way.departs), sum(clock.stays[stop] for stop in way.order)
    leaves = [(way.leave, way.lunched)]
    if eats and not way.lunched and clock.day.end is not None and (end := clock.lunch_end(way.leave)) is not None:
        leaves.append((end, True))
    for leave, lunched in leaves:
        if (ends := clock.over(leave, lunched, eats, last)) is not None:
            lunch = clock.lunch.minutes if lunched and clock.lunch else 0
            best = _Best(ends - way.departs - stays - lunch, ends, way.order)
            if chosen not in found or best[:2] < found[chosen][:2]:
                found[chosen] = best


def _with_day(table: dict[int, tuple[int, int, Orders]], day: Sets) -> dict[int, tuple[int, int, Orders]]:
    """The best of each set over the days so far and one more; of equals the one that fills the earlier days."""
    longer: dict[int, tuple[int, int, Orders]] = {}
    for before, (cost, ends, orders) in table.items():
        for chosen, best in day.items():
            if not before & chosen:
                both = (cost + best.cost, ends + best.ends)
                if before | chosen not in longer or both <= longer[before | chosen][:2]:
                    longer[before | chosen] = (*both, (*orders, best.order))
    return longer
