"""Typing errors: what counts as one, and what was meant; the same on both databases."""

from __future__ import annotations

import pytest
from tests.core.test_search import NASTY
from tests.factories import make_craft, make_product, make_province, make_village

from core.search import Query, did_you_mean, reindex, vocabulary
from core.search.correction import correction, offered
from core.search.ranking import Tier
from core.search.vocabulary import Vocabulary, errors_allowed
from places.models import Village


def vocabulary_of(*names):
    return Vocabulary.of(names)


def test_short_words_must_be_right_and_long_ones_may_have_more_errors():
    lengths = {"bat": 0, "chuo": 1, "battran": 1, "battrang": 2, "nuocmamphuqu": 2, "nuocmamphuquo": 3}
    assert {word: errors_allowed(word) for word in lengths} == lengths


def test_a_phrase_is_found_by_its_letters_and_shows_as_most_names_write_it():
    known = vocabulary_of("Làng gốm Bát Tràng", "Bảo tàng Bát Tràng", "BAT TRANG", "D'Harvest")
    assert known.get("battrang").text == "bát tràng"
    assert known.get("battrang").number == 3
    assert known.get("dharvest").text == "d harvest"
    assert known.get("langgom").text == "làng gốm"
    assert known.get("gombattrang") is None
    assert known.get("tranglang") is None


def test_of_two_forms_as_frequent_the_one_with_marks_shows():
    assert vocabulary_of("Hue", "Huế").get("hue").text == "huế"


def test_neighbours_are_near_in_letters_and_common_ones_come_first():
    known = vocabulary_of(*["Bát Tràng"] * 5, "Bắt Trăn", "Chuông")
    assert [near.letters for near in known.neighbours("battrnag")] == ["battrang", "battran"]
    assert known.neighbours("bat") == []
    assert [near.letters for near in known.neighbours("chuogn")] == ["chuong"]


def test_one_word_is_not_two_that_begin_otherwise(db):
    make_product({"vi": "Nón way ứng"})
    assert did_you_mean("wayug") == "way ứng"
    assert did_you_mean("payung") is None


@pytest.fixture
def places(db):
    ha_noi = make_province("Hà Nội")
    pottery = make_craft({"vi": "Gốm men", "en": "Glazed pottery"})
    return [
        make_village({"vi": "Làng gốm Bát Tràng"}, [pottery], province=ha_noi),
        make_village({"vi": "Làng nón Chuông"}, province=ha_noi),
        make_village({"vi": "Làng tranh Đông Hồ"}),
        make_village({"id": "Kasongan"}),
        make_product({"vi": "Nước mắm Phú Quốc", "en": "Phú Quốc fish sauce"}),
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bat trag", "bát tràng"),
        ("bat trnag", "bát tràng"),
        ("bat tragn", "bát tràng"),
        ("bat chang", "bát tràng"),
        ("bát chàng", "bát tràng"),
        ("battrang", "bát tràng"),
        ("b attrang", "bát tràng"),
        ("BATTRAG", "bát tràng"),
        ("bats trangf", "bát tràng"),
        ("gom bat trag", "gốm bát tràng"),
        ("lang gom battrang", "làng gốm bát tràng"),
        ("kasongn", "kasongan"),
        ("dong hoo", "đông hồ"),
        ("glazed potery", "glazed pottery"),
        ("fish souce", "fish sauce"),
        ("fu quoc", "phú quốc"),
        ("nuocmamphuquoc", "nước mắm phú quốc"),
        ("bat trag ha noi", "bát tràng hà nội"),
        ("bat trang", None),
        ("lang", None),
        ("zzzzzz", None),
        ("xyz", None),
    ],
)
def test_what_was_meant(places, typed, meant):
    assert did_you_mean(typed) == meant


def test_right_words_stay_as_they_were_typed(places):
    assert did_you_mean("nón chuôngg") == "nón chuông"


@pytest.mark.django_db
def test_nothing_is_offered_that_the_public_cannot_find():
    make_village({"vi": "Làng Kín Đáo"}, live=False)
    assert did_you_mean("lang kin doa") is None


def test_what_was_found_by_chance_gives_way_to_a_name_only(places):
    asked = Query.parse("bat chang")
    assert offered(asked, Tier.APART).text == "bát tràng"
    assert offered(asked, Tier.WORDS) is None
    elsewhere = Query.parse("bat trag ha noi")
    assert correction(elsewhere).tier == Tier.APART
    assert offered(elsewhere, Tier.APART) is None
    assert offered(elsewhere, None).text == "bát tràng hà nội"


def test_it_follows_the_index(places, monkeypatch):
    monkeypatch.setattr(vocabulary, "REST", 0)
    assert did_you_mean("duonglm") is None
    village = make_village({"vi": "Làng cổ Đường Lâm"})
    assert did_you_mean("duonglm") == "đường lâm"
    Village.objects.filter(pk=village.pk).update(name={"vi": "Làng Mông Phụ"})
    reindex(Village, [village.pk])
    assert did_you_mean("duonglm") is None
    assert did_you_mean("mong phuu") == "mông phụ"


def test_it_is_built_once_and_asked_for_cheaply(places, django_assert_max_num_queries):
    known = vocabulary.current()
    with django_assert_max_num_queries(1):
        assert vocabulary.current() is known


def test_any_input_is_answered(places):
    for words in NASTY:
        did_you_mean(words)
