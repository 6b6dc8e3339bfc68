"""What the pages of routes show."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.http import HttpRequest
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.door import door, local_now
from centres.models import Centre
from centres.visit import css_state, state_words
from core import facts
from core.cards import foreign
from core.fields import months_of
from core.labels import Label
from core.listing import listing
from core.numbers import grouped
from places.distance import length_m
from products.models import Product
from routes.cards import live_stops
from routes.filters import RouteFilters
from routes.models import Route, RouteIndexPage
from routes.modes import mode_words

PRODUCTS = 8


def route_list(request: HttpRequest, page: RouteIndexPage) -> dict[str, Any]:
    """Return the filtered list of routes."""
    return listing(request, RouteFilters(request.GET), Route.objects.live(), methodcaller("for_list"), count_routes)


def count_routes(count: int) -> str:
    """Say a number of routes in words."""
    return ngettext("%(n)s route", "%(n)s routes", count) % {"n": grouped(count)}


def route_detail(request: HttpRequest, route: Route) -> dict[str, Any]:
    """Return facts, numbered stops with their points, and what is made along the way."""
    stops = live_stops(route) if route.pk else []
    return {
        "facts": route_facts(route, stops),
        "sources": facts.sources(route.source),
        "confidence": facts.confidence_words(route.confidence),
        "stops": [stop_row(number, stop) for number, stop in enumerate(stops, start=1)],
        "points": points_of(stops),
        "modes": mode_words(route),
        "products": _products_along(stops),
    }


def route_facts(route: Route, stops: list[Any]) -> list[facts.Fact]:
    """Return the facts table of a route."""
    points = [stop.place.point for stop in stops if stop.place.point]
    kilometres = round(length_m(points) / 1000) if len(points) > 1 else 0
    return [
        facts.text_fact(_("Status"), route.get_status_display()),
        facts.text_fact(_("Length"), ngettext("%(n)s day", "%(n)s days", route.days) % {"n": route.days}),
        facts.text_fact(_("Means of transport"), mode_words(route)),
        facts.text_fact(_("Stops"), len(stops)),
        facts.text_fact(
            _("Between the stops"), _("about %(n)s km as the crow flies") % {"n": kilometres} if kilometres else ""
        ),
        facts.text_fact(_("Best months"), ", ".join(str(MONTHS[month]) for month in months_of(route.months))),
        facts.label_fact(_("Note"), Label(route.note)),
    ]


def stop_row(number: int, stop: Any) -> dict[str, Any]:
    """Return one stop for the stops component."""
    place = stop.place
    name, language = place.name_in()
    is_centre = isinstance(place, Centre)
    text = Label(stop.note) or Label(place.tagline) or (Label({}) if is_centre else Label(place.fact))
    row = {
        "number": number,
        "url": place.url,
        "title": name,
        "lang": foreign(language),
        "eyebrow": " · ".join(part for part in (place.get_kind_display() if is_centre else _("Village"),
                                                place.province.name_in()[0] if place.province else "") if part),
        "text": str(text),
        "text_lang": foreign(text.language()),
        "leg_text": "",
        "badge": "" if stop.documented else _("suggested by the editors"),
        "state": "",
        "state_text": "",
        "image": place.photograph,
        "motif": stop.motif,
        "slug": place.slug,
    }  # fmt: skip
    if is_centre and place.schedule.periods:
        current = door(place)
        row["state"], row["state_text"] = css_state(current), state_words(current, local_now(place))
    return row


def route_points(route: Route) -> list[dict[str, Any]]:
    """Return the numbered stops of a route for a small map."""
    return points_of(live_stops(route) if route.pk else [])


def points_of(stops: list[Any]) -> list[dict[str, Any]]:
    """Return those stops that have a point, with their numbers."""
    return [point_row(number, stop) for number, stop in enumerate(stops, start=1) if stop.place.point]


def point_row(number: int, stop: Any) -> dict[str, Any]:
    """Return one stop for the map."""
    latitude, longitude = stop.place.point
    return {
        "lat": latitude,
        "lon": longitude,
        "name": stop.place.name_in()[0],
        "url": stop.place.url,
        "number": number,
    }


def _products_along(stops: list[Any]) -> list[Product]:
    """Return live products of the villages along the route."""
    villages = {stop.village_id or stop.centre.village_id for stop in stops} - {None}
    if not villages:
        return []
    return list(Product.objects.live().for_list().filter(village_id__in=villages).by_name()[:PRODUCTS])
