"""The feed of product origins: exact counts, honest precision, bounded answers, strict about its input."""

from __future__ import annotations

import gzip
import json
import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests.rfc7946 import problems

from places import outlines
from places.geojson import BBox
from places.models import Village
from products.models import Product

URL = "/en/map/products.geojson"
BUDGET = 30 * 1024
pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


def feed(client, status: int = 200, **query):
    response = client.get(URL, query)
    assert response.status_code == status, response.content[:300]
    return response.json()


def counted(body) -> int:
    return sum(feature["properties"]["count"] for feature in body["features"])


@pytest.fixture
def hanoi():
    return factories.make_province("Hà Nội", official_code="01")


def test_an_origin_is_the_village_else_the_centre_else_the_province(client, hanoi):
    village = factories.make_village("Bát Tràng", province=hanoi, latitude=20.98, longitude=105.91)
    hidden = factories.make_village("Làng ẩn", province=hanoi, latitude=21.5, longitude=105.5, live=False)
    centre = factories.make_centre("Bảo tàng", province=hanoi, latitude=21.1, longitude=105.7)
    for name in ("Ấm", "Bát"):
        factories.make_product(name, village=village, province=hanoi)
    factories.make_product("Nhà gốm", centre=centre, province=hanoi)
    factories.make_product("Trà", village=hidden, province=hanoi)
    factories.make_product("Không nơi", province=factories.make_province("Nơi lạ"))
    factories.make_product("Chưa ra", village=village, province=hanoi, live=False)
    body = feed(client)
    assert problems(body) == []
    assert (body["count"], body["total"], body["unlocated"]) == (4, 4, 1)
    by_precision = {feature["properties"]["precision"]: feature["properties"] for feature in body["features"]}
    assert by_precision["village"] == {
        "kind": "village", "slug": "bat-trang", "name": "Bát Tràng", "name_lang": "vi", "place": "Hà Nội", "count": 2,
        "url": "/en/products/?village=bat-trang", "precision": "village", "code": village.code,
    }  # fmt: skip
    assert by_precision["centre"]["code"] == centre.code
    assert by_precision["centre"]["origin"] == "Bảo tàng"
    assert "code" not in by_precision["province"]
    assert by_precision["centre"]["name"] == "Nhà gốm"
    assert by_precision["centre"]["url"] == "/en/products/nha-gom/"
    assert by_precision["centre"]["place"] == "Bảo tàng, Hà Nội"
    assert by_precision["province"]["name"] == "Trà"


def test_several_products_of_a_province_lead_to_its_list_with_the_filters_kept(client, hanoi):
    group = factories.make_group(key="drinks")
    for name in ("Một", "Hai"):
        factories.make_product(name, province=hanoi, group=group)
    (feature,) = feed(client, group="drinks")["features"]
    assert feature["properties"]["kind"] == feature["properties"]["precision"] == "province"
    assert feature["properties"]["url"] == "/en/products/?group=drinks&province=ha-noi"
    assert client.get(feature["properties"]["url"]).status_code in (200, 404)  # no pages in this database


def scattered(number: int = 400) -> None:
    dice = random.Random(11)
    province = factories.make_province("Hà Nội", official_code="01")
    programme = factories.make_programme()
    groups = [factories.make_group(programme, key) for key in ("food", "drinks", "herbal")]
    villages = Village.objects.bulk_create(
        Village(
            slug=f"v-{n}", name={"vi": f"Làng {n}"}, province=province,
            latitude=dice.uniform(9, 23), longitude=dice.uniform(103, 109),
        )
        for n in range(number)
    )  # fmt: skip
    Product.objects.bulk_create(
        Product(
            slug=f"p-{n}", name={"vi": f"Sản phẩm số {n}"}, programme=programme, group=dice.choice(groups),
            province=province, village=dice.choice([*villages, None]),
        )
        for n in range(3 * number)
    )  # fmt: skip


def test_counts_add_up_to_the_products_in_the_box_at_any_zoom_and_answers_are_bounded(client):
    scattered()
    dice = random.Random(4)
    middle = outlines.point_in("VN", "01")
    points = [(product.village.point if product.village else middle, product.group.key)
              for product in Product.objects.select_related("village", "group")]  # fmt: skip
    for _ in range(12):
        west, south = dice.uniform(102, 107), dice.uniform(8, 20)
        box = [west, south, west + dice.uniform(0.5, 6), south + dice.uniform(0.5, 6)]
        zoom = dice.choice((3, 6, 8.5, 12, 22))
        query = dice.choice(({}, {"group": "food"}, {"group": "food", "programme": "ocop"}))
        body = feed(client, bbox=",".join(map(str, box)), zoom=zoom, **query)
        inside = [
            point for point, group in points if BBox(*box).contains(*point) and query.get("group", group) == group
        ]
        assert counted(body) == body["count"] == len(inside)
        assert problems(body) == []
    whole = client.get(URL, {"zoom": 22, "bbox": "-180,-90,180,90"}, headers={"accept-encoding": "gzip"})
    body = json.loads(gzip.decompress(whole.content))
    assert len(body["features"]) <= 300
    assert len(whole.content) <= BUDGET
    assert counted(body) == body["count"] == body["total"] == Product.objects.count()


def test_queries_do_not_grow_with_the_products(client):
    scattered(40)
    with CaptureQueriesContext(connection) as few:
        feed(client, zoom=8)
    scattered_more = [Product(slug=f"q-{n}", name={"vi": str(n)}, programme_id=product.programme_id,
        group_id=product.group_id, village_id=product.village_id, province_id=product.province_id)
        for n, product in enumerate(Product.objects.all())]  # fmt: skip
    Product.objects.bulk_create(scattered_more)
    with CaptureQueriesContext(connection) as many:
        feed(client, zoom=8)
    assert len(many) <= len(few) <= 9


def test_an_unchanged_answer_is_304_and_one_near_somebody_is_kept_by_nobody(client, hanoi):
    factories.make_product("Trà", province=hanoi)
    first = client.get(URL, {"zoom": 6})
    again = client.get(URL, {"zoom": 6}, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "no-store" in client.get(URL, {"near": "21.03,105.85"})["Cache-Control"]


@pytest.mark.parametrize("section", ["products", "villages", "routes"])
@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2,3"}, {"bbox": "nan,0,1,1"}, {"bbox": "105,22,106,20"}, {"zoom": "-1"}, {"zoom": "23"},
        {"zoom": "x"}, {"zoom": "nan"}, {"zoom": "1e999"}, {"zoom": "9" * 400}, {"province": "atlantis"},
        {"nonsense": "1"},
    ],
)  # fmt: skip
def test_bad_values_are_400_in_json_with_their_field(client, section, query):
    response = client.get(f"/en/map/{section}.geojson", query)
    assert response.status_code == 400
    assert response.json()["field"] == next(iter(query))
    assert response.json()["error"]


@pytest.mark.parametrize("section", ["products", "villages", "routes"])
def test_only_reading_is_allowed_and_nothing_is_an_answer_too(client, section):
    url = f"/en/map/{section}.geojson"
    assert client.post(url).status_code == 405
    body = client.get(url, {"layer": section, "page": "2", "sort": "name", "zoom": "5"}).json()
    assert (body["features"], body["count"], body["total"], body["unlocated"]) == ([], 0, 0, 0)
    assert problems(body) == []
