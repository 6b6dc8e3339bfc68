"""The public search page: groups, one type, languages, privacy, budgets, and whatever people type."""

from __future__ import annotations

import random
import re

import pytest
from tests.core.test_search import NASTY
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_producer,
    make_product,
    make_route,
    make_story,
    make_village,
    narrative,
    site_tree,
)
from tests.sampling import THOROUGH
from wagtail.models import PageViewRestriction

from core.search import reindex
from places.models import Village
from products.models import Product

pytestmark = [pytest.mark.django_db, pytest.mark.sampled(2)]
KINDS = ["villages", "products", "centres", "routes", "crafts", "producers", "events", "stories", "campaigns", "pages"]


@pytest.fixture
def everything() -> dict[str, object]:
    homes = site_tree()
    craft = make_craft({"vi": "Gốm men"})
    village = make_village({"vi": "Làng gốm Bát Tràng"}, [craft])
    vi = make_story("vi", "Chuyện gốm", subject=village)
    return {
        "homes": homes,
        "village": village,
        "product": make_product({"vi": "Bình gốm"}, village=village, craft=craft),
        "centre": make_centre({"vi": "Bảo tàng gốm"}, hours=("08:00", "17:00"), village=village),
        "route": make_route({"vi": "Đường gốm"}, places=[village]),
        "producer": make_producer({"vi": "Gốm sứ Quang Vinh"}, village=village),
        "event": make_event({"vi": "Hội gốm"}, village=village),
        "story": vi,
        "story_en": make_story("en", "The gốm story", key=vi, slug=vi.slug),
    }


def get(client, language="vi", **query):
    return client.get(f"/{language}/search/", query)


def titles(response) -> list[str]:
    return [found.card.title for found in response.context["shown"].cards]


def counts(response) -> dict[str, int]:
    return {group.key: group.count for group in response.context["groups"]}


def test_every_type_is_a_group_with_its_count(client, everything):
    response = get(client, q="gom")
    assert response.status_code == 200
    found = counts(response)
    assert {"villages", "products", "centres", "routes", "crafts", "producers", "events", "stories"} <= set(found)
    assert all(count == 1 for count in found.values())
    html = response.content.decode()
    assert html.count("<h1") == 1
    assert "noindex" in html
    assert "undefined" not in html
    assert f"/vi/villages/{everything['village'].slug}/" in html


def test_one_type_shows_its_own_cards(client, everything, django_assert_max_num_queries):
    for kind in KINDS:
        with django_assert_max_num_queries(13):  # twelve, and the counts of all types
            response = get(client, q="gốm", type=kind)
        assert response.status_code == 200
        assert response.context["shown"].key == kind
        assert len(response.context["shown"].cards) == response.context["shown"].count
        assert "undefined" not in response.content.decode()


def test_a_story_is_found_in_the_readers_language(client, everything):
    for language, title in (("vi", "Chuyện gốm"), ("en", "The gốm story")):
        response = get(client, language, q="gom", type="stories")
        assert titles(response) == [title]
        assert response.context["in_other_languages"] == []


def test_what_matches_only_in_another_language_is_told_and_linked(client, everything):
    response = get(client, "en", q="chuyen gom")
    assert "stories" not in counts(response)
    (other,) = response.context["in_other_languages"]
    assert (other.code, other.words) == ("vi", "1 result in Vietnamese")
    assert other.url == "?q=chuyen+gom&in=vi&type=stories"
    there = client.get(f"/en/search/{other.url}")
    assert titles(there) == ["Chuyện gốm"]
    assert there.context["shown"].cards[0].card.url == "/vi/stories/chuyen-gom/"
    assert "in=vi" in there.context["querystring"]


def test_two_languages_are_told_in_the_order_of_the_chain(client, everything):
    make_story("en", "The kiln")
    make_story("en", "A kiln")
    make_story("vi", "Chuyện kiln")
    others = get(client, "id", q="kiln").context["in_other_languages"]
    assert [(other.code, other.words.split()[0]) for other in others] == [("en", "2"), ("vi", "1")]


def test_nonsense_for_a_language_is_ignored(client, everything):
    for code in ("", "xx", "\x00", "VI"):
        assert titles(get(client, "en", q="gom", type="stories", **{"in": code})) == ["The gốm story"]


def test_a_typing_error_shows_what_was_meant_and_the_way_back(client, everything):
    response = get(client, q="bat trag")
    context = response.context
    assert context["query"] == "bat trag"
    assert context["did_you_mean"] == ("bát tràng", "?q=b%C3%A1t+tr%C3%A0ng")
    assert context["instead"] is True
    assert counts(response)["villages"] == 1
    literal = client.get(f"/vi/search/{context['literal_url']}")
    assert literal.context["did_you_mean"] is None
    assert literal.context["total"] == 0
    one_type = get(client, q="bat trag", type="villages")
    assert one_type.context["shown"].count == 1
    assert "b%C3%A1t" in one_type.context["querystring"]


def test_what_was_found_by_chance_gives_way_to_a_name(client, everything):
    words = "Chiếc bát nằm đó, và chẳng ai hay."
    village = make_village({"vi": "Làng Xa"}, fact={"vi": words})
    response = get(client, q="bat chang")
    assert response.context["instead"] is True
    assert counts(response)["villages"] == 1
    literal = client.get(f"/vi/search/{response.context['literal_url']}")
    assert [found.card.slug for group in literal.context["groups"] for found in group.cards] == [village.slug]


def test_what_is_right_is_not_corrected(client, everything):
    for words in ("bat trang", "gom", "gốm quang vinh"):
        context = get(client, q=words).context
        assert (context["did_you_mean"], context["instead"]) == (None, False), words


def test_excerpts_say_where_the_words_stand_in_their_language(client, everything):
    village = make_village({"vi": "Làng Xa"}, tagline={"vi": "Bên sông", "en": "By a river"})
    body = [("text", {"text": "<p>At dawn the quokkas come down to the kiln &amp; sleep.</p>"})]
    narrative(village, "en", introduction="Far away.", body=body)
    reindex(Village, [village.pk])
    (found,) = get(client, q="the quokkas come").context["groups"][0].cards
    assert found.excerpt_lang == "en"
    assert ("the quokkas come", True) in found.excerpt
    assert "kiln & sleep" in "".join(words for words, _marked in found.excerpt)
    (named,) = get(client, q="làng xa").context["groups"][0].cards
    assert named.excerpt == []


def test_the_narrative_in_the_readers_language_comes_first(client, everything):
    foreign, own = make_village({"vi": "Làng A"}), make_village({"vi": "Làng dài tên B"})
    for village, language in ((foreign, "en"), (own, "vi")):
        narrative(village, language, introduction="quokkas quokkas quokkas" if language == "en" else "quokkas")
        reindex(Village, [village.pk])
    for language, first in (("vi", own), ("en", foreign)):
        found = get(client, language, q="quokkas", type="villages").context["shown"].cards
        assert found[0].card.slug == first.slug
        assert found[0].excerpt_lang == ""
        assert found[1].excerpt_lang


def test_groups_come_in_the_order_of_their_best_match(client, everything):
    make_product({"vi": "Quokkas"})
    make_village({"vi": "Làng"}, fact={"vi": "Có quokkas."})
    assert list(counts(get(client, q="quokkas"))) == ["products", "villages"]


def test_what_is_not_public_is_not_found(client, everything):
    everything["village"].live = False
    everything["village"].save()
    for story in (everything["story"], everything["story_en"]):
        PageViewRestriction.objects.create(page=story, restriction_type="login")
    found = counts(get(client, q="gom"))
    assert "villages" not in found
    assert "stories" not in found


@pytest.mark.sampled
def test_pages_of_results(client, everything):
    for number in range(30):
        make_product({"vi": f"Chè Thái Nguyên {number}"})
    first = get(client, q="che", type="products")
    assert first.context["shown"].count == 30
    assert "type=products&amp;page=2" in first.content.decode() or "page=2" in first.content.decode()
    assert len(get(client, q="che", type="products", page="2").context["shown"].cards) == 6
    for page in ("0", "-1", "999", "x", "١"):
        assert get(client, q="che", type="products", page=page).status_code == 200


def test_empty_states_help(client, everything):
    assert "?q=" in get(client).content.decode()
    nothing = get(client, "en", q="zzzz")
    assert "Nothing was found" in nothing.content.decode()
    assert get(client, q="gom", type="pages").status_code == 200
    assert counts(get(client, q="gom", type="nonsense"))


def test_headings_stay_short_whatever_was_typed(client, everything):
    page = get(client, "en", q="x" * 200).content.decode()
    headings = re.findall(r"<h[12][^>]*>(.*?)</h[12]>|<title>(.*?)</title>", page, re.DOTALL)
    assert "x" * 59 in str(headings)
    assert "x" * 60 not in str(headings)


@pytest.mark.sampled
def test_overview_stays_within_its_queries_with_few_and_many(client, everything, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        get(client, q="gom")
    village = everything["village"]
    for number in range(12):
        make_village({"vi": f"Gốm {number}"}, [make_craft({"vi": f"Gốm {number}"})])
        make_product({"vi": f"Gốm {number}"})
        make_centre({"vi": f"Gốm {number}"}, hours=("08:00", "17:00"), village=village)
        make_route({"vi": f"Gốm {number}"}, places=[village])
        make_story("vi", f"Gốm {number}", subject=village)
    with django_assert_max_num_queries(12):
        get(client, q="gom")


@pytest.mark.sampled(12)
def test_any_words_answer(client, everything):
    for words in NASTY:
        if words != "\ud800":  # no client can send half a letter
            assert get(client, q=words).status_code == 200, words
            assert get(client, "en", q=words, type="products").status_code == 200, words
    assert client.get("/vi/search/?q=%ff%fe&type=%00&page=%ed%a0%80").status_code == 200


def test_fuzzed_requests_answer(client, everything):
    chance = random.Random(7)
    alphabet = "aăâđô gốm\"'*():^-&|!<>%_\\{}[]\x00\x07\u0301🎉北ก١０"
    for _number in range(200 if THOROUGH else 20):
        words = "".join(chance.choice(alphabet) for _letter in range(chance.randrange(40)))
        query = {"q": words, "type": chance.choice(["", "products", words]), "page": chance.choice(["1", "2", words])}
        assert client.get(f"/{chance.choice(['vi', 'en', 'id'])}/search/", query).status_code == 200


def test_bulk_written_records_are_found_after_reindexing(client, everything):
    product = everything["product"]
    Product.objects.filter(pk=product.pk).update(name={"vi": "Ấm chén tử sa"})
    reindex(Product, [product.pk])
    assert counts(get(client, q="tu sa"))["products"] == 1
