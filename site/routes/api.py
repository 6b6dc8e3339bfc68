"""Routes in the read API."""

from __future__ import annotations

from typing import Any, ClassVar

from core.api import RecordAPIViewSet
from core.api_fields import Json, RecordSerializer, Value, reference
from core.fields import months_of
from core.labels import Label
from routes.filters import RouteFilters
from routes.models import Route, RouteStop


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


class RouteSerializer(RecordSerializer):
    """A route as JSON."""

    country = Value(lambda route, view: route.country)
    modes = Value(lambda route, view: route.mode_list)
    months = Value(lambda route, view: months_of(route.months))
    stops = Value(stops)


class RouteAPIViewSet(RecordAPIViewSet):
    """Routes with their stops."""

    model = Route
    name = "routes"
    base_serializer_class = RouteSerializer
    filter_form = RouteFilters
    summary: ClassVar[list[str]] = ["country", "status", "days", "modes", "months", "stops"]
    details: ClassVar[list[str]] = ["line", "note"]
