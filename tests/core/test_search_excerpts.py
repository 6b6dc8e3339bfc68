"""Excerpts: parts of the text itself, marked where the words stand, whatever the text and the query."""

from __future__ import annotations

import unicodedata

import pytest
from tests.core.test_search import NASTY

from core.search import Query, excerpt
from core.search.excerpts import quotation
from core.search.synonyms import Words

STORY = (
    "Người tạc mặt nạ ở Mas bắt đầu với một khúc gỗ pule và dừng tay khi có cái gì đó nhìn lại. " * 3
    + "Kẹp giữa hai bàn chân, lúc này nó chưa là gì, chỉ là nửa khúc gỗ còn vỏ ở mặt lưng. "
    + "Lò nung nằm cuối làng. " * 20
)


def query(text):
    """A query without synonyms, which would ask the database."""
    words = Words.of(text)
    return Query(text, *words)


def marked(parts):
    return [words for words, found in parts if found]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Làng gốm Bát Tràng", "bat trang", ["Bát Tràng"]),
        ("Làng gốm Bát Tràng", "BÁT TRÀNG", ["Bát Tràng"]),
        ("Làng gốm Bát Tràng", "bat tra", ["Bát Tràng"]),
        ("Làng gốm Bát-Tràng", "bat trang", ["Bát-Tràng"]),
        ("Làng gốm Bát Tràng", "trang lang", ["Làng", "Tràng"]),
        ("Đường Lâm, Lâm Đường", "duong lam", ["Đường Lâm"]),
        ("Gồm có gốm và gom", "gốm", ["gốm"]),
        ("Gồm có gốm và gom", "gom", ["gom"]),
        ("D'Harvest coffee", "dharvest", ["D'Harvest"]),
        ("Nghệ nhân nghe", "nghe", ["nghe"]),
        ("Chuông và chu", "chu", ["chu"]),
        ("Nothing here", "gom", []),
        (unicodedata.normalize("NFD", "Làng Bát Tràng"), "bat trang", ["Bát Tràng"]),
        ("北京 đồ gốm", "北京", ["北京"]),
    ],
)
def test_what_is_marked(text, words, expected):
    assert marked(excerpt(text, query(words))) == expected


def test_a_long_text_is_cut_around_the_match_between_words():
    parts = excerpt(STORY, query("nua khuc go"))
    shown = "".join(words for words, _found in parts)
    assert marked(parts) == ["nửa khúc gỗ"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 200
    assert set(shown.strip("… ").split()) <= set(STORY.split())


def test_without_a_match_it_is_the_beginning_and_no_quotation():
    assert "".join(words for words, _found in excerpt(STORY, query("zzz"))).startswith("Người tạc")
    assert quotation(STORY, query("zzz")) == []
    assert excerpt("", query("a")) == []


def test_a_synonym_is_marked_too():
    asked = Query("conical hat", ("conical", "hat"), ("conical", "hat"), (Words.of("nón lá"),))
    assert marked(excerpt("Nón lá làng Chuông, non la", asked)) == ["Nón lá"]


def test_it_is_text_and_never_changes_it():
    for text in ("<b>gốm</b> &amp; <script>", STORY[:150]):
        for words in [*NASTY, "gom", "script"]:
            assert "".join(part for part, _found in excerpt(text, query(words))) == " ".join(text.split())
