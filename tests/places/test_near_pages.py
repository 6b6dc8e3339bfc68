"""Pages and feeds near a point: distances are told, nobody keeps the answer, a list of places for no script."""

from __future__ import annotations

import re

import pytest
from tests.factories import make_centre, make_product, make_province, make_route, make_village, site_tree

from places.distance import distance_m

HANOI = (21.03, 105.85)
NEAR = "21.03,105.85"


@pytest.fixture
def places(db):
    site_tree()
    province = make_province("Hà Nội", official_code="01", country_code="VN")
    village = make_village("Bát Tràng", province=province, latitude=20.98, longitude=105.91)
    make_centre("Bảo tàng", village=village, province=province, latitude=20.97, longitude=105.91)
    make_centre("Không điểm", province=province)
    make_product("Ấm", village=village, province=province)
    make_route("Đường gốm", places=[village])
    return province


@pytest.mark.parametrize("section", ["villages", "centres", "products", "producers", "routes", "map"])
def test_an_answer_near_somebody_is_kept_by_nobody(client, places, section):
    response = client.get(f"/en/{section}/", {"near": "21.0285,105.8048"})
    assert "no-store" in response["Cache-Control"]
    assert response.context["form"].querystring() == "near=21.03%2C105.80"
    if section != "producers":
        assert " km" in response.context["cards"][0].distance_text
    assert "no-store" not in client.get(f"/en/{section}/").get("Cache-Control", "")


def test_this_page_in_other_languages_is_no_nearer_than_it_may_be(client, places):
    def addresses(query):
        html = client.get(f"/en/villages/?{query}").content.decode()
        return set(re.findall(r'href="([^"]*)" lang="vi" hreflang="vi"', html))

    assert addresses("q=a%2Bb&near=21.028511,105.804817") == {"/vi/villages/?near=21.03%2C105.80&amp;q=a%2Bb"}
    assert addresses("near=here&model=yes") == {"/vi/villages/?model=yes"}
    assert addresses("q=a+b") == {"/vi/villages/?q=a+b"}  # as it came


def test_a_place_of_the_list_can_be_chosen_without_javascript(client, places):
    form = client.get("/en/villages/").context["form"]
    facet = next(facet for facet in form.facets if facet.name == "near")
    (option,) = facet.options
    assert (option.label, option.chosen) == ("Hà Nội", False)
    response = client.get("/en/villages/", {"near": option.value})
    facet = next(facet for facet in response.context["facets"] if facet.name == "near")
    assert [option.chosen for option in facet.options] == [True]
    assert not facet.is_own
    assert [chip.label for chip in response.context["chips"]] == ["Near: Hà Nội"]
    own = client.get("/en/villages/", {"near": "10,106"}).context
    assert [chip.label for chip in own["chips"]] == ["Near: the point you chose"]


def test_the_feed_tells_kilometres_and_starts_with_the_nearest(client, places):
    make_centre("Xa", latitude=10.5, longitude=106)
    response = client.get("/en/map/centres.geojson", {"near": NEAR})
    assert "no-store" in response["Cache-Control"]
    told = [(feature["id"], feature["properties"]["distance"]) for feature in response.json()["features"]]
    expected = [round(distance_m(HANOI, point) / 1000, 1) for point in ((20.97, 105.91), (10.5, 106))]
    assert told == list(zip(["bao-tang", "xa"], expected, strict=True))
    assert "distance" not in response.json()["unlocated"][0]
    assert client.get("/en/map/centres.geojson", {"near": "here"}).json()["field"] == "near"
    assert "distance" not in client.get("/en/map/centres.geojson").content.decode()


def test_the_read_api_offers_no_nearness(client, places):
    assert client.get("/api/v2/villages/", {"near": NEAR}).status_code == 400
    assert client.get("/api/v2/villages/", {"sort": "nearest"}).status_code == 400
