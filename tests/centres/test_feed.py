"""The feed of outlets: valid GeoJSON, in step with the list, small, cacheable, strict about its input."""

from __future__ import annotations

import gzip
import itertools
import json
import random
from datetime import UTC, date, datetime, time

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from tests import factories
from tests.rfc7946 import problems

from centres.filters import CentreFilters
from centres.models import Centre, OpeningPeriod
from core import clock
from places.models import Notice

URL = "/en/map/centres.geojson"
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
BUDGET = 40 * 1024

pytestmark = pytest.mark.django_db


def feed(client, status: int = 200, language: str = "en", **query):
    response = client.get(f"/{language}/map/centres.geojson", query)
    assert response.status_code == status, response.content[:300]
    return response.json()


def slugs(body) -> set[str]:
    return {feature["id"] for feature in body["features"]} | {item["slug"] for item in body["unlocated"]}


def test_it_is_valid_geojson_and_says_what_the_map_shows(client):
    village = factories.make_village("Bát Tràng", province=factories.make_province("Hà Nội"))
    centre = factories.make_centre(
        {"vi": "Bảo tàng Gốm"}, kind="museum", village=village, province=village.province, hours=("08:00", "17:00"),
        latitude=20.97612345678, longitude=105.91,
    )  # fmt: skip
    factories.make_centre("Không có điểm")
    factories.make_centre("Ẩn", live=False, latitude=21, longitude=105)
    with clock.frozen(NOON):
        response = client.get(URL)
    assert response["Content-Type"] == "application/geo+json"
    assert response["Cache-Control"] == "max-age=0, must-revalidate"
    body = response.json()
    assert problems(body) == []
    (feature,) = body["features"]
    assert feature["geometry"]["coordinates"] == [105.91, 20.976123]
    assert feature["id"] == "bao-tang-gom"
    properties = feature["properties"]
    assert properties.pop("changes_at")[:2] == [
        ["2026-11-22T00:00+07:00", "closed"],
        ["2026-11-22T08:00+07:00", "open"],
    ]
    assert properties == {
        "name": "Bảo tàng Gốm", "name_lang": "vi", "kind": "museum", "kind_label": "Museum",
        "place": "Bát Tràng, Hà Nội", "url": "/en/centres/bao-tang-gom/",
    }  # fmt: skip
    assert body["codes"] == centre.code
    (without,) = body["unlocated"]
    assert (without["name"], without["changes_at"], len(without["code"])) == ("Không có điểm", [], len(centre.code))


def test_the_answer_is_the_same_all_day_and_another_the_next(client):
    factories.make_centre("Một", hours=("08:00", "17:00"), latitude=21, longitude=105)
    with clock.frozen(datetime(2026, 11, 21, 17, 1, tzinfo=UTC)):
        morning = client.get(URL)
    with clock.frozen(datetime(2026, 11, 22, 16, 59, tzinfo=UTC)):
        night = client.get(URL)
        again = client.get(URL, headers={"if-none-match": morning["ETag"]})
    with clock.frozen(datetime(2026, 11, 22, 17, 1, tzinfo=UTC)):
        tomorrow = client.get(URL)
    assert morning.content == night.content != tomorrow.content
    assert not morning["ETag"].startswith("W/")
    assert (again.status_code, again.content) == (304, b"")


def test_a_closure_or_a_fair_that_is_over_is_not_open(client):
    closed = factories.make_centre("Đóng", hours=("00:00", "23:59"), latitude=21, longitude=105)
    Notice.objects.create(centre=closed, kind="closure", text={"en": "Flood"}, starts_on=date(2026, 11, 20))
    warned = factories.make_centre("Mở", hours=("00:00", "23:59"), latitude=21, longitude=106)
    Notice.objects.create(centre=warned, kind="warning", text={"en": "Wet floor"}, starts_on=date(2026, 11, 20))
    factories.make_centre(
        "Hội chợ", kind="fair_stand", hours=("00:00", "23:59"), latitude=21, longitude=107,
        fair_starts_on=date(2026, 1, 1), fair_ends_on=date(2026, 1, 3),
    )  # fmt: skip
    with clock.frozen(NOON):
        words = {
            item["id"]: [word for _at, word in item["properties"]["changes_at"]] for item in feed(client)["features"]
        }
    assert words["dong"] == words["hoi-cho"] == ["closed"]
    assert "open" in words["mo"]


def test_it_agrees_with_the_list_under_the_same_filters(client):
    north, south = factories.make_province("Bắc"), factories.make_province("Nam")
    kinds = ["museum", "showroom", "workshop"]
    for number, (kind, province, step_free) in enumerate(itertools.product(kinds, [north, south], ["yes", "unknown"])):
        factories.make_centre(
            kind=kind, province=province, step_free_entrance=step_free, hours=("08:00",
            "17:00") if number % 2 else None,
            latitude=10 + number if number % 3 else None, longitude=105 if number % 3 else None,
        )  # fmt: skip
    choices = itertools.product(
        [{}, {"kind": "museum"}, {"kind": "market"}], [{}, {"province": north.slug}], [{}, {"accessible": "yes"}],
        [{}, {"open_on": "2026-11-22T09:00"}],
    )  # fmt: skip
    seen = 0
    for parts in choices:
        query = {name: value for part in parts for name, value in part.items()}
        body = feed(client, **query)
        expected = CentreFilters(_querydict(query)).apply(Centre.objects.live())
        assert slugs(body) == set(expected.values_list("slug", flat=True))
        assert problems(body) == []
        seen += 1
    assert seen >= 20


def _querydict(query):
    data = QueryDict(mutable=True)
    data.update(query)
    return data


def test_a_box_keeps_what_lies_in_it(client):
    factories.make_centre("Trong", latitude=21, longitude=105)
    factories.make_centre("Ngoài", latitude=10, longitude=105)
    factories.make_centre("Không có điểm")
    assert slugs(feed(client, bbox="104,20,106,22")) == {"trong"}
    assert slugs(feed(client, bbox="")) == {"trong", "ngoai", "khong-co-diem"}


@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2,3"}, {"bbox": "a,b,c,d"}, {"bbox": "105,22,106,20"}, {"bbox": "nan,0,1,1"},
        {"bbox": "1e999,0,1,1"},
        {"kind": "castle"}, {"province": "atlantis"}, {"open_on": "tomorrow"}, {"role": "x"}, {"nonsense": "1"},
    ],
)  # fmt: skip
def test_bad_and_unknown_values_are_400_in_json_with_their_field(client, query):
    body = feed(client, 400, **query)
    assert body["field"] == next(iter(query))
    assert body["error"]


def test_only_reading_is_allowed(client):
    assert client.post(URL).status_code == 405
    assert client.head(URL).status_code == 200


def make_outlets(count: int) -> None:
    """Fill the table like a real country: odd names, thirty kinds of hours, points all over, no two alike."""
    dice = random.Random(7)
    provinces = [factories.make_province(f"Tỉnh {number}") for number in range(34)]
    kinds = list(Centre.Kind.values)[:-1]
    words = [
        "Trung",
        "tâm",
        "giới",
        "thiệu",
        "bán",
        "sản",
        "phẩm",
        "làng",
        "nghề",
        "cửa",
        "hàng",
        "gốm",
        "lụa",
        "nón",
        "trà",
        "mắm",
        "hợp",
        "xã",
        "điểm",
        "trưng",
        "bày",
        "bảo",
        "tàng",
    ]
    rows = [
        Centre(
            slug=f"{'-'.join(dice.choices('abcdefghijklmnopqrstuvwxyz', k=4))}-{number}", kind=dice.choice(kinds),
            name={"vi": " ".join(dice.choices(words, k=5)) + f" {number}"}, province=dice.choice(provinces),
            latitude=dice.uniform(8.5, 23.3), longitude=dice.uniform(102.2, 109.4),
        )
        for number in range(count)
    ]  # fmt: skip
    periods = []
    for centre in Centre.objects.bulk_create(rows):
        if dice.random() < 0.8:
            opens, closes = time(dice.choice([7, 8, 9]), dice.choice([0, 30])), time(dice.choice([17, 18, 19, 20, 21]))
            periods.append(
                OpeningPeriod(centre=centre, opens=opens, closes=closes, weekdays=dice.choice([127, 63, 31]))
            )
    OpeningPeriod.objects.bulk_create(periods)


def test_seven_hundred_outlets_fit_the_budget_in_few_queries(client):
    make_outlets(700)
    with clock.frozen(NOON), CaptureQueriesContext(connection) as queries:
        response = client.get(URL, headers={"accept-encoding": "gzip"})
    assert len(queries) <= 7, [query["sql"][:160] for query in queries]
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= BUDGET
    body = json.loads(gzip.decompress(response.content))
    assert len(body["features"]) == 700
    assert problems(body) == []
