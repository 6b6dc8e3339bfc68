"""Reading what the page of a route needs besides the route itself: a fixed number of queries, however many stops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q

from centres.models import Centre, Experience, Stock
from places.models import Notice, Village
from products.models import Product
from routes.models import RouteStop

Key = tuple[str, int]  # "village" or "centre", and its primary key


@dataclass(frozen=True)
class Offers:
    """What there is at the stops, by `key_of` the place: experiences, and products whose stars hold, best first."""

    experiences: dict[Key, list[Experience]] = field(default_factory=dict)
    products: dict[Key, list[Product]] = field(default_factory=dict)


def key_of(place: Any) -> Key:
    """Return what tells a village from a centre of the same number."""
    return ("centre" if isinstance(place, Centre) else "village", place.pk)


def read_notices(stops: Iterable[RouteStop]) -> None:
    """Fetch the live notices of all places of the stops, the villages of centres included, in one query."""
    places = {key_of(place): place for stop in stops for place in _places(stop)}
    if not places:
        return
    rows = Notice.objects.filter(at_places(places), live=True).order_by("-starts_on", "pk")
    found: dict[Key, list[Notice]] = defaultdict(list)
    for notice in rows:
        found[_key_of_row(notice)].append(notice)
    for stop in stops:
        for place in _places(stop):
            fetched(place, "notices", found[key_of(place)])


def read_offers(stops: Sequence[RouteStop]) -> Offers:
    """Read experiences and starred products of the stops: two queries."""
    places = [key_of(stop.place) for stop in stops if stop.place]
    if not places:
        return Offers()
    experiences: dict[Key, list[Experience]] = defaultdict(list)
    for experience in Experience.objects.filter(at_places(places), live=True).order_by("pk"):
        experiences[_key_of_row(experience)].append(experience)
    return Offers(experiences, _products(places))


def _products(places: Sequence[Key]) -> dict[Key, list[Product]]:
    """Return the products of villages, and those that centres are known to make or sell."""
    villages, centres = _keys(places, "village"), _keys(places, "centre")
    here = Q(village_id__in=villages) | Q(pk__in=Stock.objects.filter(centre_id__in=centres).values("product_id"))
    columns = ("slug", "name", "village_id", "programme", *Product.current_fields)
    rows = Product.objects.live().starred().filter(here).annotate(at_centre=F("stock__centre_id"))
    rows = rows.select_related("programme").order_by("-current_stars", "sort_vi", "pk")
    found: dict[Key, dict[int, Product]] = defaultdict(dict)
    for product in rows.only(*columns, "programme__short_name", "programme__country_code"):
        if product.village_id in villages:
            found[("village", product.village_id)].setdefault(product.pk, product)
        if product.at_centre in centres:
            found[("centre", product.at_centre)].setdefault(product.pk, product)
    return {key: list(products.values()) for key, products in found.items()}


def _key_of_row(row: Notice | Experience) -> Key:
    """Return the place of a row that has exactly one."""
    return ("centre", row.centre_id) if row.centre_id else ("village", row.village_id or 0)


def _places(stop: RouteStop) -> list[Village | Centre]:
    home = stop.centre.village if stop.centre else None
    return [place for place in (stop.place, home) if place is not None]


def at_places(places: Iterable[Key]) -> Q:
    """Return the condition that a row is of one of the villages or centres."""
    keys = list(places)
    return Q(village_id__in=_keys(keys, "village")) | Q(centre_id__in=_keys(keys, "centre"))


def _keys(places: Iterable[Key], kind: str) -> set[int]:
    return {key for one, key in places if one == kind}


def fetched(record: Any, relation: str, found: list[Any]) -> None:
    """Leave related rows with a record as `prefetch_related` would."""
    rows = getattr(record, relation).all()
    rows._result_cache, rows._prefetch_done = found, True
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    record._prefetched_objects_cache[relation] = rows
