"""Suggestions as one types: the shape of the answer, its order, its language, and that nothing breaks it."""

from __future__ import annotations

import pytest
from tests.core.test_search import NASTY
from tests.factories import (
    make_centre,
    make_producer,
    make_product,
    make_province,
    make_route,
    make_story,
    make_village,
    narrative,
    site_tree,
)
from wagtail.models import PageViewRestriction

from core import sections

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]


@pytest.fixture
def places():
    site_tree()
    ha_noi = make_province({"vi": "Hà Nội", "en": "Hanoi"})
    village = make_village({"vi": "Làng gốm Bát Tràng"}, province=ha_noi, former_unit="Gia Lâm district")
    return {
        "village": village,
        "centre": make_centre({"vi": "Bảo tàng gốm Bát Tràng"}, province=ha_noi, village=village),
        "product": make_product({"vi": "Bình gốm Bát Tràng"}, province=ha_noi, village=village),
        "producer": make_producer({"vi": "Gốm Bát Tràng Quang Vinh"}, province=ha_noi),
        "route": make_route({"vi": "Về Bát Tràng"}, places=[village]),
        "story": make_story("vi", "Lửa Bát Tràng", subject=village),
        "story_en": make_story("en", "The fire of Bát Tràng", subject=village),
    }


def suggest(client, words, language="vi"):
    response = client.get(f"/{language}/search/suggestions/", {"q": words})
    assert response.status_code == 200
    return response.json()


def titles(answer):
    return [item["title"] for group in answer["groups"] for item in group["items"]]


def test_the_answer_has_the_shape_of_the_contract(client, places):
    answer = suggest(client, "bat tr")
    assert set(answer) == {"query", "groups", "all", "did_you_mean"}
    assert answer["query"] == "bat tr"
    assert answer["all"] == "/vi/search/?q=bat+tr"
    assert answer["did_you_mean"] is None
    assert [group["type"] for group in answer["groups"]] == [
        "villages", "centres", "routes", "stories", "products", "producers",
    ]  # fmt: skip
    assert answer["groups"][0] == {
        "type": "villages",
        "name": sections.name("villages"),
        "items": [{"title": "Làng gốm Bát Tràng", "lang": "vi", "place": "Hà Nội", "url": places["village"].url}],
    }


def test_in_the_readers_language(client, places):
    answer = suggest(client, "bat tr", "en")
    assert answer["groups"][0]["name"] == "Villages"
    assert answer["groups"][0]["items"][0]["place"] == "Hanoi"
    assert answer["groups"][0]["items"][0]["url"].startswith("/en/villages/")
    assert "The fire of Bát Tràng" in titles(answer)
    assert "Lửa Bát Tràng" not in titles(answer)


def test_at_most_eight_and_not_all_of_one_type(client, places):
    for number in range(12):
        make_village({"vi": f"Bát Tràng {number}"})
    found = suggest(client, "bat trang")
    assert len(titles(found)) == 8
    assert len(found["groups"][0]["items"]) == 4
    assert len(found["groups"]) > 1
    for number in range(12):
        make_village({"vi": f"Tò he {number}"})
    assert len(titles(suggest(client, "to he"))) == 8


def test_exact_tones_first_and_what_has_a_story_before_what_has_none(client):
    site_tree()
    make_village({"vi": "Làng Bạc"})
    told = make_village({"vi": "Làng nghề Bấc dài tên"})
    plain = make_village({"vi": "Làng Bấc"})
    narrative(told, "vi")
    model = make_village({"vi": "Làng kiểu mẫu có tên Bấc"}, is_model_destination=True, model_source="x")
    found = titles(suggest(client, "bấc"))
    assert found[:4] == [str(told), str(model), str(plain), "Làng Bạc"]


def test_other_words_count_only_when_names_hold_too_little(client, places):
    assert suggest(client, "gia lam")["groups"][0]["items"][0]["title"] == "Làng gốm Bát Tràng"
    assert suggest(client, "gi")["groups"] == []


def test_a_typing_error_is_put_right(client, places):
    answer = suggest(client, "bat trag")
    assert answer["did_you_mean"] == "bát tràng"
    assert answer["query"] == "bat trag"
    assert answer["groups"][0]["items"][0]["title"] == "Làng gốm Bát Tràng"


def test_what_is_not_public_is_not_suggested(client, places):
    places["village"].live = False
    places["village"].save()
    PageViewRestriction.objects.create(page=places["story"], restriction_type="login")
    found = titles(suggest(client, "bat trang"))
    assert "Làng gốm Bát Tràng" not in found
    assert "Lửa Bát Tràng" not in found
    assert "Bình gốm Bát Tràng" in found


@pytest.mark.sampled
def test_any_input_is_answered(client, places):
    for words in NASTY:
        if words != "\ud800":  # no client can send half a letter
            assert set(suggest(client, words)) == {"query", "groups", "all", "did_you_mean"}, words
    for address in ("", "?q=%ff%fe", "?q=%00", "?x=1", "?q=a&q=b"):
        assert client.get(f"/vi/search/suggestions/{address}").status_code == 200
    assert suggest(client, "")["groups"] == []
    assert client.post("/vi/search/suggestions/").status_code == 405


def test_it_can_be_kept_and_asked_for_again(client, places):
    first = client.get("/vi/search/suggestions/", {"q": "bat"})
    assert "private" not in first["Cache-Control"]
    assert "Cookie" not in first.get("Vary", "")
    again = client.get("/vi/search/suggestions/", {"q": "bat"}, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_the_number_of_queries_does_not_grow(client, places, django_assert_max_num_queries):
    suggest(client, "bat trang")
    for number in range(12):
        make_product({"vi": f"Bát Tràng {number}"}, village=places["village"])
    with django_assert_max_num_queries(9):  # the index, and one for each type
        suggest(client, "bat trang")
