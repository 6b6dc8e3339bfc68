"""Curated routes that a reader can begin with, as plans of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.cards import Card
from routes.cards import live_stops, route_card
from routes.models import Route
from routes.modes import usual_mode
from routes.travel.estimate import Mode
from routes.trips.itinerary import plan_path
from routes.trips.link import written
from routes.trips.of_route import with_route
from routes.trips.plan import MOST_DAYS, Plan

EXAMPLES = 3


@dataclass(frozen=True)
class Example:
    """A route's card and the address of a plan with its stops."""

    card: Card
    url: str


def examples() -> list[Example]:
    """Return routes with stops on the map, promoted ones first; two queries and those of their stops."""
    routes = Route.objects.live().for_list().order_by("-status", "days", "sort_vi", "pk")
    return list(_usable(list(routes[: 4 * EXAMPLES])))[:EXAMPLES]


def _usable(routes: list[Route]) -> Iterator[Example]:
    for route in routes:
        plan = _plan(route)
        if len(plan.stops) >= 2:
            yield Example(replace(route_card(route), plan=None), plan_path(written(plan)))


def _plan(route: Route) -> Plan:
    """Return a route's stops on the map as a plan, free to be planned, by the route's own means."""
    stops = [stop for stop in live_stops(route) if stop.place.point]
    settings = Plan(days=min(route.days, MOST_DAYS), mode=usual_mode(route) or Mode.MOTORBIKE)
    return with_route(settings, [stops])
