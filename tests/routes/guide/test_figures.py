"""What a route comes to: the same figures, and the same word on what they are worth, wherever they stand."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from tests.factories import make_route, make_village, site_tree
from tests.routes.guide.test_page import page_of, text_of, village

from core import clock
from places.near_filters import distance_text
from routes import travelling
from routes.measures import basis_words
from routes.totals import Totals
from routes.travel.along_line import DrawnLine

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tree():
    site_tree()


def card_text(client):
    document = BeautifulSoup(client.get("/en/routes/").content, "html.parser")
    return text_of(document, ".route-card__measures")


def test_a_drawn_line_reaches_the_map(client):
    line = {"type": "LineString", "coordinates": [[105.9, 21.0], [105.95, 21.02], [105.9, 21.1]]}
    route = make_route(places=[village(), village(latitude=21.1)], line=line)
    document = page_of(client, route)
    assert json.loads(document.select_one('record-map [data-role="line"]').string)[1] == [21.02, 105.95]
    assert document.select_one(".still__route--drawn") is not None
    assert page_of(client, make_route(places=[village()])).select_one('record-map [data-role="line"]') is None


def test_a_drawn_line_measures_page_card_file_and_booklet_alike(client):
    line = {"type": "LineString", "coordinates": [[105.9, 21.0], [105.99, 21.05], [105.9, 21.1]]}
    route = make_route(places=[village(), village(latitude=21.1)], line=line, modes="car")
    metres = DrawnLine(route.drawn_line).metres
    far = distance_text(metres)
    page = page_of(client, route)
    basis = "by car, along the drawn line"
    assert f"about {far} {basis}" in text_of(page, ".figures")
    assert f"{far} {basis}" in text_of(page, "#stop-2 .way")
    assert f"about {far}" in card_text(client)
    assert basis in card_text(client)
    booklet = BeautifulSoup(client.get(f"{route.get_url('en')}booklet/").content, "html.parser")
    assert booklet.select_one(".still__route--drawn") is not None
    for told in (booklet.get_text(), client.get(f"{route.get_url('en')}route.gpx").content.decode()):
        assert f"{far}; about" in told
        assert f"({basis})" in told
    itinerary = client.get(f"/api/v2/routes/{route.slug}/").json()["itinerary"]
    assert (itinerary["metres"], itinerary["along_line"]) == (round(metres), True)
    assert itinerary["days"][0]["legs"][0]["along_line"]


def test_a_line_that_leaves_a_stop_out_is_not_the_journey_anywhere(client):
    line = {"type": "LineString", "coordinates": [[105.9, 21.0], [105.99, 21.05], [105.9, 21.1]]}
    route = make_route(places=[village(), village(latitude=21.1), village(latitude=21.2)], line=line, modes="car")
    itinerary = client.get(f"/api/v2/routes/{route.slug}/").json()["itinerary"]
    legs = itinerary["days"][0]["legs"]
    assert [leg["along_line"] for leg in legs] == [True, False]
    assert (itinerary["metres"], itinerary["along_line"]) == (sum(leg["metres"] for leg in legs), False)
    far, basis = distance_text(itinerary["metres"]), "by car, an estimate"
    assert f"about {far} {basis}" in text_of(page_of(client, route), ".figures")
    assert f"about {far}" in card_text(client)
    assert card_text(client).endswith(basis)
    told = client.get(f"{route.get_url('en')}route.gpx").content.decode()
    assert f"{far}; about" in told
    assert f"({basis})" in told


def test_without_a_line_all_is_an_estimate_and_by_boat_a_line_tells_the_length_only(client):
    route = make_route(places=[village(), village(latitude=21.1)], modes="car")
    assert card_text(client).endswith("by car, an estimate")
    page = page_of(client, route)
    assert "by car, an estimate" in text_of(page, ".figures")
    booklet = BeautifulSoup(client.get(f"{route.get_url('en')}booklet/").content, "html.parser")
    assert booklet.select_one(".still__route--drawn") is None
    assert booklet.select_one(".still__route") is not None
    route.modes, route.line = "boat", {"type": "LineString", "coordinates": [[105.9, 21.0], [105.9, 21.1]]}
    route.save()
    assert card_text(client) == "about 11 km · by boat, along the drawn line"
    assert "is not known" in text_of(page_of(client, route), ".figures")


def test_cards_say_who_stands_behind_a_route_how_far_it_is_and_its_season(client):
    month = clock.today().month
    make_route("Xa", places=[village(), village(latitude=21.1)], status="promoted", months=1 << month, modes="car")
    make_route("Thuyền", places=[village(), village(latitude=21.1)], modes="boat")
    document = BeautifulSoup(client.get("/en/routes/").content, "html.parser")
    far, boat = (" ".join(card.get_text(" ").split()) for card in sorted(
        document.select(".route-card"), key=lambda card: "Thuyền" in card.get_text()
    ))  # fmt: skip
    assert "Promoted route" in far
    assert "km" in far
    assert "In season now" in far
    assert "Suggested route" in boat
    assert "km" not in boat
    assert "In season now" not in boat


def test_the_api_tells_the_journey(client):
    route = make_route(places=[village(), village(latitude=21.1), make_village()], days=2, modes="car")
    told = client.get(f"/api/v2/routes/{route.slug}/").json()["itinerary"]
    assert told["mode"] == "car"
    assert told["metres"] is None
    assert [stop["number"] for day in told["days"] for stop in day["stops"]] == [1, 2, 3]
    assert all(leg is None or leg["estimated"] for day in told["days"] for leg in day["legs"])
    assert "itinerary" not in client.get("/api/v2/routes/").json()["items"][0]


def test_a_card_never_waits_for_a_routing_server_and_says_so(client, settings, monkeypatch):
    make_route(places=[village(), village(latitude=21.1)], modes="car")
    settings.ROUTING_URL, settings.ROUTING_KIND = "http://127.0.0.1:9", "osrm"
    monkeypatch.setattr(travelling, "Router", None)
    assert card_text(client).endswith("by car, an estimate")


def test_what_a_server_has_told_is_no_estimate():
    assert basis_words(Totals(30, 9000, 90, estimated=False), "by car") == "by car"
    assert basis_words(Totals(0, 0, 90, unknown_legs=2), "by boat") == "by boat"
