"""Routes in the read API."""

from __future__ import annotations

from typing import Any, ClassVar

from core.api import RecordAPIViewSet
from core.api_fields import Json, RecordSerializer, Value, reference
from core.fields import months_of
from core.labels import Label
from routes.filters import RouteFilters
from routes.guide.itinerary import route_itinerary
from routes.itinerary import Day, Leg
from routes.models import Route, RouteStop
from routes.modes import usual_mode
from routes.totals import totals


def stops(route: Route, view: Any) -> list[dict[str, Json]]:
    """Return the stops whose places are live, in order."""
    return [_stop(stop, view) for stop in route.stops.all() if stop.place and stop.place.live]


def _stop(stop: RouteStop, view: Any) -> dict[str, Json]:
    place = stop.place
    return {
        "type": "centre" if stop.centre_id else "village",
        "place": reference(place, view),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "day": stop.day,
        "stay_minutes": stop.stay_minutes,
        "documented": stop.documented,
        "note": dict(Label(stop.note).data),
    }


def itinerary(route: Route, view: Any) -> dict[str, Json]:
    """Return days, stays and estimated ways, by the route's own means of transport; null where nobody can tell.

    `along_line`: measured along the line that an editor drew.
    """
    live = [stop for stop in route.stops.all() if stop.place and stop.place.live]
    journey = route_itinerary(route, live, None, usual_mode(route))
    sums = totals(journey)
    return {
        "mode": journey.mode or None,
        "days": [_day(day) for day in journey.days],
        "travel_minutes": None if sums.unknown_legs else sums.travel_minutes,
        "metres": None if sums.unknown_legs and not sums.drawn else sums.metres,
        "along_line": sums.drawn,
        "stay_minutes": sums.stay_minutes,
    }


def _day(day: Day) -> dict[str, Json]:
    """Return one day; of a later day the first way leads from the last stop of the day before, if that has a point."""
    return {
        "number": day.number,
        "stops": [{"number": stop.number, "code": stop.code, "stay_minutes": stop.stay_minutes} for stop in day.stops],
        "from_day_before": day.start is not None,
        "legs": [_leg(leg) for leg in day.legs],
    }


def _leg(leg: Leg) -> dict[str, Json] | None:
    if not leg.known:
        return None
    return {"minutes": leg.minutes, "metres": leg.metres, "estimated": leg.estimated, "along_line": leg.drawn}


class RouteSerializer(RecordSerializer):
    """A route as JSON."""

    country = Value(lambda route, view: route.country)
    modes = Value(lambda route, view: route.mode_list)
    months = Value(lambda route, view: months_of(route.months))
    stops = Value(stops)
    itinerary = Value(itinerary)


class RouteAPIViewSet(RecordAPIViewSet):
    """Routes with their stops."""

    model = Route
    name = "routes"
    base_serializer_class = RouteSerializer
    filter_form = RouteFilters
    summary: ClassVar[list[str]] = ["country", "status", "days", "modes", "months", "stops"]
    details: ClassVar[list[str]] = ["line", "note", "itinerary"]
