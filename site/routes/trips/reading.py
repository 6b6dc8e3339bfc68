"""Villages and centres by their short codes, with all that a plan shows of them, in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

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
    others = {row.code: row for row in rows} if wanted else {}
    found = (_leads_to(others[code]) if code in others else [code] for code in wanted)
    return list(dict.fromkeys(code for codes in found for code in codes))


def _leads_to(row: ShortCode) -> list[str]:
    if row.section == "routes":
        stops = RouteStop.objects.filter(route__slug=row.slug, route__live=True).select_related("village", "centre")
        return [stop.place.code for stop in stops.order_by("sort_order", "pk") if stop.place and stop.place.live]
    model = models_by_section().get(row.section)
    names = {column.name for column in model._meta.concrete_fields} if model else set()
    relations = [name for name in ("centre", "village") if name in names]
    if model is None or not relations:
        return []
    record = model._default_manager.filter(slug=row.slug, live=True).select_related(*relations).first()
    return list(_codes(getattr(record, name) for name in relations))[:1] if record else []


def _codes(places: Iterable[Any]) -> Iterator[str]:
    """Yield the codes of the places that are shown."""
    for place in places:
        if place is not None and place.live:
            yield place.code
