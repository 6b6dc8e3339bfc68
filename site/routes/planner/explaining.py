"""Why a stop is not in a plan, with both times. Data only; templates find the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routes.planner.laying import overrun, walk
from routes.planner.objective import Orders
from routes.planner.problem import Problem
from routes.planner.schedule import Clash, DayPlan, LeftOut, Reason
from routes.planner.timing import DayClock

ALONE = {
    Clash.ARRIVES_AFTER_CLOSING: Reason.CLOSES_FIRST,
    Clash.LEAVES_AFTER_CLOSING: Reason.CLOSES_FIRST,
    Clash.BACK_TOO_LATE: Reason.DAY_TOO_SHORT,
    Clash.NO_TIME_FOR_LUNCH: Reason.NO_LUNCH_LEFT,
}
TOGETHER = {
    Clash.ARRIVES_AFTER_CLOSING: Reason.CLOSES_BEFORE_ITS_TURN,
    Clash.LEAVES_AFTER_CLOSING: Reason.CLOSES_BEFORE_ITS_TURN,
    Clash.BACK_TOO_LATE: Reason.NO_TIME_LEFT,
    Clash.NO_TIME_FOR_LUNCH: Reason.NO_LUNCH_LEFT,
}


def explained(
    problem: Problem, day_clocks: Sequence[DayClock], orders: Orders, plans: Sequence[DayPlan]
) -> tuple[LeftOut, ...]:
    """The reason of every stop that the orders leave out, in the problem's order."""
    chosen = {stop for order in orders for stop in order}
    left = (stop for stop in range(len(problem.stops)) if stop not in chosen)
    return tuple(_reason(problem, day_clocks, orders, plans, stop) for stop in left)


def _reason(
    problem: Problem, day_clocks: Sequence[DayClock], orders: Orders, plans: Sequence[DayPlan], index: int
) -> LeftOut:
    stop = problem.stops[index]
    allowed = [clock for clock in day_clocks if stop.lock is None or stop.lock.day == clock.index]
    openings = {clock.index: clock.windows[index] for clock in allowed}
    if not any(openings.values()):
        return LeftOut(
            stop.key, Reason.CLOSED, closed=tuple(sorted((d, stop.closed[d]) for d in openings if d in stop.closed))
        )
    longest, day = max((w.closes - w.opens, -d) for d, windows in openings.items() for w in windows)
    if longest < stop.stay:
        return LeftOut(stop.key, Reason.STAY_TOO_LONG, -day, longest, stop.stay)
    opened = [clock for clock in allowed if openings[clock.index]]
    alone = min((_least(_walks(clock, (index,), None), stop.key) for clock in opened), key=overrun)
    if overrun(alone):
        return _told(alone, stop.key, ALONE)
    position = stop.lock.position if stop.lock else None
    if position is not None and all(position > len(orders[clock.index]) for clock in opened):
        return LeftOut(stop.key, Reason.PLACE_TAKEN, opened[0].index, limit=position)
    beside = min((_least(_with(clock, orders, plans, index), stop.key) for clock in opened), key=overrun)
    if not overrun(beside):
        return LeftOut(stop.key, Reason.NOT_CHOSEN, beside.day)
    others = orders[beside.day]
    told = _told(beside, stop.key, TOGETHER)
    only_must_sees = bool(others) and all(problem.stops[other].must_see for other in others)
    return LeftOut(told.key, told.reason, told.day, told.at, told.limit, told.other, for_must_sees=only_must_sees)


def _least(plans: Iterator[DayPlan], key: str) -> DayPlan:
    """The plan that comes nearest to being possible; among equals one that tells of the stop itself."""

    def misses(plan: DayPlan) -> tuple[int, int, int]:
        others = sum(bool(visit.conflicts) for visit in plan.visits if visit.key != key)
        return overrun(plan), others, plan.ends

    return min(plans, key=misses)


def _walks(clock: DayClock, order: tuple[int, ...], slots: Sequence[int] | None) -> Iterator[DayPlan]:
    """The order without lunch and with lunch in each of the slots (in any, without them)."""
    yield walk(clock, order, None)
    if clock.lunch:
        last = 2 * len(order) - (clock.day.end is None)
        yield from (walk(clock, order, slot) for slot in (range(last) if slots is None else slots) if slot < last)


def _with(clock: DayClock, orders: Orders, plans: Sequence[DayPlan], index: int) -> Iterator[DayPlan]:
    """The day with the stop put in anywhere that moves no other from where it is kept, lunch near where it was.

    Where there is no such place, anywhere.
    """
    order, plan = orders[clock.index], plans[clock.index]
    slots = None
    if plan.lunch_after is not None:
        slot = 2 * plan.lunch_after - (not plan.lunch_on_arrival)
        slots = range(max(0, slot - 1), slot + 4)
    bound = clock.positions[index]
    seats = range(len(order) + 1) if bound is None else (bound,)
    kept = max((seat + 1 for seat, other in enumerate(order) if clock.positions[other] is not None), default=0)
    for position in [seat for seat in seats if seat >= kept] or seats:
        yield from _walks(clock, (*order[:position], index, *order[position:]), slots)


def _told(plan: DayPlan, key: str, reasons: dict[Clash, Reason]) -> LeftOut:
    """The plan's first clash as the reason to leave the stop out."""
    for visit in plan.visits:
        for conflict in visit.conflicts:
            if visit.key == key:
                return LeftOut(key, reasons[conflict.kind], plan.day, conflict.at, conflict.limit)
            return LeftOut(key, Reason.ANOTHER_CLOSES, plan.day, conflict.at, conflict.limit, other=visit.key)
    conflict = plan.conflicts[0]
    return LeftOut(key, reasons[conflict.kind], plan.day, conflict.at, conflict.limit)
