"""Villages, events and provinces in the read API."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet

from core import clock
from core.api import RecordAPIViewSet
from core.api_fields import Json, RecordSerializer, Reference, References, Value
from core.fields import months_of
from core.labels import Label
from places.closures import closures_of
from places.event_filters import EventFilters
from places.filters import VillageFilters
from places.models import Event, Province, Village

ACCESS = ("step_free_entrance", "accessible_toilet", "parking")


def model_destination(place: Any, view: Any) -> dict[str, Json] | None:
    """Return the decision that made a place a model destination; None when it is none."""
    if not place.is_model_destination:
        return None
    return {"since": place.model_since, "decided_by": place.model_decided_by, "source": place.model_source}


def closures(place: Any, view: Any) -> list[dict[str, Json]]:
    """Return the closures in force or to come, with their text by language; `of` says whose notice it is."""
    today, own = clock.today(place.zone), place._meta.model_name
    return [
        {
            "starts_on": closure.starts_on,
            "ends_on": closure.ends_on,
            "text": dict(closure.text.data),
            "of": "village" if closure.of_village else own,
        }
        for closure in closures_of(place)
        if closure.ends_on is None or today <= closure.ends_on
    ]


class PlaceSerializer(RecordSerializer):
    """What villages and centres share."""

    province = Reference()
    country = Value(lambda place, view: place.country)
    model_destination = Value(model_destination)
    closures = Value(closures)
    access = Value(lambda place, view: {name: getattr(place, name) for name in ACCESS})


class VillageSerializer(PlaceSerializer):
    """A village as JSON."""

    crafts = References()


class VillageAPIViewSet(RecordAPIViewSet):
    """Villages."""

    model = Village
    name = "villages"
    base_serializer_class = VillageSerializer
    filter_form = VillageFilters
    summary: ClassVar[list[str]] = [
        "country",
        "province",
        "commune",
        "crafts",
        "latitude",
        "longitude",
        "closures",
        "model_destination",
    ]
    details: ClassVar[list[str]] = [
        "former_unit", "commune_code", "craft_text", "founded", "fact", "season", "access", "geo_source",
        "geo_confidence",
    ]  # fmt: skip


def dates(event: Event, view: Any) -> list[dict[str, Json]]:
    """Return the dates of an event, year by year."""
    return [
        {"starts_on": row.starts_on, "ends_on": row.ends_on, "confirmed": row.confirmed} for row in event.dates.all()
    ]


class EventSerializer(RecordSerializer):
    """An event as JSON."""

    village = Reference()
    centre = Reference()
    province = Reference()
    months = Value(lambda event, view: months_of(event.months))
    dates = Value(dates)


class EventAPIViewSet(RecordAPIViewSet):
    """Festivals and fairs."""

    model = Event
    name = "events"
    base_serializer_class = EventSerializer
    filter_form = EventFilters
    summary: ClassVar[list[str]] = [
        "village", "province", "calendar", "months", "first_day", "last_day", "years", "dates",
    ]  # fmt: skip
    details: ClassVar[list[str]] = ["centre", "description"]


def region(province: Province, view: Any) -> dict[str, Json] | None:
    """Return the macro-region of a province."""
    own = province.region
    return {"slug": own.slug, "names": dict(Label(own.name).data)} if own else None


class ProvinceSerializer(RecordSerializer):
    """A province as JSON."""

    country = Value(lambda province, view: province.country)
    region = Value(region)
    former_names = Value(
        lambda province, view: [{"name": row.name, "kind": row.kind} for row in province.aliases.all()]
    )


class ProvinceAPIViewSet(RecordAPIViewSet):
    """Provinces; they have no page of their own."""

    model = Province
    name = "provinces"
    base_serializer_class = ProvinceSerializer
    summary: ClassVar[list[str]] = ["country", "official_code", "unit_type", "region"]
    details: ClassVar[list[str]] = ["unit_note", "merged_from", "communes", "timezone", "former_names"]

    def get_queryset(self) -> QuerySet[Any]:
        """Join the region."""
        return super().get_queryset().select_related("region")
