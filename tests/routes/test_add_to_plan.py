"""“Add to plan” on cards and pages: which places it adds, under which name, and never twice on one card."""

from __future__ import annotations

import re

import pytest
from tests import factories

from core.cards import card_of, planned

pytestmark = pytest.mark.django_db
BUTTON = re.compile(
    r'<plan-button class="[^"]*" data-codes="([^"]*)" data-name="([^"]*)"><a href="([^"]*)" rel="nofollow">'
)


@pytest.fixture(autouse=True)
def tree(db):
    factories.site_tree()


def buttons(client, url):
    """Return (codes, name, address) of every button of a page."""
    response = client.get(url)
    assert response.status_code == 200, url
    return BUTTON.findall(response.content.decode())


def test_a_village_adds_itself_on_its_page_and_on_cards(client):
    village = factories.make_village({"vi": "Bát Tràng", "en": "Bat Trang"})
    expected = (village.code, "Bat Trang", f"/en/plan/?add={village.code}")
    assert buttons(client, village.get_url("en"))[0] == expected
    assert buttons(client, "/en/villages/") == [expected]
    assert buttons(client, "/en/search/?q=bat+trang") == [expected]


def test_a_centre_adds_itself(client):
    centre = factories.make_centre({"en": "Kiln house"})
    assert buttons(client, centre.get_url("en"))[0][:2] == (centre.code, "Kiln house")
    assert buttons(client, "/en/centres/")[0][:2] == (centre.code, "Kiln house")


def test_a_product_adds_the_village_it_comes_from_and_says_so(client):
    village = factories.make_village({"en": "Bat Trang"})
    product = factories.make_product({"en": "Bowl"}, village=village)
    card = card_of(product)
    assert (card.plan.codes, card.plan.name, card.plan.named) == (village.code, "Bat Trang", True)
    assert ": <span>Bat Trang</span></span></span></a>" in client.get("/en/products/").content.decode()
    village.live = False
    village.save()
    assert buttons(client, "/en/products/") == []


def test_a_village_s_page_offers_itself_once(client):
    village = factories.make_village({"en": "Bat Trang"})
    factories.make_product({"en": "Bowl"}, village=village)
    assert len(buttons(client, village.get_url("en"))) == 1


def test_a_route_adds_every_stop_once_in_order(client):
    villages = [factories.make_village() for _ in range(3)]
    route = factories.make_route(places=[*villages, villages[0]])
    codes = ",".join(village.code for village in villages)
    assert [one[0] for one in buttons(client, "/en/routes/")] == [codes]
    assert card_of(route).plan.name == route.shown_name


def test_the_map_s_list_adds_what_the_map_s_feed_names(client):
    village = factories.make_village({"en": "Bat Trang"}, latitude=20.98, longitude=105.91)
    centre = factories.make_centre({"en": "Kiln house"}, latitude=20.97, longitude=105.9)
    factories.make_product({"en": "Bowl"}, village=village)
    factories.make_route(places=[village])
    there, kiln = ((one.code, one.shown_name, f"/en/plan/?add={one.code}") for one in (village, centre))
    assert buttons(client, "/en/map/") == [kiln]
    assert buttons(client, "/en/map/?layer=villages") == [there]
    assert buttons(client, "/en/map/?layer=products") == [there]
    assert buttons(client, "/en/map/?layer=routes") == []
    assert buttons(client, "/embed/map/?lang=en") == []  # another site has no plan
    assert _told(client, "centres")["codes"] == centre.code
    villages, products = (_told(client, name)["features"][0]["properties"] for name in ("villages", "products"))
    assert villages["code"] == products["code"] == village.code
    assert products["origin"] == "Bat Trang"


def _told(client, layer):
    return client.get(f"/en/map/{layer}.geojson?zoom=12").json()


def test_what_is_not_shown_cannot_be_added():
    village = factories.make_village()
    assert planned(None) is None
    village.live = False
    assert planned(village) is None


def test_the_header_leads_to_the_plan_and_is_the_same_for_everybody(client):
    html = client.get("/en/villages/").content.decode()
    link = re.search(r'<a class="plan-link" href="([^"]+)"', html)
    assert link[1] == "/en/plan/"
    assert 'data-role="plan-count" hidden></span>' in html
