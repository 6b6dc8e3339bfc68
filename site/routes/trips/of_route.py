"""A route as a visitor's own plan: its stops, as far as a plan can hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from routes.models import RouteStop
from routes.trips.link import CODE
from routes.trips.plan import MOST_STOPS, STAYS, Plan, PlanStop


def with_route(plan: Plan, days: Iterable[Iterable[RouteStop]]) -> Plan:
    """Return the plan with live stops of a route, by day. A place that is called at twice comes once."""
    codes: set[str] = set()
    groups = []
    for day in days:
        group = []
        for stop in day:
            code = stop.place.code if stop.place else ""
            if CODE.fullmatch(code) and code not in codes and len(codes) < MOST_STOPS:
                codes.add(code)
                group.append(PlanStop(code, stay=_nearest(stop.stay_minutes)))
        groups.append(tuple(group))
    return replace(plan, groups=tuple(group for group in groups if group))


def _nearest(minutes: int | None) -> int | None:
    """Return the stay of a plan that comes nearest to a route's."""
    return min(STAYS, key=lambda stay: abs(stay - minutes)) if minutes else None
