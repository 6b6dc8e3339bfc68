"""Words that mark what is in another language: plain to files, marked on pages, always escaped."""

from __future__ import annotations

import json

import pytest
from django.template import Context, Template
from django.utils.translation import override

from core.labels import Label
from core.marked import Marked, joined, marked, marked_label, sentence


def shown(words):
    return Template("{{ words }}").render(Context({"words": words}))


@pytest.fixture(autouse=True)
def _reader():
    with override("en"):
        yield


def test_ones_own_language_is_not_marked():
    assert shown(marked("a <b>", "en")) == "a &lt;b&gt;"
    assert shown(marked("", "vi")) == ""


def test_another_language_is():
    words = marked("gốm <b>", "vi")
    assert (words, shown(words)) == ("gốm <b>", '<span lang="vi">gốm &lt;b&gt;</span>')
    assert shown(marked_label(Label({"vi": "gốm"}))) == '<span lang="vi">gốm</span>'


def test_a_sentence_and_a_list_keep_the_marks():
    text = sentence("<%(closed)s>: %(text)s", closed="closed & shut", text=marked("lũ", "vi"))
    assert text == "<closed & shut>: lũ"
    assert shown(text) == '&lt;closed &amp; shut&gt;: <span lang="vi">lũ</span>'
    assert shown(joined(" · ", ["a<", text])) == f"a&lt; · {shown(text)}"
    assert joined(" · ", []) == ""


def test_it_is_a_text_like_any_other():
    assert {Marked("a"): 1}["a"] == 1
    assert json.dumps(marked("gốm", "vi"), ensure_ascii=False) == '"gốm"'
