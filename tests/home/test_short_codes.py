"""`/q/{code}`: what a printed label leads to, whatever happened to its record since."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.utils import translation
from tests import factories as make
from tests.html import parse

from centres.models import Centre
from places.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(3)]
HANOI, HUE, SAIGON = (21.03, 105.85), (16.46, 107.59), (10.78, 106.7)


def at(point):
    return {"latitude": point[0], "longitude": point[1]}


def follow(client, record, language="en", **headers):
    return client.get(f"/q/{record.code}", headers={"accept-language": language, **headers})


def page_of(client, record, status=404, language="en"):
    response = follow(client, record, language)
    assert response.status_code == status
    document = parse(response.content, f"/q/{record.code}")
    assert document.faults == []
    return response.content.decode()


@pytest.fixture
def hidden():
    """A product that is not live, from a live maker in a live village near Hà Nội, and three centres."""
    village = make.make_village({"vi": "Làng Sống"}, **at(HANOI))
    maker = make.make_producer({"vi": "Hợp tác xã Sống"}, village=village)
    for name, point in (("Trung tâm Huế", HUE), ("Trung tâm Hà Nội", HANOI), ("Trung tâm Sài Gòn", SAIGON)):
        make.make_centre({"vi": name}, **at(point))
    return make.make_product({"vi": "Bí mật"}, producer=maker, village=village, tagline={"vi": "Kín"}, live=False)


# --- what is live ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cookie", "accept", "expected"),
    [("", "", "vi"), ("", "id,en;q=0.5", "id"), ("en", "id", "en"), ("xx", "en", "en"), ("", "de", "vi")],
)
def test_choice_then_browser_then_default(client, cookie, accept, expected):
    village = make.make_village("Bát Tràng")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    response = follow(client, village, accept)
    assert (response.status_code, response["Location"]) == (302, f"/{expected}/villages/bat-trang/")


def test_a_scan_is_answered_anew_every_time(client):
    response = follow(client, make.make_village())
    assert "no-store" in response["Cache-Control"]
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in response["Vary"].split(",")}
    assert "Set-Cookie" not in response


@pytest.mark.parametrize("maker", ["village", "product", "centre", "route", "craft", "producer", "event"])
def test_every_type_of_record_has_a_code_that_leads_to_it(client, maker):
    record = getattr(make, f"make_{maker}")()
    assert follow(client, record)["Location"] == record.get_url("en")


def test_a_renamed_and_moved_record_keeps_its_code(client):
    village = make.make_village({"vi": "Tên Cũ"})
    code, address = village.code, village.get_url("en")
    village.name, village.province = {"vi": "Tên Mới"}, make.make_province()
    village.save()
    assert village.code == code
    assert follow(client, village)["Location"] == address


def test_a_record_whose_slug_was_changed_by_force_is_found_by_the_code_it_carries(client):
    village = make.make_village("Bát Tràng")
    type(village).objects.update(slug="dia-chi-khac")
    assert follow(client, village)["Location"] == "/en/villages/dia-chi-khac/"


def test_a_record_made_anew_has_the_code_of_the_old_one(client):
    village = make.make_village("Bát Tràng")
    code = village.code
    village.delete()
    assert client.get(f"/q/{code}").status_code == 410
    assert make.make_village("Bát Tràng").code == code
    assert client.get(f"/q/{code}").status_code == 302


# --- what is not shown -----------------------------------------------------------------------------------------------


def test_the_page_names_the_live_maker_and_the_nearest_centre_and_nothing_else(client, hidden):
    text = page_of(client, hidden)
    assert "Not shown at the moment" in text
    assert f'<a href="{hidden.producer.get_url("en")}">' in text
    assert "Hợp tác xã Sống" in text
    assert "Trung tâm Hà Nội" in text
    assert "Trung tâm Huế" not in text
    assert 'role="search"' in text
    for secret in ("Bí mật", "Kín", hidden.slug, "Làng Sống"):
        assert secret not in text
    assert "noindex" in text


def test_the_page_is_in_the_language_of_the_reader(client, hidden):
    response = follow(client, hidden, "id")
    with translation.override("id"):
        assert translation.gettext("Not shown at the moment") in response.content.decode()
    assert '<html lang="id">' in response.content.decode()
    assert "Cookie" in response["Vary"]
    assert "no-store" in response["Cache-Control"]


def test_a_maker_that_is_not_live_is_not_named(client, hidden):
    hidden.producer.live = False
    hidden.producer.save()
    assert "Hợp tác xã" not in page_of(client, hidden)


def test_a_hidden_maker_is_not_named_by_its_own_code(client, hidden):
    maker = hidden.producer
    maker.live = False
    maker.save()
    assert "Hợp tác xã" not in page_of(client, maker)


def test_a_centre_closed_for_now_is_passed_over(client, hidden, frozen_now):
    centre = Centre.objects.get(slug="trung-tam-ha-noi")
    Notice.objects.create(
        centre=centre, kind=Notice.Kind.CLOSURE, text={"vi": "Sửa chữa"}, starts_on=date(2026, 11, 1)
    )
    assert "Trung tâm Huế" in page_of(client, hidden)


def test_a_centre_that_is_not_live_is_never_named(client, hidden):
    Centre.objects.update(live=False)
    text = page_of(client, hidden)
    assert "Trung tâm" not in text
    assert "/en/map/" in text


def test_a_hidden_centre_leads_to_another_one(client, hidden):
    centre = Centre.objects.get(slug="trung-tam-ha-noi")
    centre.live = False
    centre.save()
    text = page_of(client, centre)
    assert "Trung tâm Huế" in text
    assert "Trung tâm Hà Nội" not in text


def test_without_a_point_the_province_decides(client):
    province = make.make_province()
    make.make_centre({"vi": "Trung tâm xa"}, **at(HUE))
    make.make_centre({"vi": "Trung tâm gần"}, province=province)
    product = make.make_product(province=province, live=False)
    assert "Trung tâm gần" in page_of(client, product)


def test_a_hidden_route_knows_its_stops_and_a_craft_nothing(client, hidden):
    route = make.make_route(places=[hidden.village], live=False)
    assert "Trung tâm Hà Nội" in page_of(client, route)
    assert "Trung tâm" not in page_of(client, make.make_craft(live=False))


def test_what_was_removed_is_gone_and_says_so(client, hidden):
    code = hidden.code
    hidden.delete()
    response = client.get(f"/q/{code}", headers={"accept-language": "en"})
    text = response.content.decode()
    assert response.status_code == 410
    assert "No longer here" in text
    assert 'role="search"' in text
    assert 'href="/en/products/"' in text
