"""A plan with everything that follows from it: places, times, what is left out. Words are found elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.cache import cache

from core import clock
from routes.planner.exact import EXACT_UP_TO
from routes.planner.planning import planned, retimed
from routes.planner.problem import Problem
from routes.planner.schedule import Schedule
from routes.travel.estimate import Table
from routes.travelling import Roads
from routes.trips import spots
from routes.trips.framing import Frame, framed, order_of, problem_of
from routes.trips.link import Flaw
from routes.trips.plan import BACK, OPEN_END, Plan
from routes.trips.reading import Gone, places_of
from routes.usual_day import next_saturday

KEPT = 3600  # seconds that the answer to a problem is kept


@dataclass(frozen=True)
class Trip:
    """A plan that has its date. Without a stop that can be planned there is neither problem nor schedule."""

    plan: Plan
    places: dict[str, Any]
    zone: str
    today: date
    roads: Roads
    gone: tuple[Gone, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    lost_spots: tuple[str, ...] = ()
    start: spots.Spot | None = None
    end: spots.Spot | None = None
    frame: Frame = field(default_factory=lambda: Frame((), (), None, None))
    table: Table = ()
    fell_back: bool = False
    problem: Problem | None = None
    schedule: Schedule | None = None

    @property
    def unplaced(self) -> list[str]:
        """Return the codes of stops that lie nowhere on the map, so that no way to them can be told."""
        return [code for code in self.plan.codes if self.places[code].point is None]

    @property
    def is_based(self) -> bool:
        """Tell whether every night is spent at the start, so that all ways are counted."""
        return self.plan.days == 1 or (self.start is not None and self.plan.end in (BACK, self.plan.start))

    @property
    def first_day(self) -> date:
        """Return the date of the plan's first day."""
        return self.plan.date or next_saturday(self.today)

    @property
    def is_past(self) -> bool:
        """Tell whether the plan's first day is over."""
        return self.first_day < self.today


def trip_of(plan: Plan, flaws: Sequence[Flaw] = ()) -> Trip:
    """Work out a plan with all its times."""
    return timed(looked_up(plan, flaws))


def looked_up(plan: Plan, flaws: Sequence[Flaw] = ()) -> Trip:
    """Read the places of a plan, no times yet; the date it lacks is next Saturday's where it starts."""
    found = places_of([*plan.codes, *spots.spot_codes(plan)])
    codes = set(plan.codes)
    start, end = _ends(plan, found.places)
    lost = tuple(
        key for key, spot in ((plan.start, start), (plan.end, end)) if spot is None and key not in ("", OPEN_END)
    )
    places = {code: place for code, place in found.places.items() if code in codes}
    shown = _without(plan, codes - places.keys())
    zone = _zone(shown, places, start)
    today = clock.today(zone)
    shown = shown if shown.date else replace(shown, date=next_saturday(today))
    gone = tuple(one for one in found.gone if one.code in codes)
    return Trip(shown.tidied(), places, zone, today, Roads(plan.mode), gone, tuple(flaws), lost, start, end)


def same_weekday(day: date, today: date) -> date:
    """Return the first day from tomorrow that is the same day of the week."""
    return today + timedelta(days=(day.weekday() - today.weekday() - 1) % 7 + 1)


def _ends(plan: Plan, places: dict[str, Any]) -> tuple[spots.Spot | None, spots.Spot | None]:
    start = spots.spot(plan.start, places) if plan.start else None
    if plan.end == OPEN_END:
        return start, None
    return start, spots.spot(plan.end, places) if plan.end else start


def _without(plan: Plan, codes: set[str]) -> Plan:
    groups = tuple(tuple(stop for stop in group if stop.code not in codes) for group in plan.groups)
    return replace(plan, groups=groups)


def _zone(plan: Plan, places: dict[str, Any], start: spots.Spot | None) -> str:
    """Return the zone of the start, else of the first stop: by its code where the order of a link means nothing."""
    if start is not None and start.zone:
        return start.zone
    codes = plan.codes if plan.own_order else sorted(plan.codes)
    first = next((places[code] for code in codes), None)
    return first.zone if first is not None else settings.TIME_ZONE


def timed(trip: Trip) -> Trip:
    """Return the trip with ways and times; as it is when no stop can be planned."""
    frame = framed(trip.plan, trip.places, trip.start, trip.end)
    if not frame.codes:
        return trip
    travels = trip.roads.travels(frame.points)
    problem = problem_of(trip.plan, trip.places, frame, travels.table, trip.zone)
    order = order_of(trip.plan, frame.codes)
    schedule = retimed(problem, order) if trip.plan.own_order else _best(problem)
    return replace(
        trip, frame=frame, table=travels.table, fell_back=travels.fell_back, problem=problem, schedule=schedule
    )


def _best(problem: Problem) -> Schedule:
    """Return the best plan; one that took long to find is kept for the files and the booklet that follow."""
    if len(problem.stops) <= EXACT_UP_TO:
        return planned(problem)
    key = f"trip-{hashlib.sha256(repr(problem).encode()).hexdigest()}"
    kept = cache.get(key)
    if isinstance(kept, Schedule):
        return kept
    schedule = planned(problem)
    cache.set(key, schedule, KEPT)
    return schedule
