"""A closure of a centre or its village is told wherever the place is shown: pages, lists, map, feed, filter, API."""

from __future__ import annotations

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.utils.translation import override
from tests.factories import make_centre, make_province, make_village, site_tree
from tests.html import parse

from centres.filters import CentreFilters
from centres.models import Centre
from core import clock
from core.cards import card_of
from places.filters import VillageFilters
from places.models import Notice, Village

pytestmark = pytest.mark.django_db
HOURS = ("08:00", "17:00")
WORDS = "Closed until the end of 26 November 2026"
NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def places():
    """A closed village with an open-door centre in it, and the same without a closure."""
    site_tree()
    province = make_province("Hà Nội")
    village = make_village("Bát Tràng", province=province, latitude=20.97, longitude=105.91)
    centre = make_centre("Nhà gốm", hours=HOURS, village=village, province=province, latitude=20.98, longitude=105.92)
    other = make_village("Vạn Phúc", province=province, latitude=21.97, longitude=104.91)
    outlet = make_centre("Nhà lụa", hours=HOURS, village=other, province=province, latitude=21.98, longitude=104.92)
    days = {"starts_on": date(2026, 11, 23), "ends_on": date(2026, 11, 26)}
    Notice.objects.create(village=village, kind="closure", text={"en": "Flood <b>"}, **days)
    with clock.frozen(NOON), override("en"):
        yield {"village": village, "centre": centre, "other": other, "outlet": outlet}


def text_of(client, url):
    document = parse(client.get(url).content, url)
    return " ".join("".join(document.root.find(".//main").itertext()).split())


def test_pages_tell_it(client, places):
    for name in ("village", "centre"):
        words = text_of(client, places[name].get_url("en"))
        assert WORDS in words, name
        assert "Closed · until the end of 26 November 2026" in words, name
        assert "Flood <b>" in words
    assert "the whole village: Bát Tràng" in text_of(client, places["centre"].get_url("en"))
    for name in ("other", "outlet"):
        assert "Closed until" not in text_of(client, places[name].get_url("en"))


def test_lists_tell_it(client, places):
    for section in ("villages", "centres", "map"):
        assert text_of(client, f"/en/{section}/").count(WORDS) == 1, section
    assert WORDS in text_of(client, "/en/map/?layer=villages")
    assert WORDS in text_of(client, "/en/search/?q=B%C3%A1t+Tr%C3%A0ng")


@pytest.mark.parametrize("model", [Village, Centre])
@pytest.mark.parametrize("plan", ["for_list", "for_detail"])
def test_cards_tell_it(places, model, plan):
    place = places[model._meta.model_name]
    card = card_of(getattr(model.objects, plan)().get(pk=place.pk))
    assert (card.state, card.state_text, card.state_note) == ("closed", WORDS, "")


def test_the_map_tells_it(client, places):
    outlets = {one["id"]: one["properties"] for one in client.get("/en/map/centres.geojson").json()["features"]}
    closed, other = outlets["nha-gom"], outlets["nha-lua"]
    assert closed["closed"] == WORDS
    assert closed["changes_at"][0] == ["2026-11-24T00:00+07:00", "closed"]
    assert "closed" not in other
    assert other["holiday"] == "Vietnam Culture Day: hours may differ"
    villages = client.get("/en/map/villages.geojson").json()["features"]
    assert {one["properties"]["slug"]: one["properties"].get("closed") for one in villages} == {
        "bat-trang": WORDS, "van-phuc": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "names"),
    [
        ("2026-11-22", {"nha-gom", "nha-lua"}),
        ("2026-11-23", {"nha-lua"}),
        ("2026-11-26T12:00", {"nha-lua"}),
        ("2026-11-27T07:59", set()),
        ("2026-11-27T08:00", {"nha-gom", "nha-lua"}),
    ],
)
def test_the_filter_and_its_counts_know_it(places, moment, names):
    data = QueryDict(f"open_on={moment}")
    assert {one.slug for one in CentreFilters(data).apply(Centre.objects.live())} == names
    villages = {"nha-gom": "bat-trang", "nha-lua": "van-phuc"}
    found = {one.slug for one in VillageFilters(data).apply(Village.objects.live())}
    assert found == {villages[name] for name in names}


def test_the_api_tells_it(client, places):
    closure = {"starts_on": "2026-11-23", "ends_on": "2026-11-26", "text": {"en": "Flood <b>"}, "of": "village"}
    centre = client.get("/api/v2/centres/nha-gom/").json()
    assert centre["closures"] == [closure]
    assert centre["opening_hours"] == "Mo-Su 08:00-17:00; 2026 Nov 23-2026 Nov 26 off"
    assert client.get("/api/v2/villages/bat-trang/").json()["closures"] == [closure]
    listed = {one["slug"]: one["closures"] for one in client.get("/api/v2/centres/").json()["items"]}
    assert listed == {"nha-gom": [closure], "nha-lua": []}
    with clock.frozen(datetime(2026, 11, 27, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert client.get("/api/v2/villages/bat-trang/").json()["closures"] == []


def test_machines_are_told_it(client, places):
    content = client.get(places["centre"].get_url("en")).content.decode()
    start = content.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    data = json.loads(content[start : content.index("</script>", start)])
    assert data["name"] == "Nhà gốm"
    assert data["specialOpeningHoursSpecification"] == [
        {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00", "validFrom": "2026-11-24",
         "validThrough": "2026-11-26"}
    ]  # fmt: skip
    assert data["additionalProperty"][0]["value"] == "Mo-Su 08:00-17:00; 2026 Nov 23-2026 Nov 26 off"


@pytest.mark.parametrize("kind", ["village", "centre"])
def test_it_ends_at_midnight_by_itself(client, places, kind):
    with clock.frozen(datetime(2026, 11, 26, 23, 59, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert "Closed today" in text_of(client, places[kind].get_url("en"))
    with clock.frozen(datetime(2026, 11, 27, 0, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert "Closed today" not in text_of(client, places[kind].get_url("en"))


def test_an_opening_that_a_closure_takes_away_is_not_announced(client, places):
    with clock.frozen(datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        assert "Closed now, opens Friday at 08:00" in text_of(client, places["centre"].get_url("en"))
        assert "Closed now, opens Monday at 08:00" in text_of(client, places["outlet"].get_url("en"))
