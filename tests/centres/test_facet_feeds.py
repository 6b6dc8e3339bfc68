"""List, map and feed of every layer hold the same records under 300 random filter combinations (FULL=1)."""

from __future__ import annotations

import os
from collections import defaultdict
from urllib.parse import parse_qs

import pytest
from tests import facet_reference as reference
from tests.facet_reference import combinations

from core.registry import models_by_section
from places import map_layers, outlines
from products.models import Product

COMBINATIONS = 300 if os.environ.get("FULL") == "1" else 3
NEAREST = 22  # the zoom at which only what shares a spot stands together
pytestmark = pytest.mark.sampled(2)


def slugs_of(client, path, chosen):
    """Return the slugs of all pages of a list, and how many it says there are."""
    slugs, number = [], 1
    while True:
        context = client.get(path, {**chosen, "page": number}).context
        slugs += [card.slug for card in context["cards"]]
        if not context["page_obj"].has_next():
            return slugs, context["page_obj"].paginator.count
        number += 1


def listed_and_fed(client, section):
    """Give for each combination: the choice, the slugs of the list, and the feed; list and map page agree."""
    for chosen in combinations(reference.rows(section), f"feeds {section}", COMBINATIONS):
        listed, count = slugs_of(client, f"/en/{section}/", chosen)
        assert len(listed) == len(set(listed)) == count
        assert slugs_of(client, "/en/map/", {**chosen, "layer": section}) == (listed, count), chosen
        yield chosen, listed, client.get(f"/en/map/{section}.geojson", {**chosen, "zoom": NEAREST}).json()


def told(body):
    """Return what the feed says of each place, also of those that share a spot."""
    every = [feature["properties"] for feature in body["features"]]
    return [one for each in every for one in each.get("members", [each])]


def test_every_layer_of_the_map_is_compared(reader):
    assert {layer.section for layer in map_layers.layers()} == {"centres", "villages", "products", "routes"}


def test_list_map_and_feed_of_centres_hold_the_same(client, reader):
    for chosen, listed, body in listed_and_fed(client, "centres"):
        fed = [feature["id"] for feature in body["features"]] + [one["slug"] for one in body["unlocated"]]
        assert sorted(fed) == sorted(listed), chosen


@pytest.mark.parametrize("section", ["villages", "routes"])
def test_list_map_and_feed_hold_the_same(client, reader, section):
    records = {record.slug: record for record in models_by_section()[section].objects.live()}
    for chosen, listed, body in listed_and_fed(client, section):
        located = [slug for slug in listed if has_point(records[slug])]
        assert sorted(one["slug"] for one in told(body)) == sorted(located), chosen
        assert body["unlocated"] == len(listed) - len(located), chosen
        assert body["count"] == body["total"] == len(located)


def has_point(record):
    """Tell whether a village, or a live stop of a route, has a point."""
    places = [stop.place for stop in record.stops.all()] if hasattr(record, "stops") else [record]
    return any(place.point for place in places if place.live)


def test_list_map_and_feed_of_products_hold_the_same(client, reader):
    origins = {product.slug: origin_of(product) for product in Product.objects.live()}
    for chosen, listed, body in listed_and_fed(client, "products"):
        made = defaultdict(set)
        for slug in listed:
            made[origins[slug]].add(slug)
        unlocated = made.pop(None, set())
        assert body["unlocated"] == len(unlocated), chosen
        fed = told(body)
        lone = {one["slug"] for one in fed if one["kind"] == "product"}
        assert lone == {slug for slugs in made.values() if len(slugs) == 1 for slug in slugs}, chosen
        together = {(one["kind"], one["slug"]): one["count"] for one in fed if one["kind"] != "product"}
        assert together == {place: len(slugs) for place, slugs in made.items() if len(slugs) > 1}, chosen
        for one in fed:
            if one["kind"] == "village":
                path, query = one["url"].split("?")
                assert set(slugs_of(client, path, parse_qs(query))[0]) == made["village", one["slug"]], chosen


def origin_of(product):
    """Return kind and slug of the place that stands for a product: the nearest live one with a point."""
    for kind in ("village", "centre"):
        place = getattr(product, kind)
        if place is not None and place.live and place.point:
            return kind, place.slug
    province = product.province
    known = province and province.live and outlines.point_in(province.country_code, province.official_code)
    return ("province", province.slug) if known else None
