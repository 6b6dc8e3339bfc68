"""What may be taken along of a route: files and the booklet, for what the query asks."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from routes.cards import live_stops
from routes.exports.responses import booklet_response, export_response
from routes.exports.usual_hours import with_usual_hours
from routes.guide.choice import JourneyForm
from routes.guide.itinerary import route_itinerary
from routes.guide.reading import read_doors
from routes.itinerary import Itinerary
from routes.models import Route, RouteStop
from routes.usual_day import next_saturday
from routes.wording import day_words


@require_safe
def route_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Return a route as a file. A calendar needs a date: when none is asked for, it is next Saturday, and says so."""
    route, stops = _route(slug)
    asked = JourneyForm(request.GET, route)
    on, about_date = asked.on, ""
    if kind == "ics" and on is None and stops:
        on = next_saturday(clock.today(stops[0].place.zone))  # type: ignore[union-attr]  # live stops have a place
        about_date = _("The date, %(date)s, is only a suggestion: the page makes the calendar for any other.") % {
            "date": day_words(on)
        }
    return export_response(_journey(route, stops, on, asked), kind, request, about_date)


@require_safe
def route_booklet(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a route as a page to print."""
    route, stops = _route(slug)
    asked = JourneyForm(request.GET, route)
    return booklet_response(_journey(route, stops, asked.on, asked), request)


def _route(slug: str) -> tuple[Route, list[RouteStop]]:
    """Return a live route with its live stops, ready for its journey; raise `Http404`."""
    route = Route.objects.live().for_detail().filter(slug=slug).first()
    if route is None:
        raise Http404
    stops = live_stops(route)
    read_doors(stops)
    return route, stops


def _journey(route: Route, stops: list[RouteStop], on: date | None, asked: JourneyForm) -> Itinerary:
    itinerary = route_itinerary(route, stops, on, asked.mode)
    return itinerary if on else with_usual_hours(itinerary, [stop.place for stop in stops])
