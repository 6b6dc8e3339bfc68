"""The brute-force answer to every facet: plain Python over the rows, knowing nothing of the filters' own queries."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import QueryDict
from tests.facet_world import TODAY

from centres.filters import CentreFilters
from centres.models import Centre, CentrePage
from crafts.filters import CraftFilters
from crafts.models import Craft, CraftPage
from places.event_filters import EventFilters
from places.filters import VillageFilters
from places.models import Event, Village, VillagePage
from products.filters import ProducerFilters, ProductFilters
from products.models import Producer, Product, ProductPage
from routes.filters import RouteFilters
from routes.models import Route, RoutePage, RouteStop
from stories.filters import StoryFilters
from stories.models import StoryPage, StorySubject

Values = dict[str, set[str]]
LANGUAGE = "en"
FORMS = {
    "products": ProductFilters, "producers": ProducerFilters, "villages": VillageFilters, "centres": CentreFilters,
    "routes": RouteFilters, "crafts": CraftFilters, "events": EventFilters, "stories": StoryFilters,
}  # fmt: skip


def rows(section: str) -> dict[int, Values]:
    """Return the values of each facet for each record of a listing, by key."""
    return _ROWS[section]()


def query_of(chosen: Mapping[str, list[str]]) -> QueryDict:
    """Return a query with these values."""
    data = QueryDict(mutable=True)
    for name, values in chosen.items():
        data.setlist(name, values)
    return data


def combinations(table: Mapping[int, Values], seed: str, number: int) -> Iterator[dict[str, list[str]]]:
    """Return random choices of the values that occur, often several of one facet."""
    dice = random.Random(seed)
    offered = {
        name: sorted(set().union(*(row[name] for row in table.values()))) for name in next(iter(table.values()))
    }
    names = sorted(name for name, values in offered.items() if values)
    for _number in range(number):
        chosen = dice.sample(names, min(len(names), dice.choice((0, 1, 1, 2, 2, 3, 4))))
        yield {name: dice.sample(offered[name], min(len(offered[name]), dice.choice((1, 1, 2, 3)))) for name in chosen}


def left(table: Mapping[int, Values], chosen: Mapping[str, list[str]], but: str = "") -> set[int]:
    """Return the keys of the records that the chosen values leave."""
    asked = {name: set(values) for name, values in chosen.items() if name != but}
    return {pk for pk, row in table.items() if all(row[name] & values for name, values in asked.items())}


def counts(table: Mapping[int, Values], chosen: Mapping[str, list[str]], name: str) -> Counter[str]:
    """Return how many records each value of a facet would leave."""
    return Counter(value for pk in left(table, chosen, but=name) for value in table[pk][name])


def _slug(record: Any) -> set[str]:
    return {record.slug} if record is not None and record.live else set()


def _yes(holds: bool) -> set[str]:
    return {"yes"} if holds else set()


def _where(record: Any) -> Values:
    province = record.province
    region = province.region if province is not None else None
    return {"province": _slug(province), "region": {region.slug} if region else set()}


def _public(page: Any) -> bool:
    return page.live and page.locale.language_code == LANGUAGE and not page.get_view_restrictions().exists()


def _told(pages: Any, kind: str, record: Any) -> set[str]:
    narratives = [page for page in pages.objects.filter(record_id=record.pk) if _public(page)]
    about = StorySubject.objects.filter(**{f"{kind}_id": record.pk}) if kind else ()
    return _yes(bool(narratives) or any(_public(row.page) for row in about))


def _visiting(places: list[Any]) -> Values:
    """Tell whether one of the places has something to try, and lies on a live route."""
    there = [place for place in places if place is not None]
    tried = any(row.live for place in there for row in place.experiences.all())
    stops = any(stop.route.live for place in there for stop in place.route_stops.all())
    return {"experience": _yes(tried), "on_route": _yes(stops)}


def _products() -> dict[int, Values]:
    return {product.pk: _product(product) for product in Product.objects.filter(live=True)}


def _product(product: Any) -> Values:
    marks = product.quality_marks.all()
    stars = product.current_stars if product.current_until and product.current_until >= TODAY else None
    return {
        **_where(product),
        **_visiting([product.village, product.centre]),
        "programme": {product.programme.key},
        "group": {product.group.key},
        "stars": {str(stars)} if stars else set(),
        "village": _slug(product.village),
        "craft": _slug(product.craft),
        "mark": {mark.kind for mark in marks if mark.valid_until is None or mark.valid_until >= TODAY},
        "role": {row.role for row in product.stock.all() if row.centre.live},
        "story": _told(ProductPage, "product", product),
    }


def _producers() -> dict[int, Values]:
    found = {}
    for producer in Producer.objects.filter(live=True):
        products = [product for product in producer.products.all() if product.live]
        found[producer.pk] = {
            **_where(producer),
            "village": _slug(producer.village),
            "group": {product.group.key for product in products},
            "craft": {slug for product in products for slug in _slug(product.craft)},
        }
    return found


def _villages() -> dict[int, Values]:
    return {
        village.pk: {
            **_where(village),
            **_visiting([village]),
            "craft": {slug for craft in village.crafts.all() for slug in _slug(craft)},
            "model": _yes(village.is_model_destination),
            "story": _told(VillagePage, "village", village),
            "accessible": _yes(village.step_free_entrance == "yes"),
        }
        for village in Village.objects.filter(live=True)
    }


def _centres() -> dict[int, Values]:
    return {
        centre.pk: {
            **_where(centre),
            **_visiting([centre]),
            "kind": {centre.kind},
            "village": _slug(centre.village),
            "role": {row.role for row in centre.stock.all() if row.product.live},
            "story": _told(CentrePage, "centre", centre),
            "accessible": _yes(centre.step_free_entrance == "yes"),
        }
        for centre in Centre.objects.filter(live=True)
    }


def _routes() -> dict[int, Values]:
    found = {}
    for route in Route.objects.filter(live=True):
        stops = RouteStop.objects.filter(route=route)
        where = [_where(place) for stop in stops if (place := stop.village or stop.centre).live]
        found[route.pk] = {
            "status": {route.status},
            "days": {str(min(route.days, 3))},
            "province": set().union(*(values["province"] for values in where)),
            "region": set().union(*(values["region"] for values in where)),
            "story": _told(RoutePage, "", route),
        }
    return found


def _crafts() -> dict[int, Values]:
    return {
        craft.pk: {
            "family": {craft.family},
            "country": {craft.country_code},
            "story": _told(CraftPage, "craft", craft),
        }
        for craft in Craft.objects.filter(live=True)
    }


def _events() -> dict[int, Values]:
    return {event.pk: _event(event) for event in Event.objects.filter(live=True)}


def _event(event: Any) -> Values:
    """Take the solar months of the world's events: those of its dates, else those of its calendar."""
    year = [(TODAY.year + number // 12, number % 12 + 1) for number in range(TODAY.month - 1, TODAY.month + 11)]
    dated = {(row.starts_on.year, row.starts_on.month) for row in event.dates.all()}
    held = [month for month in year if (month in dated if dated else event.months >> month[1] & 1)]
    at = event.village_id or (event.centre and event.centre.village_id)
    stops = RouteStop.objects.filter(route__live=True)
    there = [stop for stop in stops if at and at in (stop.village_id, stop.centre and stop.centre.village_id)]
    return {
        **_where(event),
        "month": {f"{number}-{month:02}" for number, month in held},
        "village": _slug(event.village or (event.centre and event.centre.village)),
        "route": {stop.route.slug for stop in there},
    }


def _stories() -> dict[int, Values]:
    """Return the version of each story that a reader of `LANGUAGE` gets: the fallback is Vietnamese."""
    best: dict[Any, Any] = {}
    for page in StoryPage.objects.filter(live=True).order_by("pk"):
        if page.translation_key not in best or page.locale.language_code == LANGUAGE:
            best[page.translation_key] = page
    return {page.pk: _story(page) for page in best.values()}


def _story(page: Any) -> Values:
    values: Values = {"craft": set(), "province": set(), "region": set(), "story": _yes(_public(page))}
    for row in StorySubject.objects.filter(page=page):
        craft = row.craft or (row.product.craft if row.product else None)
        values["craft"] |= _slug(craft)
        if place := row.village or row.centre or row.product:
            for name, found in _where(place).items():
                values[name] |= found
    return values


_ROWS = {
    "products": _products, "producers": _producers, "villages": _villages, "centres": _centres, "routes": _routes,
    "crafts": _crafts, "events": _events, "stories": _stories,
}  # fmt: skip
