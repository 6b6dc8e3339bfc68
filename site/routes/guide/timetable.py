"""The times of one day of a route in its given order, from the planner. Pure: no Django.

A route's day is like a plan's usual one: it begins at `EARLIEST` (where the night was spent, else at the first stop,
as soon as that opens), has a lunch, and should be over by `LATEST`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from centres.hours import Schedule
from routes.itinerary import Leg
from routes.planner.opening import openings
from routes.planner.planning import retimed
from routes.planner.problem import MOST_STOPS, Day, Problem, Stop
from routes.planner.schedule import Conflict, DayPlan
from routes.usual_day import EARLIEST, LATEST, LUNCH


@dataclass(frozen=True)
class Called:
    """A stop as its times need it; `leg` leads to it from the stop before, or from where the night was spent."""

    stay: int
    schedule: Schedule
    closures: tuple[Any, ...] = ()  # with `starts_on` and `ends_on`
    leg: Leg | None = None


@dataclass(frozen=True)
class Times:
    """When one is where, on one day. `instant` reads the plan's minutes."""

    problem: Problem
    plan: DayPlan

    def instant(self, minute: int, zone: str = "") -> datetime:
        """Return the aware instant of a minute of the day, in a zone of its own if given."""
        at = self.problem.instant(0, minute)
        return at.astimezone(ZoneInfo(zone)) if zone else at

    def conflicts(self, index: int) -> tuple[Conflict, ...]:
        """Return what is wrong with the visit of a stop."""
        return self.plan.visits[index].conflicts


def times_of(stops: Sequence[Called], day: date) -> Times | None:
    """Time a day's stops in order; None where a way is not known or there are more stops than a day's plan holds."""
    legs = [stop.leg for stop in stops if stop.leg is not None]
    if not stops or len(stops) > MOST_STOPS or not all(leg.known for leg in legs):
        return None
    from_night = stops[0].leg is not None
    problem = Problem(
        stops=tuple(_stop(index, stop, day, stops[0].schedule.timezone) for index, stop in enumerate(stops)),
        days=(Day(day, EARLIEST, LATEST, start=len(stops) if from_night else None),),
        travel=_travel(stops),
        zone=stops[0].schedule.timezone,
        lunch=LUNCH,
    )
    schedule = retimed(problem, [[stop.key for stop in problem.stops]])
    return Times(problem, schedule.days[0])


def _stop(index: int, stop: Called, day: date, zone: str) -> Stop:
    opening = openings(stop.schedule, stop.closures, [day], zone)
    return Stop(str(index), index, stop.stay, opening.windows, closed=opening.closed, zone=stop.schedule.timezone)


def _travel(stops: Sequence[Called]) -> tuple[tuple[int, ...], ...]:
    """The minutes from each stop to the next, and from the night's place (the last row) to the first."""
    size = len(stops) + 1
    table = [[0] * size for _ in range(size)]
    for index, stop in enumerate(stops):
        if stop.leg is not None:
            table[index - 1][index] = stop.leg.minutes  # -1, the last row, leads to the first stop
    return tuple(map(tuple, table))
