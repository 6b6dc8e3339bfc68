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
from routes.trips.plan import MOST_DAYS, MOST_STOPS, STAYS, Plan, PlanStop

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
        plan = plan_of_route(route)
        if 2 <= len(plan.stops) <= MOST_STOPS:
            yield Example(replace(route_card(route), plan=None), plan_path(written(plan)))


def plan_of_route(route: Route, mode: Mode | None = None) -> Plan:
    """Return the plan of a route's live stops, with its stays; by the means given, else the route's own."""
    stops = [
        PlanStop(stop.place.code, stay=_nearest(stop.stay_minutes))
        for stop in live_stops(route)
        if stop.place.code and stop.place.point
    ]
    unique = {stop.code: stop for stop in stops}
    return Plan(
        groups=(tuple(unique.values()),),
        days=min(route.days, MOST_DAYS),
        mode=mode or usual_mode(route) or Mode.MOTORBIKE,
    )


def _nearest(minutes: int | None) -> int | None:
    """Return the stay of a plan that comes nearest to a route's."""
    return min(STAYS, key=lambda stay: abs(stay - minutes)) if minutes else None
