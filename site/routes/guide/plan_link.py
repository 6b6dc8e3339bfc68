"""A route as the reader's own plan: the same stops on the same days, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from core import languages
from routes.itinerary import Itinerary
from routes.models import RouteStop
from routes.travel.estimate import Mode
from routes.trips.link import CODE, written
from routes.trips.plan import MOST_DAYS, MOST_STOPS, STAYS, Plan, PlanStop


def plan_address(itinerary: Itinerary, stops: Sequence[RouteStop], mode: Mode | None) -> str:
    """Return the address of the plan page that holds the route, as far as a plan can; "" when it can hold none of it.

    A place that is called at twice comes once.
    """
    days = [day.number for day in itinerary.days for _stop in day.stops]
    codes: set[str] = set()
    kept: list[tuple[int, PlanStop]] = []
    for day, stop in zip(days, stops, strict=True):
        code = stop.place.code if stop.place else ""
        if CODE.fullmatch(code) and code not in codes and len(codes) < MOST_STOPS:
            codes.add(code)
            kept.append((day, PlanStop(code, stay=stop.stay_minutes if stop.stay_minutes in STAYS else None)))
    if not kept:
        return ""
    groups = tuple(tuple(stop for _, stop in group) for _, group in groupby(kept, key=lambda pair: pair[0]))
    first = itinerary.days[0].date
    plan = Plan(groups, first, min(len(groups), MOST_DAYS), mode=mode or Mode.MOTORBIKE, own_order=True)
    return f"/{languages.active()}/plan/?{written(plan)}"
