"""Query budgets: the same number of queries for few rows as for many, with the dummy cache."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.budgets.worlds import world
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_story,
    make_village,
    narrative,
    quickly,
    site_tree,
)
from tests.full_body import full_body

from core.fields import mask_of
from places.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.sampled]
LIST, DETAIL = 12, 20
HEADROOM = 2  # kept free for what a page will show one day
MANY = 12


def queries_of(client, url):
    """Return the queries of one request, each told by its first words and table."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(url)
        assert response.status_code == 200, url
    return [query["sql"] for query in captured.captured_queries]


def explain(queries):
    """Say what the queries are for: the tables they read."""
    return "\n".join(f"{count}× {sql[:160]}" for sql, count in Counter(sql for sql in queries).most_common())


@pytest.mark.parametrize(
    "section", ["products", "villages", "centres", "routes", "crafts", "producers", "events", "stories"]
)
def test_a_list_costs_the_same_for_many(client, section):
    site_tree()
    world(2)
    few = queries_of(client, f"/en/{section}/")
    world(MANY)
    many = queries_of(client, f"/en/{section}/")
    assert len(many) <= len(few), explain(many)
    assert len(many) <= LIST, explain(many)


@pytest.mark.parametrize("narrowed", ["", "&province={}", "&village={}", "&q=festival"])
def test_a_month_costs_the_same_for_many(client, narrowed):
    site_tree()
    village = made_in_december(2)
    chosen = narrowed.format(village.province.slug if "province" in narrowed else village.slug)
    few = queries_of(client, f"/en/events/?month=2026-12{chosen}")
    made_in_december(MANY, village)
    many = queries_of(client, f"/en/events/?month=2026-12{chosen}")
    assert len(many) <= len(few), explain(many)
    assert len(many) <= LIST + 1, explain(many)


def made_in_december(count, village=None):
    """Make events, fairs, closures and a craft in season at a village in December 2026, and return the village."""
    december, fair = mask_of([12]), {"fair_starts_on": date(2026, 12, 5), "fair_ends_on": date(2026, 12, 8)}
    for number in range(1, count + 1):
        craft = make_craft(months=december)
        village = village or make_village(crafts=[craft])
        make_village(crafts=[craft], province=village.province)
        centre = make_centre(village=village, province=village.province)
        make_centre(village=village, province=village.province, kind="fair_stand", **fair)
        for place in ({"village": village}, {"centre": centre}):
            make_event(f"Festival {number}", calendar="solar", months=december, first_day=number, **place)
            Notice.objects.create(kind="closure", text={"en": "Flood"}, starts_on=date(2026, 12, number), **place)
    return village


@pytest.mark.parametrize("kind", ["village", "craft", "product", "centre", "producer", "route", "event"])
def test_a_detail_costs_the_same_for_many(client, kind):
    site_tree()
    made = world(2)
    record = getattr(made, kind)
    if hasattr(record, "narratives"):
        for language in ("vi", "en"):
            narrative(record, language)
    few = queries_of(client, record.get_url("en"))
    made.grow(MANY)
    many = queries_of(client, record.get_url("en"))
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL, explain(many)


@pytest.mark.parametrize("kind", ["village", "centre", "product", "craft", "story"])
def test_every_block_six_pictures_and_ten_records_fit_the_budget(client, kind):
    site_tree()
    costs = []
    for pictures, each in ((2, 1), (6, 2)):
        made = world(2)
        with quickly():
            words = full_body(pictures, each)
            page = narrative(getattr(made, kind), "en", body=words) if kind != "story" else None
            page = page or make_story("en", f"Story of {each}", subject=made.village, body=words)
        url = getattr(made, kind).get_url("en") if kind != "story" else page.url
        client.get(url)
        costs.append(queries_of(client, url))
    few, many = costs
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL - HEADROOM, explain(many)


@pytest.mark.parametrize("url", ["/en/", "/en/map/"])
def test_home_and_map_cost_the_same_for_many(client, url):
    site_tree()
    world(2)
    few = queries_of(client, url)
    world(MANY)
    many = queries_of(client, url)
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL, explain(many)
