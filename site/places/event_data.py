"""What search engines are told of an event: the times that are confirmed and still to come (schema.org/Event)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from core import addresses
from places.models import Event
from places.occurrences import Occurrence


def event_data(request: HttpRequest, event: Event, coming: list[Occurrence]) -> list[dict[str, Any]]:
    """Return an object for each confirmed time; a day that is only worked out is told to nobody as a fact."""
    place = _place(event)
    if place is None:
        return []
    return [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": event.shown_name,
            "url": addresses.absolute(request, event.url),
            "startDate": found.starts_on.isoformat(),
            "endDate": found.ends_on.isoformat(),
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": place,
        }
        for found in coming
        if found.confirmed
    ]


def _place(event: Event) -> dict[str, Any] | None:
    """Return where it takes place; None when nobody said, for an event must have a place (schema.org)."""
    own: Any = event.village or event.centre or event.province
    if own is None:
        return None
    address = {"@type": "PostalAddress", "addressCountry": own.country}
    if event.province is not None:
        address["addressRegion"] = event.province.shown_name
    place: dict[str, Any] = {"@type": "Place", "name": own.shown_name, "address": address}
    if point := getattr(own, "point", None):
        place["geo"] = {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
    return place
