"""A plan and its places → the planner's problem. Pure but for reading the places given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from centres.models import Centre
from core.fields import months_of
from places.closures import closures_of
from routes.doors import schedule_of_place
from routes.planner.opening import Closure, Opening, openings
from routes.planner.problem import LONGEST_LEG, MIDNIGHT, Day, Lock, Problem, Stop, Window, nights
from routes.stays import default_stay
from routes.travel.estimate import Point, Table
from routes.trips.plan import MOST_EXPERIENCES, OPEN_END, Keep, Plan, PlanStop
from routes.trips.spots import Spot
from routes.usual_day import LUNCH

NEVER = 2 * LONGEST_LEG  # minutes: later than any arrival


@dataclass(frozen=True)
class Frame:
    """Where the rows of the travel matrix lie: a plan's stops in order of their codes, then start and end."""

    codes: tuple[str, ...]
    points: tuple[Point, ...]
    start: int | None
    end: int | None


def framed(plan: Plan, places: Mapping[str, Any], start: Spot | None, end: Spot | None) -> Frame:
    """Return the rows of all stops that have a point, and of both ends. The order of a link means nothing here."""
    codes = tuple(sorted(code for code in plan.codes if code in places and places[code].point))
    points = [places[code].point for code in codes]
    rows = [_row(spot, points) for spot in (start, end)]
    return Frame(codes, tuple(points), *rows)


def _row(spot: Spot | None, points: list[Point]) -> int | None:
    """Return the row of a start or an end, adding it unless a point lies there already."""
    if spot is None:
        return None
    if spot.point not in points:
        points.append(spot.point)
    return points.index(spot.point)


def dates_of(plan: Plan, first: date) -> list[date]:
    """Return the dates of a plan's days."""
    return [first + timedelta(days=number) for number in range(plan.days)]


def problem_of(plan: Plan, places: Mapping[str, Any], frame: Frame, table: Table, zone: str) -> Problem:
    """Return the problem of a plan with a date. Stops come in the order of their codes, however a link has them."""
    assert plan.date is not None
    dates = dates_of(plan, plan.date)
    located = {stop.code: (day, stop) for day, _, stop in plan.located()}
    positions = _positions(plan, frame.codes)
    ends = nights(frame.start, frame.end, plan.days) if plan.end != OPEN_END else _open_ends(frame.start, plan.days)
    return Problem(
        stops=tuple(
            _stop(row, places[code], *located[code], positions[code], dates, zone)
            for row, code in enumerate(frame.codes)
        ),
        days=tuple(
            Day(day, plan.earliest, plan.latest, first, last) for day, (first, last) in zip(dates, ends, strict=True)
        ),
        travel=tuple(tuple(leg.minutes for leg in row) for row in table),
        zone=zone,
        lunch=LUNCH if plan.lunch else None,
    )


def order_of(plan: Plan, codes: Sequence[str]) -> list[list[str]]:
    """Return the visitor's own order: the codes that can be planned, by day."""
    groups = [[stop.code for stop in group if stop.code in codes] for group in plan.groups]
    return groups + [[] for _ in range(plan.days - len(groups))]


def stay_of(stop: PlanStop, place: Any) -> int:
    """Return the minutes of a stay: of the experience, as chosen, or as usual."""
    tried = chosen_experience(stop, place)
    if tried is not None and tried.minutes:
        return min(int(tried.minutes), MIDNIGHT)
    return stop.stay or default_stay(place)


def experiences_of(place: Any) -> list[tuple[int, Any]]:
    """Return what one can try at a place, each with its number in links: by key, so that hiding one moves no other."""
    ordered = sorted(place.experiences.all(), key=lambda experience: experience.pk)
    return [(number, one) for number, one in enumerate(ordered[:MOST_EXPERIENCES], start=1) if one.live]


def chosen_experience(stop: PlanStop, place: Any) -> Any:
    """Return the experience that a visitor wants to try; None when there is none, or it is no longer offered."""
    return dict(experiences_of(place)).get(stop.experience or 0)


def is_in_season(experience: Any, day: date) -> bool:
    """Tell whether an experience is offered in the month of a day."""
    months = months_of(experience.months)
    return not months or day.month in months


def _open_ends(start: int | None, days: int) -> list[tuple[int | None, int | None]]:
    """Return the ends of days that begin at the start and end wherever the last stop is."""
    return [(start, None), *[(None, None)] * (days - 1)]


def _positions(plan: Plan, codes: Sequence[str]) -> dict[str, int]:
    """Return each stop's position among those of its day that can be planned."""
    return {code: position for group in order_of(plan, codes) for position, code in enumerate(group)}


def _stop(row: int, place: Any, day: int, stop: PlanStop, position: int, dates: Sequence[date], zone: str) -> Stop:
    opening = _opening(place, dates, zone)
    locks = {Keep.FREE: None, Keep.DAY: Lock(day), Keep.PLACE: Lock(day, position)}
    return Stop(
        key=stop.code,
        place=row,
        stay=stay_of(stop, place),
        windows=opening.windows,
        must_see=stop.must_see,
        lock=locks[stop.keep],
        closed=opening.closed,
        zone=place.zone,
    )


def _opening(place: Any, dates: Sequence[date], zone: str) -> Opening:
    """Return the openings of a place on the dates; a village has no door, so its hours are known: always."""
    closures = [Closure(closure.starts_on, closure.ends_on) for closure in closures_of(place)]
    opening = openings(schedule_of_place(place), closures, dates, zone)
    has_door = isinstance(place, Centre)
    windows = {
        day: tuple(_lasting(window, known=window.known or not has_door) for window in found)
        for day, found in opening.windows.items()
    }
    return Opening(windows, opening.closed)


def _lasting(window: Window, known: bool) -> Window:
    """Return a window that ends only where `openings` looks no further as one without an end: nobody closes there."""
    closes = NEVER if window.closes >= 2 * MIDNIGHT else window.closes
    return replace(window, closes=closes, known=known)
