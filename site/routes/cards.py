"""How routes look in a list."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext

from core.cards import Card, foreign, record_card
from routes.models import Route
from routes.modes import mode_words


def route_card(route: Route) -> Card:
    """Return the card of a route with its stops on one line."""
    days = ngettext("%(n)s day", "%(n)s days", route.days) % {"n": route.days}
    card = record_card(
        route, [days, mode_words(route), route.get_status_display()], template="components/route_card.html"
    )
    card.stops = [stop_dot(number, stop) for number, stop in enumerate(live_stops(route), start=1)]
    return card


def live_stops(route: Route) -> list[Any]:
    """Return the stops whose place is live, in order."""
    return [stop for stop in route.stops.all() if stop.place and stop.place.live]


def stop_dot(number: int, stop: Any) -> dict[str, Any]:
    """Return a stop for the one-line route."""
    name, language = stop.place.name_in()
    return {"number": number, "title": name, "lang": foreign(language), "note": ""}
