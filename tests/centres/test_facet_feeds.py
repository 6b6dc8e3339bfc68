"""List, map and feeds hold the same records under the same filters."""

from __future__ import annotations

import os

import pytest
from tests import facet_reference as reference
from tests.facet_reference import combinations

COMBINATIONS = 300 if os.environ.get("FULL") == "1" else 3
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


def test_list_map_and_feed_of_centres_hold_the_same(client, reader):
    for chosen in combinations(reference.rows("centres"), "feeds", COMBINATIONS):
        listed, count = slugs_of(client, "/en/centres/", chosen)
        assert len(listed) == len(set(listed)) == count
        assert slugs_of(client, "/en/map/", chosen)[0] == listed
        body = client.get("/en/map/centres.geojson", chosen).json()
        fed = [feature["properties"]["slug"] for feature in body["features"]]
        assert sorted(fed + [item["slug"] for item in body["unlocated"]]) == sorted(listed), chosen


@pytest.mark.parametrize("section", ["products", "villages"])
def test_list_and_clustered_feed_count_the_same(client, reader, section):
    for chosen in combinations(reference.rows(section), f"feeds {section}", COMBINATIONS):
        _listed, count = slugs_of(client, f"/en/{section}/", chosen)
        body = client.get(f"/en/map/{section}.geojson", chosen).json()
        total = sum(feature["properties"].get("count", 1) for feature in body["features"])
        assert total + body.get("unlocated", 0) == count, chosen
