"""A trip as a journey (`routes.itinerary`): what files, the booklet and the page's own days are made from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import languages, sections
from core.marked import ended, joined, marked_label, sentence
from routes.clashes import clash_words
from routes.doors import Door, Known, door_on
from routes.itinerary import Day, End, Itinerary, Leg, Point, Stop
from routes.kinds import kind_words
from routes.modes import MODES
from routes.planner.problem import Problem
from routes.planner.schedule import Clash, Conflict, DayPlan, LeftOut, Reason, Visit
from routes.trips.framing import chosen_experience, is_in_season, stay_of
from routes.trips.link import read, written
from routes.trips.plan import PlanStop
from routes.trips.reasons import reason_words
from routes.trips.trip import Trip, trip_of
from routes.wording import Clock, clock_of

SECTION = "plan"


def trip_itinerary(request: HttpRequest) -> Itinerary | None:
    """Return the journey of the plan in the request's query, in the reader's language; None without a stop in it."""
    reading = read(request.GET)
    if not reading.plan.stops:
        return None
    return itinerary_of(trip_of(reading.plan, reading.flaws))


def plan_path(query: str = "", language: str = "") -> str:
    """Return the path of the plan page, with a plan."""
    path = sections.url(SECTION, language or languages.active())
    return f"{path}?{query}" if query else path


def itinerary_of(trip: Trip) -> Itinerary | None:
    """Return the journey of a trip; None when nothing is visited.

    What calendars know it by is its first day (docs/adr/0025): whatever else is changed, added or left out, a file
    imported again moves the visits it brought. Two plans of other days never meet, also when they share a stop.
    """
    if trip.schedule is None or not any(day.visits for day in trip.schedule.days):
        return None
    query = written(trip.plan)
    days = tuple(_days(trip))
    return Itinerary(
        uid=f"plan-{trip.first_day:%Y%m%d}",
        title=_("My plan, %(date)s") % {"date": date_format(trip.first_day, "DATE_FORMAT")},
        language=languages.active(),
        path=plan_path(query),
        mode=str(trip.plan.mode),
        mode_words=str(MODES[trip.plan.mode]),
        days=days,
        line=trip.roads.line(_way(days)),
        notes=tuple(_notes(trip)),
    )


def names_of(trip: Trip) -> dict[str, str]:
    """Return the names of all places of a trip by code, for sentences."""
    return {code: place.name_in()[0] for code, place in trip.places.items()}


def _days(trip: Trip) -> Iterator[Day]:
    """Yield the days on which something is visited."""
    assert trip.schedule is not None
    assert trip.problem is not None
    stops = {stop.code: stop for stop in trip.plan.stops}
    number = 1
    for plan in trip.schedule.days:
        if plan.visits:
            yield _day(trip, trip.problem, plan, stops, number)
            number += len(plan.visits)


def _day(trip: Trip, problem: Problem, plan: DayPlan, stops: dict[str, PlanStop], number: int) -> Day:
    day = problem.days[plan.day]
    visited = [
        _stop(trip, problem, plan.day, visit, stops[visit.key], n) for n, visit in enumerate(plan.visits, start=number)
    ]
    clock = clock_of(problem, plan.day, problem.zone)
    lunch = None if plan.lunch is None else tuple(problem.instant(plan.day, minute) for minute in plan.lunch)
    return Day(
        number=plan.day + 1,
        stops=tuple(visited),
        legs=tuple(_legs(trip, problem, plan)),
        date=day.date,
        start=_end(trip, day.start),
        end=_end(trip, day.end),
        departs=problem.instant(plan.day, plan.departs),
        ends=problem.instant(plan.day, plan.ends),
        lunch=(lunch[0], lunch[1]) if lunch else None,
        notes=tuple(clash_words(conflict, clock) for conflict in plan.conflicts),
    )


def _legs(trip: Trip, problem: Problem, plan: DayPlan) -> Iterator[Leg]:
    day = problem.days[plan.day]
    rows = [day.start, *(trip.frame.codes.index(visit.key) for visit in plan.visits), day.end]
    known = [row for row in rows if row is not None]
    for start, end in pairwise(known):
        travel = trip.table[start][end]
        yield Leg(travel.minutes, travel.metres, travel.estimated)


def _end(trip: Trip, row: int | None) -> End | None:
    """Return the start or the end that lies at a row of the matrix."""
    spot = None if row is None else trip.start if row == trip.frame.start else trip.end
    return End(spot.name, spot.point) if spot else None


def _stop(trip: Trip, problem: Problem, day: int, visit: Visit, stop: PlanStop, number: int) -> Stop:
    place, on = trip.places[stop.code], problem.days[day].date
    name, language = place.name_in()
    zone = place.zone
    door = door_on(place, on)
    arrives, starts, leaves = (
        problem.instant(day, minute).astimezone(ZoneInfo(zone)) for minute in (visit.arrive, visit.start, visit.leave)
    )
    notes = [
        *(_clash(conflict, door, clock_of(problem, day, zone)) for conflict in visit.conflicts),
        *door.notes,
        *([] if visit.hours_known or visit.conflicts else [_("Opening hours not known: ask before you go.")]),
        *to_try_words(stop, place, on),
    ]
    return Stop(
        code=stop.code,
        number=number,
        name=name,
        language=language,
        kind=kind_words(place),
        path=place.url,
        point=place.point,
        zone=zone,
        stay_minutes=stay_of(stop, place),
        arrives=arrives,
        starts=starts,
        leaves=leaves,
        hours=door.hours,
        address=getattr(place, "address", ""),
        notes=tuple(dict.fromkeys(notes)),
    )


def _clash(conflict: Conflict, door: Door, clock: Clock) -> str:
    """Say what is wrong with a visit; of a closed door what is said of it anyway, where that is more."""
    if conflict.kind is Clash.CLOSED_THAT_DAY and door.known is Known.CLOSED and door.notes:
        return door.notes[0]
    return clash_words(conflict, clock)


def to_try_words(stop: PlanStop, place: Any, on: date) -> Iterator[str]:
    """Say what is tried at a stop, how to ask for it, and that it isn't offered in that month or any more."""
    tried = chosen_experience(stop, place)
    if tried is None:
        if stop.experience:
            yield _("What you wanted to try here is no longer offered.")
        return
    name, how = marked_label(tried.name), marked_label(tried.how_to_ask)
    words = _("Try it yourself: %(name)s. How to ask: %(how)s") if how else _("Try it yourself: %(name)s")
    yield sentence(words, name=name, how=how)
    if not is_in_season(tried, on):
        yield sentence(_("%(name)s is not offered in this month."), name=name)


def left_out_words(trip: Trip) -> list[tuple[str, str]]:
    """Return code and reason of every stop that is left out; then those that lie nowhere on the map."""
    names = names_of(trip)
    words = []
    if trip.schedule is not None and trip.problem is not None:
        words = [(left.key, _reason(trip, trip.problem, left, names)) for left in trip.schedule.left_out]
    nowhere = _("Its place on the map isn’t known, so no way there can be told.")
    return [*words, *((code, nowhere) for code in trip.unplaced)]


def _reason(trip: Trip, problem: Problem, left: LeftOut, names: dict[str, str]) -> str:
    """Say why a stop is left out; of a closed one what is said on its page, where that tells of all its days."""
    place = trip.places[left.key]
    notes = [door_on(place, problem.days[day].date).notes for day, _closed in left.closed]
    if left.reason is Reason.CLOSED and notes and all(notes):
        return joined(" ", (ended(note) for note in dict.fromkeys(note for day in notes for note in day)))
    return reason_words(left, problem, names, place.zone)


def _notes(trip: Trip) -> Iterator[str]:
    """Yield what a reader of the file or the booklet must know of the whole plan."""
    names = names_of(trip)
    for code, reason in left_out_words(trip):
        yield sentence(_("Not in the plan: %(name)s. %(reason)s"), name=names[code], reason=reason)
    if trip.fell_back:
        yield _("The routing server did not answer: all times on the way are estimates.")


def _way(days: tuple[Day, ...]) -> list[Point]:
    """Return the points of all days in order, each once in a row."""
    points: list[Point] = []
    for day in days:
        ends = [end.point for end in (day.start, day.end) if end]
        stops = [stop.point for stop in day.stops if stop.point]
        for point in [*(ends[:1] if day.start else []), *stops, *(ends[-1:] if day.end else [])]:
            if not points or points[-1] != point:
                points.append(point)
    return points
