"""Centres in the read API. The e-mail address of a centre is never shown."""

from __future__ import annotations

from typing import Any, ClassVar

from centres.confirmation import confirmation_of
from centres.filters import CentreFilters
from centres.hours import to_osm
from centres.models import Centre
from core.api import RecordAPIViewSet
from core.api_fields import Json, Reference, Value, reference
from core.labels import Label
from places.api import PlaceSerializer


def stock(centre: Centre, view: Any) -> list[dict[str, Json]]:
    """Return the live products that are made or sold here."""
    rows = centre.stock.filter(product__live=True).select_related("product__programme")
    return [{"role": row.role, "checked_on": row.checked_on, "product": reference(row.product, view)} for row in rows]


def special_days(centre: Centre, view: Any) -> list[dict[str, Json]]:
    """Return the days that depart from the weekly hours, each with its reason by language."""
    return [
        {
            "day": row.day,
            "closed": row.closed,
            "opens": None if row.closed else f"{row.opens:%H:%M}",
            "closes": None if row.closed else f"{row.closes:%H:%M}",
            "reason": dict(Label(row.reason).data),
        }
        for row in centre.special_days.all()
    ]


class CentreSerializer(PlaceSerializer):
    """A centre as JSON.

    `opening_hours` is the OSM form, closures included, and empty when the hours are unknown; `hours_status` says
    whether they were `confirmed` in the last 90 days, are `unconfirmed`, or `unknown`.
    """

    village = Reference()
    opening_hours = Value(lambda centre, view: to_osm(centre.schedule))
    hours_status = Value(lambda centre, view: str(confirmation_of(centre).trust))
    special_days = Value(special_days)
    timezone = Value(lambda centre, view: centre.zone)
    stock = Value(stock)


class CentreAPIViewSet(RecordAPIViewSet):
    """Centres."""

    model = Centre
    name = "centres"
    base_serializer_class = CentreSerializer
    filter_form = CentreFilters
    summary: ClassVar[list[str]] = [
        "kind", "country", "province", "village", "address", "latitude", "longitude", "opening_hours", "hours_status",
        "hours_confirmed_on", "closures", "timezone", "model_destination",
    ]  # fmt: skip
    details: ClassVar[list[str]] = [
        "hours_as_published", "hours_source", "special_days", "fair_starts_on", "fair_ends_on",
        "website", "phone",
        "note", "access", "geo_source", "geo_confidence", "stock",
    ]  # fmt: skip
