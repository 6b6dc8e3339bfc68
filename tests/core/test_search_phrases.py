"""Words that mean one thing together: phrases within one name, and the names of places; the same on both databases."""

from __future__ import annotations

import pytest
from tests.factories import make_product, make_province, make_village, site_tree

from core import folding, search
from core.search import Query
from core.search.phrases import Phrases
from places.models import ProvinceAlias, Village
from products.models import Product

pytestmark = pytest.mark.django_db


@pytest.fixture
def giang():
    """A product whose name holds the words of a former province apart, and one that comes from there."""
    province = make_province("Bắc Ninh")
    ProvinceAlias.objects.create(name="Bắc Giang", province=province, kind="former_province")
    silver = make_product({"vi": "Trang sức bạc Mỹ Giang"}, province=make_province("Lạng Sơn"))
    return silver, make_product({"vi": "Mỳ Chũ"}, province=province)


def test_the_longest_phrases_are_found_from_the_left():
    known = Phrases(["Hà Nam", "Hà Nam Ninh", "Huế", "Bà Rịa - Vũng Tàu"])
    assert known.spans(("gom", "ha", "nam", "ninh", "binh")) == ((0, 1), (1, 4), (4, 5))
    assert known.spans(("ba", "ria", "vung", "tau", "hue")) == ((0, 4), (4, 5))
    assert known.spans(()) == ()


@pytest.mark.parametrize("words", ["bắc giang", "bac giang", "BAC GIANG"])
def test_a_place_comes_before_names_that_hold_its_words_apart(giang, words):
    silver, noodles = giang
    assert search.search(Product, words).ids == [noodles.pk, silver.pk]


def test_a_place_is_one_part_of_a_longer_query(giang):
    assert Query.parse("mỳ bắc giang").parts(("my", "bac", "giang")) == ["my", "bac giang"]
    assert Query.parse("mỳ bắc giang").parts(("mỳ", "bắc", "giang")) == ["mỳ", "bắc giang"]
    assert Query.parse("giang bac").parts(("giang", "bac")) == ["giang", "bac"]


def test_names_that_hold_the_words_of_a_place_apart_are_not_suggested(client, giang):
    site_tree()
    answer = client.get("/vi/search/suggestions/", {"q": "bac giang"}).json()
    assert [item["title"] for group in answer["groups"] for item in group["items"]] == [
        "Mỳ Chũ", "Trang sức bạc Mỹ Giang",
    ]  # fmt: skip


def test_the_end_of_one_name_and_the_beginning_of_the_next_are_no_phrase():
    assert folding.indexable("Làng Quảng", "Nam village") == "làng quảng · nam village · lang quang · nam village"
    assert folding.indexable("Kasongan", "", "Desa") == "kasongan · desa"
    across = make_village({"vi": "Nấm sò Nghĩa Quang", "en": "Mushrooms"}, slug="nam-so")
    within = make_village({"vi": "Xứ Quang Nam dài tên hơn nhiều"}, slug="xu")
    assert search.search(Village, "quang nam").ids == [within.pk, across.pk]


def test_marks_as_typed_in_other_words_come_before_a_name_without_them_apart():
    apart = make_product({"vi": "Tố Xa Hế"}, province=None)
    told = make_product({"vi": "Đồ chơi"}, province=None, note={"vi": "Nặn tò he ở chợ."})
    assert search.search(Product, "tò he").ids == [told.pk, apart.pk]
