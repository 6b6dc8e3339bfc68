"""The feed of product origins for the map: where the products under the filters come from."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from core import languages, sections
from core.cards import planned
from core.filters import FilterForm
from places.map_features import Spot, collection
from places.map_feed import Asked, map_feed
from places.map_sharing import public_pairs
from places.models import Province, Village
from products.filters import ProductFilters
from products.models import Product
from products.origins import centre_model, located, origins


@map_feed(ProductFilters)
def products_feed(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Return the origins of the live products under the filters, gathered by zoom; `unlocated` have none.

    `precision` is "village", "centre", or "province" when nothing nearer is known: the point then stands for it all.
    """
    spots, unlocated = located(origins(_wanted(asked.form)))
    words = OriginWords(asked.form)
    return {**collection(spots, asked.box, asked.zoom, words.describe), "unlocated": unlocated}


def _wanted(form: FilterForm) -> Any:
    """Return the products under the filters, each once whatever tables the filters join."""
    products = Product.objects.live()
    if not form.is_filtered:
        return products
    return Product.objects.filter(pk__in=form.narrow(products).order_by().values("pk"))


class OriginWords:
    """Names and addresses of origins; addresses of lists keep the filters of the map."""

    def __init__(self, form: FilterForm) -> None:
        self.form = form

    def describe(self, spots: list[Spot]) -> dict[str, dict[str, Any]]:
        """Say name, kind and address of some origins: a query for each kind of place, one for lone products."""
        places = _places(spots)
        lone = Product.objects.select_related("programme").in_bulk([spot.first for spot in spots if spot.count == 1])
        return {spot.key: self._words(spot, places[spot.key], lone.get(spot.first)) for spot in spots}

    def _words(self, spot: Spot, place: Any, product: Product | None) -> dict[str, Any]:
        """Return what the map says of an origin; of a lone product its own name and page."""
        name, language = place.name_in()
        words = {"kind": spot.kind, "slug": place.slug, "name": name, "name_lang": language, "place": _province(place),
                 "url": self._list(spot, place), "count": spot.count, "precision": spot.kind}  # fmt: skip
        plan = None if spot.kind == "province" else planned(place)
        if plan:
            words["code"] = plan.codes
        if product is None:
            return words
        title, title_language = product.name_in()
        where = ", ".join(dict.fromkeys(part for part in (name, words["place"]) if part))
        return {**words, "kind": "product", "slug": product.slug, "name": title, "name_lang": title_language,
                "place": where, "url": product.url, **({"origin": plan.name} if plan else {})}  # fmt: skip

    def _list(self, spot: Spot, place: Any) -> str:
        """Return the list of an origin's products; a centre's products stand on its own page."""
        if spot.kind not in self.form.fields:
            return place.url
        kept = [(name, value) for name, value in public_pairs(self.form) if name != spot.kind]
        return f"{sections.url('products', languages.active())}?{urlencode([*kept, (spot.kind, place.slug)])}"


def _places(spots: list[Spot]) -> dict[str, Any]:
    """Return the places of some origins by their keys."""
    models: dict[str, Any] = {"village": Village, "centre": centre_model(), "province": Province}
    found = {}
    for kind, model in models.items():
        keys = [spot.pk for spot in spots if spot.kind == kind]
        places = model.objects.filter(pk__in=keys) if keys else model.objects.none()
        joined = places if model is Province else places.select_related("province")
        found.update({f"{kind}-{place.pk}": place for place in joined})
    return found


def _province(place: Any) -> str:
    """Return the name of a place's province; nothing for a province itself."""
    province = getattr(place, "province", None)
    return province.name_in()[0] if province and province.live else ""
