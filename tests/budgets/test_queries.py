"""Query budgets: the same number of queries for few rows as for many, with the dummy cache."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.core.test_blocks import body, document
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_image,
    make_producer,
    make_product,
    make_recognition,
    make_route,
    make_story,
    make_village,
    narrative,
    quickly,
    site_tree,
)

from core.fields import mask_of
from places.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.sampled]
LIST, DETAIL = 12, 20
MANY = 12


def world(count):
    """Make `count` of everything, linked with everything else."""
    with quickly():
        return _world(count)


def _world(count):
    craft = make_craft()
    village = make_village(crafts=[craft], latitude=21.0, longitude=105.8)
    for _ in range(count):
        other = make_village(crafts=[craft], province=village.province, latitude=21.1, longitude=105.8)
        producer = make_producer(province=village.province, village=village)
        product = make_product(craft=craft, village=village, producer=producer, province=village.province)
        make_recognition(product, 4)
        centre = make_centre(hours=("08:00", "17:00"), village=village, province=village.province)
        centre.stock.create(product=product, role="sold")
        centre.experiences.create(name={"en": "Try"})
        make_route(places=[village, other, centre], status="promoted")
        make_event(village=village, province=village.province)
        story = make_story(title=f"Story {other.pk}", subject=village)
        english = make_story("en", title=f"Story {other.pk}", subject=village, key=story)
        for about in ({"product": product}, {"centre": centre}, {"craft": craft}):
            english.subjects.create(**about)
    return {"village": village, "craft": craft, "product": product, "centre": centre, "producer": producer,
            "route": village.route_stops.first().route, "event": village.events.first(), "story": story}  # fmt: skip


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
    if hasattr(made[kind], "narratives"):
        for language in ("vi", "en"):
            narrative(made[kind], language)
    few = queries_of(client, made[kind].get_url("en"))
    for _ in range(4):
        world(MANY // 4)
    many = queries_of(client, made[kind].get_url("en"))
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL, explain(many)


def every_block(pictures, records):
    """Return a body with one of each block, some pictures and some chosen records."""
    film, captions = document("a.mp4"), document("a.vtt")
    raw = body(make_village(), make_image(), film, captions)
    values = {block["type"]: block["value"] for block in raw}
    values["gallery"]["pictures"] = [
        {"type": "item", "id": f"{n:08d}-1111-4111-8111-111111111111",
         "value": {"image": make_image(f"Picture {n}", credit="x").pk, "caption": "x"}}
        for n in range(pictures)
    ]  # fmt: skip
    village = make_village()
    chosen = [make_product(village=village, province=village.province) for _ in range(records)]
    values["records"]["records"] = [{"type": "product", "value": product.pk} for product in chosen]
    return json.dumps(raw)


@pytest.mark.parametrize("kind", ["village", "story"])
def test_every_block_six_pictures_and_eight_records_fit_the_budget(client, kind):
    site_tree()
    costs = []
    for pictures, records in ((2, 3), (6, 8)):
        made = world(2)
        words = every_block(pictures, records)
        page = narrative(made["village"], "en", body=words) if kind == "village" else None
        page = page or make_story("en", f"Story of {records}", subject=made["village"], body=words)
        url = made["village"].get_url("en") if kind == "village" else page.url
        client.get(url)
        costs.append(queries_of(client, url))
    few, many = costs
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL, explain(many)


@pytest.mark.parametrize("url", ["/en/", "/en/map/"])
def test_home_and_map_cost_the_same_for_many(client, url):
    site_tree()
    world(2)
    few = queries_of(client, url)
    world(MANY)
    many = queries_of(client, url)
    assert len(many) <= len(few), explain(many)
    assert len(many) <= DETAIL, explain(many)
