"""The feed of routes: lines between live stops, or the record's own line, no finer than the zoom shows."""

from __future__ import annotations

import gzip
import json
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests.rfc7946 import problems

from places.models import Village
from routes.models import Route, RouteStop

URL = "/en/map/routes.geojson"
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


def feed(client, **query):
    body = client.get(URL, query).json()
    assert problems(body) == []
    return body


def test_a_route_is_the_line_through_its_live_stops(client):
    kiln = factories.make_village("Bát Tràng", latitude=20.98, longitude=105.91)
    hidden = factories.make_village("Ẩn", latitude=15, longitude=108, live=False)
    nowhere = factories.make_village("Chưa rõ")
    museum = factories.make_centre("Bảo tàng", latitude=21.03, longitude=105.85)
    factories.make_route("Đường gốm", [kiln, hidden, nowhere, museum], days=2)
    factories.make_route("Một điểm", [museum])
    factories.make_route("Không điểm", [nowhere])
    factories.make_route("Ẩn", [kiln, museum], live=False)
    body = feed(client, zoom=12)
    lines = {feature["properties"]["slug"]: feature for feature in body["features"]}
    assert set(lines) == {"duong-gom", "mot-diem"}
    assert lines["duong-gom"]["geometry"] == {"type": "LineString", "coordinates": [[105.91, 20.98], [105.85, 21.03]]}
    assert lines["duong-gom"]["properties"] == {
        "kind": "route", "slug": "duong-gom", "name": "Đường gốm", "name_lang": "vi", "place": "2 days · 3 stops",
        "url": "/en/routes/duong-gom/", "count": 1,
    }  # fmt: skip
    assert lines["mot-diem"]["geometry"]["type"] == "Point"
    assert (body["count"], body["total"], body["unlocated"]) == (2, 2, 1)


def test_a_line_of_its_own_is_drawn_and_a_broken_one_is_not(client):
    kiln = factories.make_village("Bát Tràng", latitude=20.98, longitude=105.91)
    road = [[105.9 + step / 500, 20.9 + (step % 2) / 10000] for step in range(400)]
    factories.make_route("Có đường", [kiln], line={"type": "LineString", "coordinates": road})
    for number, line in enumerate(({"coordinates": [["x", 1], [2]]}, {"coordinates": [[999, 1], [1, 2]]}, [1], "x")):
        factories.make_route(f"Hỏng {number}", [kiln], line=line)
    body = feed(client, zoom=5)
    sizes = {one["properties"]["slug"]: one["geometry"] for one in body["features"]}
    assert len(sizes["co-duong"]["coordinates"]) < 10
    assert {geometry["type"] for slug, geometry in sizes.items() if slug != "co-duong"} == {"Point"}


def test_a_box_keeps_the_lines_that_cross_it(client):
    west = factories.make_village("Tây", latitude=20, longitude=100)
    east = factories.make_village("Đông", latitude=20, longitude=110)
    factories.make_route("Ngang", [west, east])
    assert feed(client, bbox="104,19,106,21")["count"] == 1
    assert feed(client, bbox="104,19.9,106,19.95")["count"] == 0


def test_hundreds_of_routes_fit_the_budget_in_two_queries(client):
    dice = random.Random(2)
    villages = Village.objects.bulk_create(
        Village(
            slug=f"v-{n}", name={"vi": f"Làng {n}"}, latitude=dice.uniform(9, 23), longitude=dice.uniform(103, 109)
        )
        for n in range(200)
    )
    routes = Route.objects.bulk_create(
        Route(
            slug=f"con-duong-so-{n}-{dice.random()}",
            name={"vi": f"Con đường lụa số {n} {dice.random()}"},
            status="linked",
        )
        for n in range(320)
    )
    RouteStop.objects.bulk_create(
        RouteStop(route=route, village=village, sort_order=order)
        for route in routes
        for order, village in enumerate(dice.sample(villages, 8))
    )
    with CaptureQueriesContext(connection) as queries:
        response = client.get(URL, headers={"accept-encoding": "gzip"})
    assert len(queries) <= 2
    assert len(response.content) <= 30 * 1024
    body = json.loads(gzip.decompress(response.content))
    assert len(body["features"]) == 300
    assert body["count"] == body["total"] == 320
