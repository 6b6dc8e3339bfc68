"""Random plans: small ones of bare windows, and whole ones of real opening hours. The same seed, the same plan."""

from __future__ import annotations

import math
import random
from datetime import date, time, timedelta

from centres.hours import Period, Schedule, SpecialDay
from routes.planner.opening import Closure, openings
from routes.planner.problem import UNKNOWN_DAY, Day, Lock, Lunch, Problem, Stop, Window, nights

ZONES = ("Asia/Ho_Chi_Minh", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
MONDAY = date(2027, 2, 1)  # the Monday before Tết


def matrix(rng, size, reach=70):
    """Minutes between random points, not quite the same both ways."""
    points = [(rng.uniform(0, reach), rng.uniform(0, reach)) for _ in range(size)]
    return tuple(
        tuple(0 if a is b else math.ceil(math.dist(a, b) * 1.2 + rng.randint(0, 4)) for b in points) for a in points
    )


def _lunch(rng):
    earliest = rng.choice((660, 690, 720))
    return rng.choice((None, Lunch(earliest, earliest + rng.choice((60, 120, 180)), rng.choice((30, 45, 60)))))


def _days(rng, number, size):
    start, end = rng.choice(((None, None), (size, size), (size, size + 1), (size, None), (None, size)))
    return tuple(
        Day(MONDAY + timedelta(days=i), rng.choice((420, 480, 540)), rng.choice((720, 960, 1080, 1320)), a, b)
        for i, (a, b) in enumerate(nights(start, end, number))
    )


def _windows(rng):
    opens = rng.randrange(360, 720, 15)
    choices = (
        (),
        UNKNOWN_DAY,
        (Window(opens, opens + rng.randrange(30, 600, 15)),),
        (Window(opens, 690), Window(810, rng.randrange(840, 1320, 15))) if opens < 690 else (Window(780, 1080),),
        (Window(-300, 500), Window(1020, 1620)),
    )
    return rng.choices(choices, (1, 1, 5, 4, 1))[0]


def small(seed, most=7):
    """A plan of bare windows with up to `most` stops."""
    rng = random.Random(seed)
    size, number = rng.randint(1, most), rng.randint(1, 3)
    stops = []
    for i in range(size):
        lock = None
        if rng.random() < 0.12:
            lock = Lock(rng.randrange(number), rng.choice((None, 0, 1)))
        windows = {day: found for day in range(number) if (found := _windows(rng))}
        stops.append(Stop(f"s{i}", i, rng.randrange(0, 150, 10), windows, rng.random() < 0.3, lock))
    travel = matrix(rng, size + 2)
    return Problem(tuple(stops), _days(rng, number, size), travel, ZONES[0], _lunch(rng))


def _schedule(rng):
    days = [MONDAY + timedelta(days=i) for i in range(-1, 5)]
    periods = []
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        opens, closes = rng.choice(((7, 11), (8, 12), (8, 17), (13, 17), (9, 18), (18, 2), (17, 22), (14, 0)))
        weekdays = frozenset(rng.sample(range(7), rng.randint(3, 7)))
        months = rng.choice((frozenset(), frozenset(), frozenset({2}), frozenset({3, 4})))
        starts_on = rng.choice((None, None, None, *days))
        periods.append(Period(weekdays, time(opens, rng.choice((0, 20))), time(closes), months, starts_on))
    specials = [
        SpecialDay(day, closed=rng.random() < 0.5, opens=time(9), closes=time(rng.choice((11, 16, 1))))
        for day in rng.sample(days, rng.choice((0, 0, 1, 2)))
    ]
    return Schedule(tuple(periods), tuple(specials), rng.choice(ZONES), "VN")


def real(seed, most=20, days=3):
    """(plan, {key: (schedule, closures)}) of stops with real opening hours in several zones."""
    rng = random.Random(seed)
    size, number = rng.randint(1, most), rng.randint(1, days)
    plan_days = _days(rng, number, size)
    stops, facts = [], {}
    for i in range(size):
        schedule = _schedule(rng)
        closures = [Closure(MONDAY + timedelta(days=rng.randint(-1, 2)), MONDAY + timedelta(days=2))]
        closures = closures if rng.random() < 0.1 else []
        opening = openings(schedule, closures, [day.date for day in plan_days], ZONES[0])
        stops.append(
            Stop(
                f"s{i}",
                i,
                rng.randrange(10, 120, 10),
                opening.windows,
                rng.random() < 0.3,
                closed=opening.closed,
                zone=schedule.timezone,
            )
        )
        facts[f"s{i}"] = (schedule, closures)
    return Problem(tuple(stops), plan_days, matrix(rng, size + 2), ZONES[0], _lunch(rng)), facts


def typical(seed, size, number):
    """A plan as people make them: open by day, half with a midday break, one closed day a week, a base, a lunch."""
    rng = random.Random(seed)
    whole, split = (Window(480, 1020),), (Window(450, 690), Window(810, 1050))
    stops = []
    for i in range(size):
        hours = split if rng.random() < 0.5 else whole
        windows = {day: hours for day in range(number) if rng.random() > 0.15}
        stops.append(Stop(f"s{i}", i, rng.choice((30, 45, 60, 90)), windows, rng.random() < 0.2))
    days = tuple(Day(MONDAY + timedelta(days=i), 480, 1080, size, size) for i in range(number))
    return Problem(tuple(stops), days, matrix(rng, size + 1, reach=50), ZONES[0], Lunch(660, 840, 60))
