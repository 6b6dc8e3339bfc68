"""Centres in the read API. The e-mail address of a centre is never shown."""

from __future__ import annotations

from typing import Any, ClassVar

from centres.filters import CentreFilters
from centres.hours import to_osm
from centres.models import Centre
from core.api import RecordAPIViewSet
from core.api_fields import Json, Reference, Value, reference
from places.api import PlaceSerializer


def stock(centre: Centre, view: Any) -> list[dict[str, Json]]:
    """Return the live products that are made or sold here."""
    rows = centre.stock.filter(product__live=True).select_related("product__programme")
    return [{"role": row.role, "checked_on": row.checked_on, "product": reference(row.product, view)} for row in rows]


class CentreSerializer(PlaceSerializer):
    """A centre as JSON; `opening_hours` is the OSM form, empty when the hours are unknown."""

    village = Reference()
    opening_hours = Value(lambda centre, view: to_osm(centre.schedule))
    timezone = Value(lambda centre, view: centre.zone)
    stock = Value(stock)


class CentreAPIViewSet(RecordAPIViewSet):
    """Centres."""

    model = Centre
    name = "centres"
    base_serializer_class = CentreSerializer
    filter_form = CentreFilters
    summary: ClassVar[list[str]] = [
        "kind", "country", "province", "village", "address", "latitude", "longitude", "opening_hours", "timezone",
        "model_destination",
    ]  # fmt: skip
    details: ClassVar[list[str]] = [
        "hours_as_published", "hours_source", "hours_confirmed_on", "fair_starts_on", "fair_ends_on",
        "website", "phone",
        "note", "access", "geo_source", "geo_confidence", "stock",
    ]  # fmt: skip
