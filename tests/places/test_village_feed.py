"""The feed of villages: each once, gathered by zoom, named where it stands alone."""

from __future__ import annotations

import pytest
from tests import factories
from tests.rfc7946 import problems

URL = "/en/map/villages.geojson"
pytestmark = pytest.mark.django_db


def feed(client, **query):
    body = client.get(URL, query).json()
    assert problems(body) == []
    return body


@pytest.fixture
def villages():
    north = factories.make_province("Hà Nội", official_code="01")
    south = factories.make_province("Cần Thơ", official_code="92")
    return [
        factories.make_village("Bát Tràng", province=north, latitude=20.9757, longitude=105.9122),
        factories.make_village("Giang Cao", province=north, latitude=20.9757, longitude=105.9122),
        factories.make_village("Vạn Phúc", province=north, latitude=20.9783, longitude=105.7716),
        factories.make_village("Thuận Hưng", province=south, latitude=10.2, longitude=105.5),
        factories.make_village("Chưa rõ", province=south),
        factories.make_village("Ẩn", province=south, latitude=10, longitude=105, live=False),
    ]


def test_far_away_they_are_one_cluster_that_says_where_most_are(client, villages):
    body = feed(client, zoom=5, bbox="104,20,107,22")
    (cluster,) = body["features"]
    assert cluster["properties"] == {"kind": "cluster", "count": 3, "places": 3, "place": "Hà Nội", "place_lang": "vi"}
    west, south, east, north = cluster["bbox"]
    assert west <= 105.7716 < 105.9122 <= east
    assert south <= 20.9757 < 20.9783 <= north
    assert (body["count"], body["total"], body["unlocated"]) == (3, 4, 1)


def test_near_by_they_stand_alone_and_those_on_one_spot_are_named_together(client, villages):
    body = feed(client, zoom=16)
    found = {feature["properties"].get("name", "together"): feature["properties"] for feature in body["features"]}
    assert set(found) == {"together", "Vạn Phúc", "Thuận Hưng"}
    assert found["Vạn Phúc"]["url"] == "/en/villages/van-phuc/"
    assert [one["name"] for one in found["together"]["members"]] == ["Bát Tràng", "Giang Cao"]
    assert found["together"]["count"] == 2


def test_it_follows_the_filters_of_the_list(client, villages):
    body = feed(client, province="can-tho", zoom=8)
    assert [feature["properties"]["name"] for feature in body["features"]] == ["Thuận Hưng"]
    assert body["bbox"] == [105.5, 10.2, 105.5, 10.2]
