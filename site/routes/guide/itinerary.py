"""A curated route as a journey: its days, stops and legs, dated and timed when asked for a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from core import facts, languages
from places.closures import closures_of
from routes import doors
from routes.clashes import clash_words
from routes.guide.day_split import days_of, is_stated
from routes.guide.roads import ways
from routes.guide.timetable import Called, Times, times_of
from routes.itinerary import Day, End, Itinerary, Leg, Stop
from routes.kinds import kind_words
from routes.models import Route, RouteStop
from routes.modes import MODES, is_partly_unknown, mode_words, usual_mode
from routes.planner.problem import ClosedBy
from routes.planner.schedule import Clash, Conflict
from routes.stays import stay_of
from routes.travel.along_line import metres_along
from routes.travel.estimate import Mode, Point
from routes.wording import Clock, clock_of


@dataclass(frozen=True)
class _Planned:
    """A stop of the record with what days and times are worked out from. `leg` leads to it; None for the first."""

    number: int
    place: Any
    stay: int
    day: int
    leg: Leg | None


def route_itinerary(route: Route, stops: Sequence[RouteStop], on: date | None, mode: Mode | None) -> Itinerary:
    """Return the journey along the live stops of a route, in the reader's language; its first day is `on`.

    `mode` None: by what the route says (a boat), of which no time is claimed. Nothing is moved or left out for the
    date: what is closed, and what the times can't keep, is told in the notes.
    """
    line = route.drawn_line
    planned, way = _planned(route, stops, mode, line)
    days = [_day(number, list(group), on) for number, group in groupby(planned, key=lambda stop: stop.day)]
    for index in range(1, len(days)):
        days[index] = _from_the_night(days[index], days[index - 1])
    return Itinerary(
        uid=route.code or route.slug,
        title=route.name_in()[0],
        language=languages.active(),
        path=page_path(route, on, mode),
        mode=str(mode or ""),
        mode_words=str(MODES[mode]) if mode else mode_words(route),
        days=tuple(days),
        line=tuple(line or way),
        drawn_metres=metres_along(line, [stop.place.point if stop.place else None for stop in stops]),
        source=source_words(route),
        notes=tuple(_notes(route, stops, mode)),
    )


def page_path(route: Route, on: date | None, mode: Mode | None) -> str:
    """Return the path of the route's page with what was asked of it."""
    usual = usual_mode(route)
    asked = {"mode": str(mode) if mode and mode != usual else "", "open_on": on.isoformat() if on else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{route.url}?{query}" if query else route.url


def source_words(route: Route) -> str:
    """Say who stands behind a route: who promotes it, as far as its sources tell, or the editors."""
    if route.status == Route.Status.LINKED:
        return _("Suggested by the editors")
    named = ", ".join(source.text for source in facts.sources(route.source))
    return _("Promoted, as published by %(source)s") % {"source": named} if named else _("Promoted")


def _notes(route: Route, stops: Sequence[RouteStop], mode: Mode | None) -> list[str]:
    notes = []
    if len(stops) > 1 and route.days > 1 and not is_stated([stop.day for stop in stops]):
        notes.append(_("The source doesn’t say which stop belongs to which day: the days are our suggestion."))
    if mode and is_partly_unknown(route):
        words = {"stated": mode_words(route), "mode": MODES[mode]}
        notes.append(_("The route is travelled %(stated)s; the times are as if all of it went %(mode)s.") % words)
    return notes


def _planned(
    route: Route, stops: Sequence[RouteStop], mode: Mode | None, drawn: Sequence[Point]
) -> tuple[list[_Planned], list[Point]]:
    """Return the stops with their days and ways, and the line of these ways where a server has drawn it."""
    places = [stop.place for stop in stops]
    stays = [stay_of(stop) for stop in stops]
    legs, line = ways([place.point if place else None for place in places], mode, drawn)
    days = days_of([stop.day for stop in stops], route.days, stays, [leg.minutes for leg in legs])
    rows = zip(places, stays, days, [None, *legs], strict=True) if places else ()
    return [_Planned(number, *row) for number, row in enumerate(rows, start=1)], line


def _day(number: int, planned: list[_Planned], first: date | None) -> Day:
    """Return one day; its first leg comes from the day before, where the night is spent (`_from_the_night`)."""
    on = first + timedelta(days=number - 1) if first else None
    stops, legs = tuple(_stop(one, on) for one in planned), tuple(one.leg for one in planned if one.leg)
    times = times_of([_called(one) for one in planned], on) if on else None
    day = Day(number, stops, legs, on)
    return _timed(day, times) if times else day


def _from_the_night(day: Day, before: Day) -> Day:
    """Return the day as one that starts where the one before ended; without a point there, it has one leg less."""
    last = before.stops[-1]
    if last.point is None:
        return replace(day, legs=day.legs[1:])
    return replace(day, start=End(last.name, last.point))


def _called(planned: _Planned) -> Called:
    place = planned.place
    return Called(planned.stay, doors.schedule_of_place(place), closures_of(place), planned.leg)


def _stop(planned: _Planned, on: date | None) -> Stop:
    place = planned.place
    door = doors.door_on(place, on) if on else None
    name, language = place.name_in()
    return Stop(
        code=place.code,
        number=planned.number,
        name=name,
        language=language,
        kind=kind_words(place),
        path=place.url,
        point=place.point,
        zone=place.zone,
        stay_minutes=planned.stay,
        hours=door.hours if door else "",
        address=getattr(place, "address", ""),
        notes=door.notes if door else (),
    )


def _timed(day: Day, times: Times) -> Day:
    """Return the day with its times, and with what they can't keep in the notes."""
    plan = times.plan
    stops = tuple(
        replace(
            stop,
            arrives=times.instant(visit.arrive, stop.zone),
            starts=times.instant(visit.start, stop.zone),
            leaves=times.instant(visit.leave, stop.zone),
            notes=(*stop.notes, *_clashes(visit.conflicts, clock_of(times.problem, 0, stop.zone))),
        )
        for stop, visit in zip(day.stops, plan.visits, strict=True)
    )
    return replace(
        day,
        stops=stops,
        departs=times.instant(plan.departs),
        ends=times.instant(plan.ends),
        lunch=(times.instant(plan.lunch[0]), times.instant(plan.lunch[1])) if plan.lunch else None,
        notes=tuple(_clashes(plan.conflicts, clock_of(times.problem, 0, times.problem.zone))),
    )


def _clashes(conflicts: Sequence[Conflict], clock: Clock) -> Iterator[str]:
    """Say what a day can't keep, save what its stops’ hours and notices say already."""
    for conflict in conflicts:
        if conflict.kind is Clash.BACK_TOO_LATE:
            yield _("This day lasts until %(time)s.") % {"time": clock(conflict.at)}
        elif conflict.closed is None or conflict.closed.by is ClosedBy.SPECIAL_DAY:
            yield clash_words(conflict, clock)
