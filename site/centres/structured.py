"""The structured data of a centre's page (schema.org, JSON-LD): what the page itself shows, nothing more."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from centres.models import Centre
from centres.schema_org import hours_data
from core import addresses, clock

TYPES: dict[str, str] = {
    Centre.Kind.MUSEUM: "Museum",
    Centre.Kind.SALES_POINT: "Store",
    Centre.Kind.SHOWROOM: "Store",
}


def centre_data(request: HttpRequest, centre: Centre) -> dict[str, Any]:
    """Return a centre as schema.org knows it: a museum, a store, or a local business."""
    name, language = centre.name_in()
    data = {
        "@context": "https://schema.org",
        "@type": TYPES.get(centre.kind, "LocalBusiness"),
        "name": name,
        "url": addresses.absolute(request, centre.url),
        "telephone": centre.phone,
        "sameAs": centre.website,
        "address": _address(centre, language),
        "geo": _point(centre),
        **hours_data(centre.schedule, clock.today(centre.zone)),
    }
    return {key: value for key, value in data.items() if value}


def _address(centre: Centre, language: str) -> dict[str, str]:
    region = centre.province.name_in(language)[0] if centre.province and centre.province.live else ""
    parts = {"streetAddress": centre.address, "addressRegion": region, "addressCountry": centre.country}
    return {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}


def _point(centre: Centre) -> dict[str, Any]:
    if centre.point is None:
        return {}
    latitude, longitude = centre.point
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
