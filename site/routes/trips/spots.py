"""Where a plan starts and ends: a hub, a place by its code, or a rounded point of the visitor's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core import languages
from places.models import Province
from places.outlines import province_code_at
from routes.travel.estimate import Point
from routes.trips.hubs import Hub, hubs
from routes.trips.plan import OPEN_END, Plan, point_of


@dataclass(frozen=True)
class Spot:
    """A start or an end. `zone` is None where nobody can tell it (a point at sea)."""

    key: str
    name: str
    point: Point
    zone: str | None
    language: str = ""


def spot_codes(plan: Plan) -> list[str]:
    """Return what may be short codes of places among start and end."""
    return [
        key for key in (plan.start, plan.end) if key and key != OPEN_END and key not in hubs() and not point_of(key)
    ]


def spot(key: str, places: Mapping[str, Any]) -> Spot | None:
    """Return what a start or an end stands for; None for none, and for what isn't there or has no point."""
    if key in hubs():
        return _of_hub(hubs()[key])
    point = point_of(key)
    if point is not None:
        return Spot(key, _("your point %(point)s") % {"point": point_words(point)}, point, _zone_at(point))
    place = places.get(key)
    if place is None or place.point is None:
        return None
    name, language = place.name_in()
    return Spot(key, name, place.point, place.zone, language)


def hub_name(hub: Hub) -> str:
    """Return the hub's name for the reader."""
    return languages.pick(hub.names)[0]


def point_words(point: Point) -> str:
    """Write a point as people do: latitude, longitude."""
    return f"{point[0]:.2f}, {point[1]:.2f}"


def _of_hub(hub: Hub) -> Spot:
    name, language = languages.pick(hub.names)
    return Spot(hub.key, name, hub.point, hub.zone, language)


def _zone_at(point: Point) -> str | None:
    """Return the time zone of the province that holds the point."""
    found = province_code_at(*point)
    if found is None:
        return None
    country, code = found
    zones = Province.objects.filter(country_code=country, official_code=code).values_list("timezone", flat=True)
    return zones.first()
