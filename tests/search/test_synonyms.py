"""Synonyms: editors say what people type for what, and the next search knows it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from tests.factories import make_product, make_village

from core.search import Query, filter_queryset, ranked, synonyms
from core.search.synonyms import Synonyms, Words
from places.models import Village
from products.models import Product
from search.models import Synonym


def alternatives(typed, *pairs):
    return [" ".join(words.exact) for words in Synonyms.of(pairs).alternatives(Words.of(typed))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("conical hat", ["nón lá"]),
        ("a conical hat here", ["a nón lá here"]),
        ("Conical-Hat", ["nón lá"]),
        ("conical", []),
        ("hat conical", []),
        ("chè", ["trà"]),
        ("che", ["trà"]),
        ("chẻ", []),
        ("conical hat chè", ["nón lá trà", "nón lá chè", "conical hat trà"]),
        ("d'harvest chè", ["d harvest trà"]),
        ("", []),
    ],
)
def test_words_are_replaced_whole_with_marks_when_both_have_them(typed, expected):
    found = alternatives(typed, ("conical hat", "nón lá"), ("chè", "trà"))
    assert found == ([] if "'" in typed else expected)


def test_there_are_never_many():
    pairs = [("chè", f"trà {number}") for number in range(50)]
    assert len(alternatives("chè chè chè", *pairs)) == synonyms.MOST_ALTERNATIVES


def test_a_side_without_words_is_no_rule():
    assert alternatives("a", ("", "b"), ("a", " - "), ("!", "c")) == []


@pytest.fixture
def hat(db):
    return make_product({"vi": "Nón lá Chuông"})


def saved(capture, **values):
    with capture(execute=True):
        return Synonym.objects.create(**values)


def test_a_synonym_works_from_its_saving_to_its_deletion(hat, django_capture_on_commit_callbacks):
    assert not filter_queryset(Product.objects.all(), "conical hat").exists()
    synonym = saved(django_capture_on_commit_callbacks, words="conical hat", means="nón lá")
    assert filter_queryset(Product.objects.all(), "conical hat").get() == hat
    assert filter_queryset(Product.objects.all(), "conical hat chuong").get() == hat
    assert not filter_queryset(Product.objects.all(), "nón bài thơ").exists()
    with django_capture_on_commit_callbacks(execute=True):
        synonym.words = "palm hat"
        synonym.save()
    assert filter_queryset(Product.objects.all(), "palm hat").exists()
    assert not filter_queryset(Product.objects.all(), "conical hat").exists()
    with django_capture_on_commit_callbacks(execute=True):
        synonym.delete()
    assert not filter_queryset(Product.objects.all(), "palm hat").exists()


def test_in_one_direction_unless_both_are_wanted(hat, django_capture_on_commit_callbacks):
    tea = make_product({"vi": "Chè Tân Cương"})
    saved(django_capture_on_commit_callbacks, words="trà", means="chè", both_ways=False)
    other = make_product({"vi": "Trà sen"})
    assert set(filter_queryset(Product.objects.all(), "trà")) == {tea, other}
    assert set(filter_queryset(Product.objects.all(), "chè")) == {tea}
    saved(django_capture_on_commit_callbacks, words="che", means="trà", both_ways=True)
    assert set(filter_queryset(Product.objects.all(), "chè")) == {tea, other}


def test_what_was_typed_comes_first_and_names_by_a_synonym_before_other_words(hat, django_capture_on_commit_callbacks):
    saved(django_capture_on_commit_callbacks, words="hat", means="nón")
    typed = make_product({"en": "A very long name of a hat from the village"})
    body = make_product({"vi": "Giỏ"}, note={"en": "Goes with a hat."})
    assert list(ranked(Product.objects.all(), "hat")[:5]) == [typed, hat, body]


def test_a_synonym_with_marks_does_not_find_words_without_them(django_capture_on_commit_callbacks, db):
    saved(django_capture_on_commit_callbacks, words="bronze", means="đồng")
    make_village({"vi": "Làng tranh Đông Hồ"})
    bronze = make_village({"vi": "Làng đúc đồng Ngũ Xã"})
    assert filter_queryset(Village.objects.all(), "bronze").get() == bronze


@pytest.mark.django_db
def test_what_makes_no_sense_is_refused():
    for words, means, field in (("!", "nón", "words"), ("nón", "…", "means"), ("che", "chè", "means")):
        with pytest.raises(ValidationError) as refusal:
            Synonym(words=words, means=means).full_clean()
        assert set(refusal.value.message_dict) == {field}


def test_reading_them_costs_one_query_and_then_none(hat, django_assert_num_queries):
    Query.parse("nón")
    synonyms.changed()
    with django_assert_num_queries(1):
        Query.parse("nón")
    with django_assert_num_queries(0):
        Query.parse("nón lá")
