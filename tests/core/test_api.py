"""The read API: live only, labels by language, bad input is 400 in JSON, a constant number of queries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from core import clock

RECORDS = ("villages", "products", "centres", "routes", "crafts", "producers", "events", "provinces")
ENDPOINTS = (*RECORDS, "pages", "images")
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


def get(client, path: str, status: int = 200, **query):
    """Return the JSON of an address, having checked status and type."""
    response = client.get(f"/api/v2/{path}", query, headers={"accept": "text/html", "accept-language": "id"})
    assert (response.status_code, response["Content-Type"]) == (status, "application/json"), response.content[:300]
    return response.json()


def make_everything() -> dict[str, str]:
    """Create one record of every type with its relations; return slugs by endpoint."""
    craft = factories.make_craft({"vi": "Gốm", "en": "Pottery"})
    village = factories.make_village("Bát Tràng", crafts=[craft])
    centre = factories.make_centre("Bảo tàng", hours=("08:00", "17:00"), village=village, email="secret@example.org")
    producer = factories.make_producer("Gốm Sứ", village=village)
    product = factories.make_product("Ấm", craft=craft, village=village, producer=producer, centre=centre)
    with clock.frozen(NOW):
        factories.make_recognition(product, 4)
    route = factories.make_route("Đường gốm", [village, centre])
    event = factories.make_event("Hội làng", village=village, centre=centre)
    records = {
        "villages": village, "products": product, "centres": centre, "routes": route, "crafts": craft,
        "producers": producer, "events": event, "provinces": village.province,
    }  # fmt: skip
    return {endpoint: record.slug for endpoint, record in records.items()}


def test_every_endpoint_lists_and_shows_by_slug_and_by_id(client):
    for endpoint, slug in make_everything().items():
        listed = get(client, f"{endpoint}/")
        assert listed["meta"]["total_count"] >= 1
        item = next(item for item in listed["items"] if item["slug"] == slug)
        detail = get(client, f"{endpoint}/{slug}/")
        assert detail == get(client, f"{endpoint}/{item['id']}/")
        assert item["meta"]["detail_url"] == f"http://testserver/api/v2/{endpoint}/{slug}/"
        assert set(item) < set(detail)
        assert client.get(f"/api/v2/{endpoint}/find/", {"slug": slug}).status_code == 302
        assert "secret@example.org" not in str(detail)


def test_labels_are_objects_and_the_name_is_the_readers(client):
    factories.make_craft({"vi": "Gốm", "en": "Pottery"})
    item = get(client, "crafts/")["items"][0]
    assert item["names"] == {"vi": "Gốm", "en": "Pottery"}
    assert (item["name"], item["name_lang"]) == ("Gốm", "vi")
    item = get(client, "crafts/", lang="en")["items"][0]
    assert (item["name"], item["meta"]["html_url"]) == ("Pottery", f"http://testserver/en/crafts/{item['slug']}/")


def test_nothing_that_is_not_live_shows_anywhere(client):
    village = factories.make_village("Ẩn", live=False)
    factories.make_product("Ấm", village=village)
    factories.make_route("Đường", [village])
    assert get(client, "villages/")["items"] == []
    get(client, f"villages/{village.slug}/", 404)
    get(client, f"villages/{village.pk}/", 404)
    assert get(client, "products/")["items"][0]["village"] is None
    assert get(client, "routes/")["items"][0]["stops"] == []


def test_stars_show_only_while_they_hold(client):
    slug = make_everything()["products"]
    with clock.frozen(NOW):
        product = get(client, f"products/{slug}/")
        assert (product["recognition"]["stars"], product["recognition"]["out_of"]) == (4, 5)
        assert product["recognitions"][0]["valid"] is True
        assert get(client, "products/", stars="4")["meta"]["total_count"] == 1
    with clock.frozen(datetime(2030, 1, 1, tzinfo=UTC)):
        product = get(client, f"products/{slug}/")
        assert product["recognition"] is None
        assert [row["valid"] for row in product["recognitions"]] == [False]
        assert get(client, "products/")["items"][0]["recognition"] is None
        assert get(client, "products/", stars="4")["meta"]["total_count"] == 0


def test_a_centre_gives_its_hours_in_the_osm_form(client):
    slugs = make_everything()
    assert get(client, f"centres/{slugs['centres']}/")["opening_hours"] == "Mo-Su 08:00-17:00"
    unknown = factories.make_centre("Không rõ")
    assert get(client, f"centres/{unknown.slug}/")["opening_hours"] == ""


def test_filters_order_and_search_narrow_and_sort(client):
    make_everything()
    factories.make_village("Vạn Phúc")
    factories.make_village("An Nhơn")
    names = [item["name"] for item in get(client, "villages/")["items"]]
    assert names == ["An Nhơn", "Bát Tràng", "Vạn Phúc"]
    assert [item["name"] for item in get(client, "villages/", order="-name")["items"]] == names[::-1]
    assert [item["name"] for item in get(client, "villages/", search="bat trang")["items"]] == ["Bát Tràng"]
    assert [item["name"] for item in get(client, "villages/", craft="gom")["items"]] == ["Bát Tràng"]
    assert len(get(client, "villages/", limit=1, offset=2)["items"]) == 1


BAD = [
    {"limit": "101"}, {"limit": "-1"}, {"limit": "x"}, {"offset": "9" * 30}, {"offset": "-1"}, {"order": "password"},
    {"nonsense": "1"}, {"fields": "secret"}, {"fields": "a(" * 300}, {"lang": "xx"}, {"search": "\x00"},
]  # fmt: skip


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_bad_parameters_are_400_in_json(client, endpoint):
    for query in BAD:
        assert "message" in get(client, f"{endpoint}/", 400, **query)


def test_bad_values_of_filters_are_400_and_name_the_filter(client):
    assert get(client, "centres/", 400, kind="castle")["message"].startswith("kind:")
    assert get(client, "centres/", 400, open_on="2026-13-45")["message"].startswith("open_on:")
    assert get(client, "products/", 400, province="atlantis")["message"].startswith("province:")
    for query in ({"first_published_at": "yesterday"}, {"id": "x"}, {"type": "nope.Nope"}, {"child_of": "x"}):
        get(client, "pages/", 400, **query)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_what_is_unknown_is_404_in_json(client, endpoint):
    for key in ("nothing-here", "99999999999999999999999999", "0"):
        get(client, f"{endpoint}/{key}/", 404)
        get(client, f"{endpoint}/find/", 404, id=key)
    get(client, "nothing/", 404)


def test_nothing_can_be_written(client):
    slug = make_everything()["villages"]
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(f"/api/v2/villages/{slug}/").status_code == 405


@pytest.mark.sampled(1)  # all of them in every run: the sample missed one
def test_a_list_costs_the_same_with_few_and_many(client):
    def measure() -> dict[tuple[str, str], int]:
        return {(endpoint, lang): cost(endpoint, lang) for endpoint in RECORDS for lang in ("vi", "id")}

    def cost(endpoint: str, lang: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert get(client, f"{endpoint}/", limit=100, lang=lang)["meta"]["total_count"] >= 1
        return len(queries)

    factories.site_tree()
    with factories.quickly():
        make_everything()
        few = measure()
        for _ in range(3):
            make_everything()
    assert measure() == few
    assert max(few.values()) <= 10


# --- pages and pictures ----------------------------------------------------------------------------------------------


def test_pages_are_live_public_and_of_live_records(client):
    factories.site_tree()
    shown = factories.narrative(factories.make_village("Bát Tràng"), "en", introduction="Words")
    hidden = factories.narrative(factories.make_village("Ẩn", live=False), "en")
    secret = factories.make_story("en", "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    draft = factories.make_story("en", "Draft", live=False)
    listed = {item["id"] for item in get(client, "pages/", limit=100)["items"]}
    assert shown.pk in listed
    assert not listed & {hidden.pk, secret.pk, draft.pk}
    detail = get(client, f"pages/{shown.pk}/")
    assert (detail["introduction"], detail["body"], detail["record"]["slug"]) == ("Words", [], "bat-trang")
    assert detail["meta"]["html_url"] == "http://testserver/en/villages/bat-trang/"
    assert get(client, "pages/", type="places.VillagePage")["meta"]["total_count"] == 1
    for page in (hidden, secret, draft):
        get(client, f"pages/{page.pk}/", 404)


def test_a_list_of_pages_costs_the_same_with_few_and_many(client):
    factories.site_tree()

    def measure() -> int:
        with CaptureQueriesContext(connection) as queries:
            get(client, "pages/", limit=100, type="stories.StoryPage")
        return len(queries)

    factories.make_story("en", "Story 0")
    few = measure()
    for number in range(1, 8):
        factories.make_story("en", f"Story {number}")
    assert measure() == few


def test_pictures_of_private_collections_stay_private(client):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    shown = factories.make_image("Shown", credit="A. Person", licence="CC BY 4.0", alt={"en": "A pot"})
    hidden = factories.make_image("Hidden", collection=private)
    assert [item["id"] for item in get(client, "images/")["items"]] == [shown.pk]
    detail = get(client, f"images/{shown.pk}/")
    assert (detail["credit"], detail["licence"], detail["alt"]) == ("A. Person", "CC BY 4.0", {"en": "A pot"})
    get(client, f"images/{hidden.pk}/", 404)
