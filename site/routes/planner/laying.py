"""Writing one day's order out as visits with times; where it can't be kept, the times it would have and the clash."""

from __future__ import annotations

from dataclasses import dataclass, field

from routes.planner.problem import Window
from routes.planner.schedule import Clash, Conflict, DayPlan, Visit
from routes.planner.timing import DayClock

CLOSED_OVERRUN = 7 * 24 * 60  # minutes: worse than any lateness


@dataclass
class _Walk:
    """The traveller on the way: what has been done so far."""

    at: int
    visits: list[Visit] = field(default_factory=list)
    legs: list[int] = field(default_factory=list)
    lunch: tuple[int, int] | None = None


def laid_out(clock: DayClock, order: tuple[int, ...]) -> DayPlan:
    """The day's best plan in this order; when there is none without conflict, the one that misses least."""
    if (measured := clock.measure(order)) is not None:
        return walk(clock, order, measured.lunch_slot)
    slots = [None, *range(2 * len(order))] if clock.lunch else [None]
    return min((walk(clock, order, slot) for slot in slots), key=lambda plan: (overrun(plan), plan.ends))


def walk(clock: DayClock, order: tuple[int, ...], slot: int | None) -> DayPlan:
    """The day in this order with lunch in that slot (as in `timing.Measured`; one that is impossible is left out)."""
    if not order:
        return DayPlan(clock.index, (), clock.day.earliest, clock.day.earliest)
    leg = clock.legs_out[order[0]]
    begins, _, _ = _visit_from(clock, order[0], clock.day.earliest + leg)
    departs = begins - leg
    way = _Walk(departs)
    for position, stop in enumerate(order):
        leg = clock.legs[order[position - 1]][stop] if position else clock.legs_out[stop]
        if position or clock.day.start is not None:
            way.legs.append(leg)
        way.at += leg
        _call_at(clock, way, stop, lunch=slot == 2 * position and clock.eats(departs))
        if slot == 2 * position + 1 and clock.eats(departs):
            _have_lunch(clock, way)
    if clock.day.end is not None:
        way.legs.append(clock.legs_home[order[-1]])
        way.at += clock.legs_home[order[-1]]
    return _day_plan(clock, way, departs, slot if way.lunch else None)


def overrun(plan: DayPlan) -> int:
    """By how many minutes a day's plan breaks its limits in all; 0 for one that keeps them."""
    conflicts = [*plan.conflicts, *(conflict for visit in plan.visits for conflict in visit.conflicts)]
    return sum(CLOSED_OVERRUN if one.limit is None else max(1, one.at - one.limit) for one in conflicts)


def _have_lunch(clock: DayClock, way: _Walk) -> None:
    end = clock.lunch_end(way.at)
    if end is not None and clock.lunch is not None:
        way.lunch = (end - clock.lunch.minutes, end)
        way.at = end


def _call_at(clock: DayClock, way: _Walk, index: int, lunch: bool) -> None:
    stop, arrive, eating = clock.stops[index], way.at, 0
    if lunch:
        _have_lunch(clock, way)
        eating = way.lunch[1] - way.lunch[0] if way.lunch else 0
    start, window, conflict = _visit_from(clock, index, way.at)
    way.at = start + stop.stay
    known = window is None or window.known
    conflicts = (conflict,) if conflict else ()
    way.visits.append(Visit(stop.key, arrive, start - arrive - eating, start, way.at, known, conflicts))


def _visit_from(clock: DayClock, index: int, at: int) -> tuple[int, Window | None, Conflict | None]:
    """(start, opening, clash) of a visit by one who is there at `at`, wherever it may end."""
    stop, windows = clock.stops[index], clock.windows[index]
    for window in windows:
        if max(at, window.opens) + stop.stay <= window.closes:
            return max(at, window.opens), window, None
    if not windows:
        return at, None, Conflict(Clash.CLOSED_THAT_DAY, at, closed=stop.closed.get(clock.index))
    for window in windows:
        if at < window.closes:
            start = max(at, window.opens)
            return start, window, Conflict(Clash.LEAVES_AFTER_CLOSING, start + stop.stay, window.closes)
    closes = max(window.closes for window in windows)
    return at, None, Conflict(Clash.ARRIVES_AFTER_CLOSING, at, closes)


def _day_plan(clock: DayClock, way: _Walk, departs: int, slot: int | None) -> DayPlan:
    stays = sum(visit.leave - visit.start for visit in way.visits)
    eating = way.lunch[1] - way.lunch[0] if way.lunch else 0
    conflicts = []
    if way.at > clock.day.latest:
        conflicts.append(Conflict(Clash.BACK_TOO_LATE, way.at, clock.day.latest))
    if clock.lunch and clock.eats(departs) and not way.lunch and way.at > clock.lunch.latest:
        conflicts.append(Conflict(Clash.NO_TIME_FOR_LUNCH, way.at, clock.lunch.latest))
    return DayPlan(
        day=clock.index,
        visits=tuple(way.visits),
        departs=departs,
        ends=way.at,
        lunch=way.lunch,
        lunch_after=None if slot is None else (slot + 1) // 2,
        lunch_on_arrival=slot is not None and slot % 2 == 0,
        travel_minutes=sum(way.legs),
        waiting_minutes=way.at - departs - stays - eating - sum(way.legs),
        legs=tuple(way.legs),
        conflicts=tuple(conflicts),
    )
