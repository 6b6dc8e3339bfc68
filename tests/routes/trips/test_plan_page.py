"""The plan page without scripts: from the first stop to a file, every change by plain links and forms."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import gpxpy
import pytest
from tests import factories
from tests.routes.trips.pages import PAGE, fields_of, get, query_of, submit, text_of
from tests.routes.trips.worlds import SATURDAY, make_experience, make_places, p_of

from core import clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


@pytest.fixture
def places(db):
    return make_places(4)


def test_from_the_first_place_to_a_two_day_plan_on_a_gps(client):
    """The journey of the issue: search, add, days and start, must-see, own order, file."""
    village, museum = make_places(2, factories.make_province("Hà Nội"))
    page = get(client)
    assert page.status_code == 200
    page = submit(client, page, find=str(village.name))
    assert f'value="{village.code}"' in text_of(page)
    page = submit(client, page, add=village.code)
    page = submit(client, page, add=museum.code)
    assert query_of(page)["d"] == SATURDAY
    page = submit(client, page, days="2", **{"from": "hanoi"}, date="2026-12-05", mode="car", find="")
    page = submit(client, page, **{f"must-{museum.code}": "1", f"stay-{museum.code}": "120"}, do="update")
    wanted = {"d": "2026-12-05", "n": "2", "m": "car", "s": "hanoi"}
    assert query_of(page).items() >= wanted.items()
    assert f"{museum.code}MI" in query_of(page)["p"]
    page = submit(client, page, do=f"down-{museum.code}")
    assert query_of(page)["o"] == "1"
    assert "Your own order" in text_of(page)
    page = submit(client, page, do="best")
    link = re.search(r'href="([^"]*plan\.gpx[^"]*)"', text_of(page))[1]
    track = gpxpy.parse(client.get(link).content.decode())
    names = " ".join(point.name for point in track.waypoints)
    assert str(village.name) in names
    assert str(museum.name) in names


def test_the_empty_page_invites_and_is_kept(client, places, kept_pages):
    factories.make_route("Đường gốm", places=places[:3], days=1)
    page = get(client)
    html = text_of(page)
    assert "Or begin with a route" in html
    assert f"/en/plan/?p=1{places[0].code}{places[1].code}{places[2].code}" in html
    assert page["Cache-Control"] != "private, no-store"
    assert 'rel="canonical"' in html
    assert "noindex" not in html


def test_a_plan_is_its_readers_own(client, places):
    page = get(client, f"p={p_of(*places)}&d={SATURDAY}")
    assert page["Cache-Control"] == "private, no-store"
    html = text_of(page)
    assert 'name="robots" content="noindex' in html
    assert f"?p={p_of(*places)}&d={SATURDAY}" in html  # the language switcher and the link to share keep the plan


def test_what_is_added_leads_to_the_short_address_with_its_date(client, places):
    answer = get(client, f"p=1{places[0].code}&add={places[1].code},{places[2].code.upper()}&m=walk")
    assert answer.status_code == 302
    assert answer["Location"] == f"/en/plan/?p={p_of(*places[:3])}&d={SATURDAY}&m=walk#plan-assumed"
    page = client.get(answer["Location"].partition("#")[0])
    assert "next Saturday" in text_of(page)


def test_a_route_and_a_product_lead_to_their_places(client, places):
    route = factories.make_route(places=places[:2])
    product = factories.make_product(village=places[2])
    answer = get(client, f"add={route.code},{product.code}&d={SATURDAY}")
    assert answer["Location"].startswith(f"/en/plan/?p={p_of(*places[:3])}&d=")


def test_an_experience_is_chosen_with_its_button(client, places):
    make_experience(places[0])
    page = get(client, f"p=1{places[0].code}&d={SATURDAY}")
    page = submit(client, page, do=f"try-{places[0].code}-x1")
    assert query_of(page)["p"] == f"1{places[0].code}U"


def test_a_wrong_date_in_the_form_is_named_and_nothing_is_lost(client, places):
    page = get(client, f"p={p_of(*places)}&d={SATURDAY}&s=hanoi")
    answer = client.get(PAGE, {**fields_of(page), "date": "31/12/2026", f"must-{places[0].code}": "1"})
    assert answer.status_code == 200
    html = text_of(answer)
    assert "“31/12/2026” is no date" in html
    assert fields_of(answer)["from"] == "hanoi"
    assert fields_of(answer)[f"must-{places[0].code}"] == "1"


def test_clearing_leads_to_the_empty_page(client, places):
    assert get(client, f"edit=1&p={p_of(*places)}&do=clear")["Location"] == PAGE


def test_the_last_stop_taken_away_leaves_the_settings(client, places):
    page = get(client, f"p=1{places[0].code}&d=2026-12-12&m=walk")
    page = submit(client, page, do=f"remove-{places[0].code}")
    assert query_of(page) == {"d": "2026-12-12", "m": "walk"}
    assert fields_of(page)["date"] == "2026-12-12"


def test_the_names_of_a_basket(client, places):
    hidden = factories.make_village("Làng Ẩn", live=False)
    answer = client.get("/en/plan/stops.json", {"codes": f"{places[1].code},{hidden.code},zzzzzz,<b>"})
    found = answer.json()
    assert [stop["code"] for stop in found["stops"]] == [places[1].code]
    assert found["stops"][0]["kind"] == "Museum"
    assert [stop["name"] for stop in found["gone"]] == ["Làng Ẩn"]
    assert found["unknown"] == ["zzzzzz", "<b>"]
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("kind", ["plan.gpx", "plan.kml", "plan.ics", "booklet/"])
def test_files_of_a_plan(client, places, kind):
    query = f"p={p_of(*places)}&d={SATURDAY}"
    answer = get(client, query, PAGE + kind)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert get(client, "", PAGE + kind).status_code == 400


def test_unknown_files_are_not_found(client, places):
    assert get(client, f"p={p_of(*places)}&d={SATURDAY}", PAGE + "plan.exe").status_code == 404


@pytest.mark.parametrize("more", ["", "&s=hanoi", "&s=21.03_105.85&e=-", "&find=khong", "&o=1"])
def test_few_and_many_stops_ask_the_database_as_often(client, db, django_assert_max_num_queries, settings, more):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    places = make_places(20)
    counts = []
    for number in (4, 20):
        query = f"p={p_of(*places[:number])}&d={SATURDAY}&n=3{more}"
        get(client, query)  # whatever a process reads once
        with django_assert_max_num_queries(12) as asked:
            assert get(client, query).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_page_is_there_in_every_language(client, places, settings):
    for language, _name in settings.LANGUAGES:
        assert get(client, f"p={p_of(*places)}&d={SATURDAY}", f"/{language}/plan/").status_code == 200


def test_once_a_visit_should_have_begun_the_plan_asks_whether_the_door_was_open(client, places):
    village, museum, *_others = places
    link = f"p={p_of(village, museum)}&d={SATURDAY}"
    zone = ZoneInfo("Asia/Ho_Chi_Minh")

    def asked(*moment):
        with clock.frozen(datetime(*moment, tzinfo=zone)):
            page = text_of(get(client, link))
        return re.findall(r'action="/en/centres/([^/]+)/was-it-open/"', page)

    assert asked(2026, 11, 27, 12) == []
    assert asked(2026, 11, 28, 17) == [museum.slug]  # the village has no door
    assert asked(2026, 12, 4, 12) == [museum.slug]
    assert asked(2026, 12, 5, 12) == []  # nobody counts it any more
