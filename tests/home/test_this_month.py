"""What is being made this month, on the home page: known seasons only, with the villages and routes."""

from __future__ import annotations

import pytest
from tests.factories import make_craft, make_route, make_village, site_tree

from core.fields import mask_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]
NOVEMBER = mask_of([11])


def test_crafts_in_season_with_their_villages_and_routes(client):
    site_tree()
    incense = make_craft({"en": "Incense"}, months=NOVEMBER)
    village = make_village("Làng Hương", crafts=[incense])
    make_village("Làng Gốm", crafts=[make_craft({"en": "Pottery"})])
    make_village("Làng Muối", crafts=[make_craft({"en": "Salt"}, months=mask_of([3]))])
    make_craft({"en": "Nowhere"}, months=NOVEMBER)
    make_route({"en": "Past the incense"}, places=[village])
    make_route({"en": "Best now"}, months=NOVEMBER)
    make_route({"en": "Elsewhere"}, months=mask_of([3]))
    found = client.get("/en/").context["this_month"]
    assert [(craft.name.text, [one.text for one in craft.villages]) for craft in found.crafts] == [
        ("Incense", ["Làng Hương"]),
    ]  # fmt: skip
    assert [route.text for route in found.routes] == ["Best now", "Past the incense"]
    assert found.url == "/en/events/?month=2026-11"


def test_without_a_known_season_nothing_is_claimed(client):
    site_tree()
    make_village(crafts=[make_craft()])
    assert "Being made this month" not in client.get("/en/").content.decode()
