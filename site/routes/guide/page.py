"""Everything the page of a route shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import addresses, clock, facts
from core.labels import Label
from places.when_to_go import month_address, season_words
from routes.cards import days_words, live_stops, standing_words
from routes.doors import door_on
from routes.exports.take_along import take_along
from routes.guide.along import along
from routes.guide.choice import JourneyForm
from routes.guide.itinerary import route_itinerary
from routes.guide.open_day import Called, OpenDay, open_day
from routes.guide.plan_link import plan_address
from routes.guide.points import points_of, shown_line
from routes.guide.reading import read_doors, read_offers
from routes.guide.rows import day_rows
from routes.guide.season import best_months, is_in_season, months_of_route, villages_query
from routes.guide.structured import tourist_trip
from routes.itinerary import Itinerary
from routes.measures import about, basis_words, distance_words, duration_words, rounded
from routes.models import Route, RouteStop
from routes.modes import mode_words
from routes.totals import Totals, totals


@dataclass(frozen=True)
class Figure:
    """One figure of the strip under the name: what, how much, and a word on it."""

    label: str
    value: str
    note: str = ""


def route_detail(request: HttpRequest, route: Route) -> dict[str, Any]:
    """Return days and stops, what is open on the reader's date, and the ways on."""
    stops = live_stops(route) if route.pk else []
    read_doors(stops)
    form = JourneyForm(request.GET, route)
    itinerary = route_itinerary(route, stops, form.on, form.mode)
    months = best_months(route, stops)
    beside = along(route, stops)
    return {
        "standing": standing_words(route),
        "modes": mode_words(route),
        "facts": route_facts(route),
        "sources": facts.sources(route.source),
        "confidence": facts.confidence_words(route.confidence),
        "journey": itinerary,
        "figures": _figures(route, stops, itinerary, months),
        "months": months_of_route(route, stops),
        "months_url": month_address(villages_query(stops)) if stops else "",
        "asked": form,
        "open_day": _open_day(itinerary, stops, form),
        "days": day_rows(itinerary, stops, read_offers(stops)),
        "several": len(itinerary.days) > 1,
        "points": points_of(stops),
        "line": shown_line(itinerary),
        "plan_url": plan_address(itinerary, stops, form.mode),
        "share_url": addresses.absolute(request, itinerary.path),
        "take_along": replace(take_along(itinerary), days=()) if stops else None,  # the ways stand by the stops
        "stories": beside.stories,
        "near": beside.near,
        "structured": tourist_trip(request, route, itinerary),
    }


def route_facts(route: Route) -> list[facts.Fact]:
    """Return what the record says besides the stops."""
    return [
        facts.text_fact(_("Status"), route.get_status_display()),
        facts.text_fact(_("Means of transport"), mode_words(route)),
        facts.label_fact(_("Note"), Label(route.note)),
    ]


def _figures(route: Route, stops: Sequence[RouteStop], itinerary: Itinerary, months: int) -> list[Figure]:
    """Return the strip: days, stops, way, time, best months; what isn't known is left out."""
    sums = totals(itinerary)
    unlocated = sum(stop.point is None for stop in itinerary.stops())
    figures = [
        Figure(_("Length"), days_words(route.days)),
        Figure(_("Stops"), str(len(stops)), _("%(n)s not on the map") % {"n": unlocated} if unlocated else ""),
        Figure(_("Total distance"), distance_words(sums), basis_words(sums, itinerary.mode_words)),
        Figure(_("Total time"), *_time(sums)),
        Figure(_("Best months"), season_words(months), _("in season now") if is_in_season(months) else ""),
    ]
    return [figure for figure in figures if figure.value]


def _time(sums: Totals) -> tuple[str, str]:
    if not sums.minutes:
        return "", ""
    if sums.unknown_legs:
        return about(sums.stay_minutes), _("at the stops; the time on the way is not known")
    words = {"stay": duration_words(sums.stay_minutes), "way": duration_words(rounded(sums.travel_minutes))}
    return about(sums.minutes), _("%(stay)s at the stops, %(way)s on the way") % words


def _open_day(itinerary: Itinerary, stops: Sequence[RouteStop], form: JourneyForm) -> OpenDay | None:
    if not stops:
        return None
    first = form.on or clock.today(stops[0].place.zone)  # type: ignore[union-attr]  # live stops have a place
    days = (day.number for day in itinerary.days for _stop in day.stops)
    calls = [
        Called(number, day, stop.place, door_on(stop.place, first + timedelta(days=day - 1)))
        for number, (day, stop) in enumerate(zip(days, stops, strict=True), start=1)
    ]
    return open_day(calls, first, chosen=form.on is not None)
