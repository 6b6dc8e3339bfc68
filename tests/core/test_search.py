"""One search for everything: folding, ranking, privacy, and input that tries to break it; same on both databases."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection
from django.template import engines
from tests.factories import make_craft, make_product, make_village, narrative, site_tree
from wagtail.search.backends import get_search_backend

from core import search
from core.search import Query, counts_by_type, filter_queryset, ranked, reindex
from places.models import Province, ProvinceAlias, Village
from products.models import Product

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]

NASTY = ['"', '""', "\x00", "a\x00b", " ", "\t\n", "x" * 500, "ă" * 500, "AND", "a AND", "OR b", "NOT",
         "a NEAR b", "NEAR(a b)",
         "a*", "*", "^a", "title:a", "(a", "a)", "-a", "a -b", "{a} : b", "'", "a'b", "a & b | !c", ":*",
         "<->", "\\", "%", "_",
         "🎉", "北京", "ก", "e\u0301", "\u202e", "\ud800", "1e5", "a" + " b" * 150, "²",
         "; DROP TABLE x; --"]  # fmt: skip


@pytest.fixture
def register() -> dict[str, object]:
    ha_noi = Province.objects.create(name={"vi": "Hà Nội"}, slug="ha-noi", country_code="VN", official_code="01")
    gia_lai = Province.objects.create(
        name={"vi": "Gia Lai"}, slug="gia-lai", country_code="VN", official_code="52", merged_from="Bình Định"
    )
    ProvinceAlias.objects.create(name="Hà Tây", province=ha_noi, kind="former_province")
    yogyakarta = Province.objects.create(
        name={"id": "DI Yogyakarta"}, slug="diy", country_code="ID", official_code="34"
    )
    pottery = make_craft({"vi": "Gốm men", "en": "Glazed pottery"})
    villages = {
        "bat-trang": make_village(
            {"vi": "Làng gốm Bát Tràng"}, [pottery], province=ha_noi, former_unit="Bát Tràng commune, Gia Lâm district"
        ),
        "duong-lam": make_village({"vi": "Làng cổ Đường Lâm"}, province=ha_noi),
        "kasongan": make_village({"id": "Kasongan"}, province=yogyakarta),
        "phu-gia": make_village({"vi": "Làng nón ngựa Phú Gia"}, province=gia_lai),
    }
    products = {
        "nuoc-mam": make_product({"vi": "Nước mắm Phú Quốc"}, province=gia_lai),
        "non-la": make_product({"vi": "Nón lá Chuông"}, province=ha_noi),
        "binh": make_product({"vi": "Bình gốm hoa sen"}, province=ha_noi, village=villages["bat-trang"]),
    }
    return {**villages, **products}


@pytest.mark.parametrize(
    ("words", "model", "expected"),
    [
        ("bat trang", Village, ["bat-trang"]),
        ("Bát Tràng", Village, ["bat-trang"]),
        ("gom", Village, ["bat-trang"]),
        ("gom", Product, ["binh"]),
        ("nuoc mam", Product, ["nuoc-mam"]),
        ("duong lam", Village, ["duong-lam"]),
        (unicodedata.normalize("NFD", "Đường Lâm"), Village, ["duong-lam"]),
        ("phu quoc", Product, ["nuoc-mam"]),
        ("non la", Product, ["non-la"]),
        ("kasongan", Village, ["kasongan"]),
        ("ha tay", Village, ["bat-trang", "duong-lam"]),
        ("binh dinh", Village, ["phu-gia"]),
        ("binh dinh", Product, ["nuoc-mam"]),
        ("gia lam", Village, ["bat-trang"]),
        ("gia lam", Product, ["binh"]),
        ("BÁT trà", Village, ["bat-trang"]),
        ("gốm hà nội", Product, ["binh"]),
        ("gốm yogyakarta", Product, []),
    ],
)
def test_words_find_the_right_records(register, words, model, expected):
    found = search.search(model, words).ids
    assert sorted(found) == sorted(register[key].pk for key in expected)


def test_only_the_last_word_may_be_a_beginning(register):
    assert search.search(Village, "ba trang").ids == []
    assert search.search(Village, "bat tra").ids == [register["bat-trang"].pk]


def test_marks_as_typed_come_first_then_whole_names_then_parts_then_the_rest():
    province = Province.objects.create(name={"vi": "Bấc"}, slug="x", country_code="VN", official_code="9")
    body = make_product({"vi": "Muối"}, slug="muoi", province=province)
    part = make_product({"vi": "Nước bacteria"}, slug="p1", province=None)
    folded = make_product({"vi": "Đèn bạc hà"}, slug="p2", province=None)
    exact = make_product({"vi": "Tim bấc dài hơn tất cả"}, slug="p3", province=None)
    assert search.search(Product, "bấc").ids == [exact.pk, folded.pk, part.pk, body.pk]
    assert search.search(Product, "bac").ids[-1] == body.pk


def test_blank_input_finds_nothing_and_filters_nothing(register):
    for blank in ("", "  ", "\x00"):
        assert Query.parse(blank).blank
        assert search.search(Product, blank).ids == []
        assert filter_queryset(Product.objects.all(), blank).count() == Product.objects.count()


@pytest.mark.sampled
def test_any_input_answers(register):
    backend = get_search_backend()
    for words in NASTY:
        search.search(Product, words)
        assert filter_queryset(Product.objects.all(), words).count() >= 0, words
        counts_by_type(words)
        if words.strip():
            assert backend.search(words, Village).count() == len(list(backend.search(words, Village)[:5])), words
            assert list(backend.autocomplete(words, Village)[:5]) == list(backend.search(words, Village)[:5]), words


def test_punctuation_alone_finds_nothing(register):
    assert not filter_queryset(Product.objects.all(), '"').exists()
    assert counts_by_type('"')["products"] == 0


def test_results_stay_a_queryset(register):
    found = ranked(Product.objects.filter(province__slug="ha-noi").select_related("province"), "gom")
    assert [product.pk for product in found[:3]] == [register["binh"].pk]
    assert found.count() == 1


def test_a_record_taken_offline_is_not_counted(register):
    assert counts_by_type("bat trang")["villages"] == 1
    register["bat-trang"].live = False
    register["bat-trang"].save()
    assert counts_by_type("bat trang")["villages"] == 0
    assert search.search(Village, "bat trang").ids, "the admin still finds it"


def test_a_deleted_record_leaves_the_index(register):
    pk = register["kasongan"].pk
    register["kasongan"].delete()
    assert pk not in search.search(Village, "kasongan").ids
    assert (
        not search.matching.entries().filter(object_id=str(pk), title__contains="kasongan").exists()
        or connection.vendor != "sqlite"
    )


def test_words_of_a_narrative_come_and_go(register):
    site_tree()
    page = narrative(register["kasongan"], "en", title="Quokkas at the kiln")
    reindex(Village, [register["kasongan"].pk])
    assert search.search(Village, "quokkas").ids == [register["kasongan"].pk]
    page.unpublish()
    reindex(Village, [register["kasongan"].pk])
    assert search.search(Village, "quokkas").ids == []


def test_reindexing_writes_what_saving_writes(register):
    before = dict(search.matching.entries().values_list("object_id", "title_norm"))
    rows = lambda: sorted(search.matching.entries().values_list("content_type", "object_id", "body"))  # noqa: E731
    saved = rows()
    for model in (Village, Product):
        assert reindex(model) == model.objects.count()
    assert rows() == saved
    assert set(before) == set(search.matching.entries().values_list("object_id", flat=True))


def test_reindexing_needs_few_queries_whatever_the_number(django_assert_max_num_queries):
    for number in range(30):
        make_product({"vi": f"Chè {number}"})
    with django_assert_max_num_queries(14):
        reindex(Product)


@pytest.mark.sampled
def test_the_admins_screens_search_the_same_way(register, admin_client, monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # Wagtail's templates rely on it
    homes = site_tree()
    for path in (
        "/admin/villages/",
        "/admin/choose/villages/results/",
        f"/admin/pages/{homes['vi'].pk}/",
        "/admin/pages/search/",
        "/admin/images/",
        "/admin/images/chooser/results/",
        "/admin/choose-page/search/",
    ):
        for words in ("duong lam", "Đường", '"', "\x00", " ", "x" * 500):
            response = admin_client.get(path, {"q": words})
            assert response.status_code == 200, (path, words)
            if "villages" in path and words[0] in "dĐ":
                html = response.content.decode()
                assert "Đường Lâm" in html, path
                assert "Bát Tràng" not in html, path


def test_pages_are_found_without_accents_by_wagtails_own_screens():
    homes = site_tree()
    backend = get_search_backend()
    homes["vi"].title = "Đường về làng cổ"
    homes["vi"].save()
    pages = type(homes["vi"]).objects.all()
    for words in ("duong ve", "Đường", "lang co", "co"):
        assert [page.pk for page in backend.autocomplete(words, pages)] == [homes["vi"].pk]
        assert backend.search(words, pages).count() == 1


def test_of_words_apart_those_that_hold_together_come_first():
    apart = make_village({"vi": "Làng Xa"}, fact={"vi": "Hội làng có gốm; an là tên người."})
    together = make_village({"vi": "Làng rất xa đô thị"}, fact={"vi": "Làm gốm ở phố Hội An."})
    named = make_village({"vi": "Làng gốm rất xa đô thị và xa sông"}, fact={"vi": "Ở phố Hội An."})
    assert search.search(Village, "gốm hội an").ids == [named.pk, together.pk, apart.pk]


def test_more_mentions_come_before_fewer():
    once = make_village({"vi": "Làng A"}, fact={"vi": "Gần Gia Lâm."})
    twice = make_village({"vi": "Làng dài tên B"}, fact={"vi": "Ở Gia Lâm, huyện Gia Lâm."})
    assert search.search(Village, "gia lam").ids == [twice.pk, once.pk]


def test_a_repeated_query_of_500_characters_still_leads_to_its_words(register):
    assert search.search(Village, "gốm bát tràng " * 36).ids == [register["bat-trang"].pk]


def test_what_is_a_word_only_when_folded_is_searched_like_one(register):
    party = make_product({"vi": "Tada"})
    assert Query.parse("🎉").folded == ("tada",)
    assert search.search(Product, "🎉").ids == [party.pk]
    assert counts_by_type("🎉")["products"] == 1
