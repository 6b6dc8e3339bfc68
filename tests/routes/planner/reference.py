"""The planner's rules read a second time, by trying everything and stepping through minutes; nothing of its code."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations, product
from zoneinfo import ZoneInfo

NEVER = None


def first_start(stop, day_index, day, at):
    """The first minute from `at` at which the whole stay lies in one opening and in the day."""
    for minute in range(at, day.latest + 1):
        if minute + stop.stay > day.latest:
            return NEVER
        if any(w.opens <= minute and minute + stop.stay <= w.closes for w in stop.windows.get(day_index, ())):
            return minute
    return NEVER


def day_result(problem, day_index, order, slot, start=first_start):
    """(travelling and waiting, end) of one day's order with lunch in one place; None when it breaks a rule."""
    day, lunch = problem.days[day_index], problem.lunch
    out = 0 if day.start is None else problem.travel[day.start][order[0].place]
    begins = start(order[0], day_index, day, day.earliest + out)
    if begins is NEVER:
        return None
    departs = at = begins - out
    if slot is not None and not (lunch and departs < lunch.earliest):
        return None
    idle, eaten = 0, False
    for position, stop in enumerate(order):
        leg = problem.travel[order[position - 1].place][stop.place] if position else out
        at, idle = at + leg, idle + leg
        for moment in ("before", "after"):
            if moment == "after":
                starts = start(stop, day_index, day, at)
                if starts is NEVER:
                    return None
                idle += starts - at
                at = starts + stop.stay
            if slot == (moment, position):
                if moment == "after" and position == len(order) - 1 and day.end is None:
                    return None
                begin = max(at, lunch.earliest)
                if begin + lunch.minutes > lunch.latest:
                    return None
                idle, at, eaten = idle + begin - at, begin + lunch.minutes, True
    if day.end is not None:
        home = problem.travel[order[-1].place][day.end]
        at, idle = at + home, idle + home
    if at > day.latest or (lunch and departs < lunch.earliest and at > lunch.latest and not eaten):
        return None
    return idle, at


def best_score(problem):
    """The best score of all plans: must-sees, stops, minutes, ends (the first two negative)."""
    by_day = [_sets_of_day(problem, index) for index in range(len(problem.days))]
    best = (0, 0, 0, 0)
    for seats in product(range(len(problem.days) + 1), repeat=len(problem.stops)):
        sets = [frozenset(i for i, seat in enumerate(seats) if seat == index) for index in range(len(problem.days))]
        if all(chosen in days for chosen, days in zip(sets, by_day, strict=True)):
            results = [days[chosen] for chosen, days in zip(sets, by_day, strict=True)]
            stops = [problem.stops[i] for chosen in sets for i in chosen]
            sums = [sum(values) for values in zip(*results, strict=True)]
            best = min(best, (-sum(stop.must_see for stop in stops), -len(stops), *sums))
    return best


def _sets_of_day(problem, index):
    found = {frozenset(): (0, 0)}
    starts = {}

    def start(stop, day_index, day, at):
        if (stop.key, at) not in starts:
            starts[stop.key, at] = first_start(stop, day_index, day, at)
        return starts[stop.key, at]

    reachable = [
        i
        for i, stop in enumerate(problem.stops)
        if stop.windows.get(index) and (stop.lock is None or stop.lock.day == index)
    ]
    for size in range(1, len(reachable) + 1):
        slots = [None, *product(("before", "after"), range(size))] if problem.lunch else [None]
        for order in permutations(reachable, size):
            stops = [problem.stops[i] for i in order]
            if any(s.lock and s.lock.position not in (None, position) for position, s in enumerate(stops)):
                continue
            results = [day_result(problem, index, stops, slot, start) for slot in slots]
            if possible := [one for one in results if one is not None]:
                key = frozenset(order)
                found[key] = min(found.get(key, min(possible)), min(possible))
    return found


def word_at(schedule, closures, at):
    """ "open", "closed" or "unknown" at an aware instant, read from the periods and special days themselves."""
    local = at.astimezone(ZoneInfo(schedule.timezone))
    if any(c.starts_on <= local.date() and (c.ends_on is None or local.date() <= c.ends_on) for c in closures):
        return "closed"
    minute = local.hour * 60 + local.minute
    if _opened(schedule, local.date(), minute) or _opened(schedule, local.date() - timedelta(days=1), minute + 1440):
        return "open"
    known = schedule.periods or any(special.day == local.date() for special in schedule.special_days)
    return "closed" if known else "unknown"


def _opened(schedule, day, minute):
    specials = [special for special in schedule.special_days if special.day == day]
    if any(special.closed for special in specials):
        return False
    for row in specials or [p for p in schedule.periods if _applies(p, day)]:
        opens, closes = (one.hour * 60 + one.minute for one in (row.opens, row.closes))
        if opens <= minute < (closes if closes > opens else closes + 1440):
            return True
    return False


def _applies(period, day):
    if (period.starts_on and day < period.starts_on) or (period.ends_on and day > period.ends_on):
        return False
    return day.weekday() in period.weekdays and (not period.months or day.month in period.months)
