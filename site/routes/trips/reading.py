"""Villages and centres by their short codes, with all that a plan shows of them, in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from centres.models import Centre
from core.models import ShortCode
from core.registry import models_by_section
from places.models import Village
from routes.models import RouteStop

VILLAGE_PARTS = ("notices", "experiences")
CENTRE_PARTS = ("experiences", "village__notices")


@dataclass(frozen=True)
class Gone:
    """A stop that can't be planned. `record` when it is still there but not shown; else its former `slug`, if any."""

    code: str
    record: Any = None
    slug: str = ""


@dataclass(frozen=True)
class Found:
    """What codes stand for: places that are shown, by code in the order asked, and the rest."""

    places: dict[str, Any] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()


def places_of(codes: Iterable[str]) -> Found:
    """Read villages and centres with crafts' family, province, hours, notices and experiences."""
    wanted = list(dict.fromkeys(codes))
    if not wanted:
        return Found()
    villages = Village.objects.for_cards().prefetch_related(*VILLAGE_PARTS)
    centres = Centre.objects.for_cards().with_hours().prefetch_related(*CENTRE_PARTS)
    records = {
        record.code: record
        for model in (centres, villages)
        for record in model.filter(code__in=wanted).order_by("live", "pk")
    }
    missing = [code for code in wanted if code not in records]
    slugs = _slugs(missing)
    return Found(
        {code: records[code] for code in wanted if code in records and records[code].live},
        tuple(
            Gone(code, records.get(code), slugs.get(code, ""))
            for code in wanted
            if code not in records or not records[code].live
        ),
    )


def _slugs(codes: list[str]) -> dict[str, str]:
    """Return what codes were once given to; a code that nobody knows isn't there."""
    if not codes:
        return {}
    return dict(ShortCode.objects.filter(code__in=codes).values_list("code", "slug"))


def stops_of(codes: Iterable[str]) -> list[str]:
    """Return the codes of places that codes of any records lead to: a route's stops, a product's or event's place.

    Codes of villages and centres, and what nobody knows, stay as they are; a record without a place leads nowhere.
    """
    wanted = list(dict.fromkeys(codes))
    rows = ShortCode.objects.filter(code__in=wanted).exclude(section__in=(Village.section, Centre.section))
    leads = {code: [code] for code in wanted}
    slugs: dict[str, dict[str, str]] = {}
    for row in rows if wanted else ():
        slugs.setdefault(row.section, {})[row.code] = row.slug
    for section, by_code in slugs.items():
        found = _leads_to(section, by_code.values())
        leads.update((code, found.get(slug, [])) for code, slug in by_code.items())
    return list(dict.fromkeys(code for codes in leads.values() for code in codes))


def _leads_to(section: str, slugs: Iterable[str]) -> dict[str, list[str]]:
    """Return the codes of the places that records of a section lead to, by slug; one query."""
    if section == "routes":
        return _stops_of_routes(slugs)
    model = models_by_section().get(section)
    names = {column.name for column in model._meta.concrete_fields} if model else set()
    relations = [name for name in ("centre", "village") if name in names]
    if model is None or not relations:
        return {}
    records = model._default_manager.filter(slug__in=slugs, live=True).select_related(*relations)
    return {record.slug: list(_codes(getattr(record, name) for name in relations))[:1] for record in records}


def _stops_of_routes(slugs: Iterable[str]) -> dict[str, list[str]]:
    stops = RouteStop.objects.filter(route__slug__in=slugs, route__live=True).annotate(of=F("route__slug"))
    found: dict[str, list[str]] = {}
    for stop in stops.select_related("village", "centre").order_by("sort_order", "pk"):
        found.setdefault(stop.of, []).extend(_codes([stop.place]))
    return found


def _codes(places: Iterable[Any]) -> Iterator[str]:
    """Yield the codes of the places that are shown."""
    for place in places:
        if place is not None and place.live:
            yield place.code
