"""Opening hours: a minute-by-minute scan against an independent reference, and speed."""

from __future__ import annotations

import random
import time as clock
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.centres.schedules import (
    ALL_PAST,
    EMPTY_SEASON,
    HANOI,
    JAKARTA,
    JAYAPURA,
    MAKASSAR,
    NON_STOP,
    NON_STOP_8,
    at,
    on,
    per,
    plan,
    shut,
)

from centres.hours import (
    Period,
    Schedule,
    Shut,
    SpecialDay,
    changes_at,
    open_on,
    state,
    to_osm,
)

# Tết 2026 and 2027, Lebaran 2026, the turn of the year, a leap day, a plain week.
WEEKS = ("2026-02-16", "2027-02-01", "2026-03-16", "2026-12-28", "2028-02-28", "2026-11-23")


def is_shut(schedule: Schedule, day: date) -> bool:
    return any(row.starts_on <= day and (row.ends_on is None or day <= row.ends_on) for row in schedule.shut)


def openings(schedule: Schedule, day: date) -> list[tuple[datetime, datetime]]:
    """What opens on `day`, by the definition alone."""
    if is_shut(schedule, day):
        return []
    specials = [row for row in schedule.special_days if row.day == day]
    if any(row.closed for row in specials):
        return []
    rows = specials or [
        row
        for row in schedule.periods
        if day.weekday() in row.weekdays
        and (not row.months or day.month in row.months)
        and (row.starts_on is None or row.starts_on <= day)
        and (row.ends_on is None or day <= row.ends_on)
    ]
    edges = [(datetime.combine(day, row.opens), datetime.combine(day, row.closes)) for row in rows]
    return [(begins, ends if ends > begins else ends + timedelta(days=1)) for begins, ends in edges]


def random_schedule(chance: random.Random, monday: date) -> Schedule:
    def moment() -> time:
        return time(chance.randrange(24), chance.choice((0, 0, 15, 30, 59)))

    def near() -> date:
        return monday + timedelta(days=chance.randrange(-3, 11))

    def period() -> Period:
        edges = sorted((near(), near()))
        starts, ends = (edge if chance.random() < 0.3 else None for edge in edges)
        days = frozenset(chance.sample(range(7), chance.randint(1, 7)))
        months = frozenset(chance.sample(range(1, 13), chance.choice((0, 0, 3, 8))))
        return Period(days, moment(), moment(), months, starts, ends)

    specials = [SpecialDay(near(), chance.random() < 0.4, moment(), moment()) for _ in range(chance.choice((0, 1, 4)))]
    periods = [period() for _ in range(chance.choice((0, 1, 2, 4)))]
    edges = [sorted((near(), near())) for _ in range(chance.choice((0, 0, 1, 2)))]
    shut = tuple(Shut(first, last if chance.random() < 0.8 else None) for first, last in edges)
    zone = chance.choice((HANOI, JAKARTA, MAKASSAR, JAYAPURA))
    return Schedule(tuple(periods), tuple(specials), zone, "VN" if zone == HANOI else "ID", shut)


@pytest.mark.sampled(10)
@pytest.mark.parametrize("seed", range(500))
def test_every_minute_of_a_week_against_the_reference(seed):
    chance = random.Random(seed)
    monday = chance.choice([on(day) for day in WEEKS])
    schedule = random_schedule(chance, monday)
    start = datetime.combine(monday, time(), UTC) - timedelta(hours=7)
    local = start.astimezone(ZoneInfo(schedule.timezone)).replace(tzinfo=None)
    spans = [span for offset in range(-2, 9) for span in openings(schedule, monday + timedelta(days=offset))]
    special = {row.day for row in schedule.special_days}
    changes = dict(changes_at(schedule, start, days=7)) or {start: "unknown"}
    word = ""
    for minute in range(7 * 24 * 60):
        here, moment = local + timedelta(minutes=minute), start + timedelta(minutes=minute)
        word = changes.get(moment, word)
        known = "closed" if schedule.periods or here.date() in special else "unknown"
        is_open = any(begins <= here < ends for begins, ends in spans)
        expected = "closed" if is_shut(schedule, here.date()) else "open" if is_open else known
        assert word == expected, (to_osm(schedule), moment)
        if minute % 397 == 0:
            assert open_on(schedule, moment) is {"open": True, "closed": False, "unknown": None}[expected]


def test_seven_hundred_outlets_are_evaluated_in_a_moment():
    schedules = [plan(per("08:00", f"{15 + n % 7}:{n % 60:02d}"), shut("2026-11-24")) for n in range(700)]
    before = clock.perf_counter()
    for schedule in schedules:
        changes_at(schedule, at("2026-11-22T09:00"))
        state(schedule, at("2026-11-22T09:00"))
    assert clock.perf_counter() - before < 2


def test_what_never_changes_does_not_walk_to_the_year_9999():
    before = clock.perf_counter()
    for schedule in (NON_STOP_8, ALL_PAST, EMPTY_SEASON, NON_STOP):
        state(schedule, at("2026-11-22T09:00"))
    assert clock.perf_counter() - before < 0.5
