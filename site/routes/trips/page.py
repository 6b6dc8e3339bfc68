"""What the page of a plan shows: its days, what is left out, the map, and what can be taken along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.models import Centre
from centres.truth.question import Question, asked_after
from core.addresses import absolute
from core.cards import foreign
from places.near_filters import distance_text
from routes.exports.take_along import take_along
from routes.itinerary import Itinerary
from routes.kinds import kind_words
from routes.measures import about
from routes.modes import MODES
from routes.trips.controls import Controls, controls_of
from routes.trips.form import form_of, settings_words
from routes.trips.itinerary import itinerary_of, left_out_words, plan_path
from routes.trips.link import written, written_stops
from routes.trips.messages import messages_of
from routes.trips.plan import Keep, PlanStop
from routes.trips.timeline import days_of
from routes.trips.trip import Trip


@dataclass(frozen=True)
class LeftOutRow:
    """A stop that is not in the plan, and why."""

    code: str
    place: Any
    name: str
    lang: str
    eyebrow: str
    reason: str
    controls: Controls


def plan_context(request: HttpRequest, trip: Trip) -> dict[str, Any]:
    """Return the context of a plan with at least one stop."""
    itinerary = itinerary_of(trip)
    path = plan_path(written(trip.plan))
    days = days_of(trip, itinerary)
    return {
        "trip": trip,
        "query": written(trip.plan),
        "codes": ",".join(trip.plan.codes),
        "shown_stops": written_stops(shown_groups(trip)),
        "messages": messages_of(trip),
        "summary": " · ".join(_summary(trip, itinerary)),
        "assumed": _("You chose no date, so this is next Saturday, %(date)s.")
        % {"date": date_format(trip.first_day, "DATE_FORMAT")},
        "form": form_of(trip),
        "settings_words": settings_words(trip),
        "days": days,
        "several_zones": len({stop.zone for stop in itinerary.stops()} | {trip.zone}) > 1 if itinerary else False,
        "left_out": list(_left_out(trip)),
        "points": points_of(trip, itinerary),
        "questions": list(_questions(trip, itinerary)),
        "take_along": take_along(itinerary) if itinerary else None,
        "share_url": absolute(request, path),
    }


def shown_groups(trip: Trip) -> list[list[PlanStop]]:
    """Return the stops by day as the page shows them: what the next change of the form starts from.

    What the planner left out stands where it is kept, or after everything else.
    """
    if trip.plan.own_order or trip.schedule is None:
        return [list(group) for group in trip.plan.groups]
    stops = {stop.code: stop for stop in trip.plan.stops}
    groups = [[stops.pop(visit.key) for visit in day.visits] for day in trip.schedule.days]
    for day, position, stop in trip.plan.located():
        if stop.code not in stops:
            continue
        if stop.keep is Keep.PLACE:
            groups[day].insert(position, stop)
        else:
            groups[day if stop.keep is Keep.DAY else -1].append(stop)
    return groups


def points_of(trip: Trip, itinerary: Itinerary | None) -> list[dict[str, Any]]:
    """Return the numbered stops for the map, then start and end without a number."""
    stops = [
        {"lat": stop.point[0], "lon": stop.point[1], "name": stop.name, "url": stop.path, "number": stop.number}
        for stop in (itinerary.stops() if itinerary else ())
        if stop.point
    ]
    spots = {spot.key: spot for spot in (trip.start, trip.end) if spot is not None and spot.key not in trip.places}
    ends = [{"lat": spot.point[0], "lon": spot.point[1], "name": spot.name, "url": ""} for spot in spots.values()]
    return [*stops, *ends]


def _questions(trip: Trip, itinerary: Itinerary | None) -> Iterator[Question]:
    """Ask at each centre whose planned time has come whether it was open."""
    for stop in itinerary.stops() if itinerary else ():
        place = trip.places[stop.code]
        question = asked_after(place, stop.starts) if isinstance(place, Centre) and stop.starts else None
        if question:
            yield question


def _summary(trip: Trip, itinerary: Itinerary | None) -> Iterator[str]:
    visited = len(list(itinerary.stops())) if itinerary else 0
    number = len(trip.plan.stops)
    if visited == number:
        yield ngettext("%(n)s stop", "%(n)s stops", number) % {"n": number}
    else:
        yield ngettext("%(visited)s of %(n)s stop", "%(visited)s of %(n)s stops", number) % {
            "visited": visited,
            "n": number,
        }
    yield ngettext("%(n)s day", "%(n)s days", trip.plan.days) % {"n": trip.plan.days}
    yield str(MODES[trip.plan.mode])
    legs = [leg for day in itinerary.days for leg in day.legs] if itinerary else []
    if legs:
        words = {
            "distance": distance_text(sum(leg.metres for leg in legs)),
            "time": about(sum(leg.minutes for leg in legs)),
        }
        yield _("%(distance)s, %(time)s on the way") % words


def _left_out(trip: Trip) -> Iterator[LeftOutRow]:
    for code, reason in left_out_words(trip):
        place = trip.places[code]
        name, language = place.name_in()
        province = place.province.name_in()[0] if place.province else ""
        eyebrow = " · ".join(part for part in (kind_words(place), province) if part)
        yield LeftOutRow(code, place, name, foreign(language), eyebrow, reason, controls_of(trip, code))
