"""A route as the reader's own plan: the same stops on the same days, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from routes.itinerary import Itinerary
from routes.models import RouteStop
from routes.travel.estimate import Mode
from routes.trips.itinerary import plan_path
from routes.trips.link import written
from routes.trips.of_route import with_route
from routes.trips.plan import MOST_DAYS, Plan


def plan_address(itinerary: Itinerary, stops: Sequence[RouteStop], mode: Mode | None) -> str:
    """Return the address of the plan page that holds the route; "" when it can hold none of it."""
    rest = iter(stops)
    days = [list(islice(rest, len(day.stops))) for day in itinerary.days]
    first = itinerary.days[0].date if itinerary.days else None
    plan = with_route(Plan(date=first, mode=mode or Mode.MOTORBIKE, own_order=True), days)
    if not plan.groups:
        return ""
    return plan_path(written(replace(plan, days=min(len(plan.groups), MOST_DAYS))))
