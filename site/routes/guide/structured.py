"""A route for search engines: a TouristTrip (schema.org) whose itinerary is an ItemList of its places."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from core import addresses
from core.labels import Label
from routes.itinerary import Itinerary, Stop
from routes.models import Route


def tourist_trip(request: HttpRequest, route: Route, itinerary: Itinerary) -> dict[str, Any]:
    """Return the JSON-LD of a route's page; empty without a stop, which leaves nothing to tell."""
    stops = list(itinerary.stops())
    if not stops:
        return {}
    return {
        "@context": "https://schema.org",
        "@type": "TouristTrip",
        "name": itinerary.title,
        **({"description": str(Label(route.tagline))} if Label(route.tagline) else {}),
        "url": addresses.absolute(request, route.url),
        "itinerary": {
            "@type": "ItemList",
            "numberOfItems": len(stops),
            "itemListElement": [_item(request, stop) for stop in stops],
        },
    }


def _item(request: HttpRequest, stop: Stop) -> dict[str, Any]:
    place: dict[str, Any] = {
        "@type": "TouristAttraction",
        "name": stop.name,
        "url": addresses.absolute(request, stop.path),
    }
    if stop.point:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": stop.point[0], "longitude": stop.point[1]}
    if stop.address:
        place["address"] = stop.address
    return {"@type": "ListItem", "position": stop.number, "item": place}
