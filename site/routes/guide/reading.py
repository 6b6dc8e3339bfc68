"""Reading what the page of a route needs besides the route itself: a fixed number of queries, however many stops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, QuerySet

from centres.models import Centre, Experience, OpeningPeriod, SpecialDay, Stock
from core.together import fetched, read_together
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


def read_doors(stops: Iterable[RouteStop]) -> None:
    """Fetch in one query the hours of centres and the live notices of all places, of centres' villages too."""
    places = [place for stop in stops for place in _places(stop)]
    if not places:
        return
    keys = [key_of(place) for place in places]
    centres = _keys(keys, "centre")
    periods = OpeningPeriod.objects.filter(centre_id__in=centres).order_by("sort_order", "pk")
    days = SpecialDay.objects.filter(centre_id__in=centres).order_by("day", "pk")
    notices = Notice.objects.filter(at_places(keys), live=True).order_by("-starts_on", "pk")
    read_together(periods, days, notices)
    hours = {"opening_periods": _by_place(periods), "special_days": _by_place(days)}
    told = _by_place(notices)
    for place in places:
        fetched(place, "notices", told[key_of(place)])
        for relation, found in hours.items() if isinstance(place, Centre) else ():
            fetched(place, relation, found[key_of(place)])


def read_offers(stops: Sequence[RouteStop]) -> Offers:
    """Read experiences and starred products of the stops in one query."""
    places = [key_of(stop.place) for stop in stops if stop.place]
    if not places:
        return Offers()
    experiences, products = Experience.objects.filter(at_places(places), live=True).order_by("pk"), _starred(places)
    read_together(experiences, products)
    return Offers(_by_place(experiences), _products(products, places))


def _by_place(rows: Iterable[Any]) -> dict[Key, list[Any]]:
    """Return rows of exactly one place each by that place."""
    found: dict[Key, list[Any]] = defaultdict(list)
    for row in rows:
        found[("centre", row.centre_id) if row.centre_id else ("village", row.village_id or 0)].append(row)
    return found


def _starred(places: Sequence[Key]) -> QuerySet[Product]:
    """Return the products of the villages, and those that the centres are known to make or sell."""
    made_or_sold = Stock.objects.filter(centre_id__in=_keys(places, "centre")).values("product_id")
    here = Q(village_id__in=_keys(places, "village")) | Q(pk__in=made_or_sold)
    columns = ("slug", "name", "village_id", "programme", *Product.current_fields)
    rows = Product.objects.live().starred().filter(here).annotate(at_centre=F("stock__centre_id"))
    rows = rows.select_related("programme").order_by("-current_stars", "sort_vi", "pk")
    return rows.only(*columns, "programme__short_name", "programme__country_code")


def _products(rows: Iterable[Any], places: Sequence[Key]) -> dict[Key, list[Product]]:
    villages, centres = _keys(places, "village"), _keys(places, "centre")
    found: dict[Key, dict[int, Product]] = defaultdict(dict)
    for product in rows:
        if product.village_id in villages:
            found[("village", product.village_id)].setdefault(product.pk, product)
        if product.at_centre in centres:
            found[("centre", product.at_centre)].setdefault(product.pk, product)
    return {key: list(products.values()) for key, products in found.items()}


def _places(stop: RouteStop) -> list[Village | Centre]:
    home = stop.centre.village if stop.centre else None
    return [place for place in (stop.place, home) if place is not None]


def at_places(places: Iterable[Key]) -> Q:
    """Return the condition that a row is of one of the villages or centres."""
    keys = list(places)
    return Q(village_id__in=_keys(keys, "village")) | Q(centre_id__in=_keys(keys, "centre"))


def _keys(places: Iterable[Key], kind: str) -> set[int]:
    return {key for one, key in places if one == kind}
