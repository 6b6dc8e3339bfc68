"""Motifs on a page: what they share stands once, each is named, and nothing needs a request or a file."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.utils.translation import override
from tests.factories import make_craft, make_village

from core import illustrations
from core.cards import card_of
from core.motifs import FAMILIES

TWO = "{% load site_tags %}{% motif 'hat' 'one' %}{% motif 'hat' 'one' %}|{% motif_definitions %}"


def on_a_page(source, **values):
    return Template(source).render(RequestContext(RequestFactory().get("/vi/"), values))


def test_what_motifs_share_stands_once_at_the_end_of_the_page():
    motifs, shared = on_a_page(TWO).split("|")
    ids = re.findall(r'id="([^"]+)"', shared)
    assert ids
    assert len(ids) == len(set(ids))
    assert "id=" not in motifs
    assert set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', motifs)) <= {(one, "") for one in ids} | {
        ("", one) for one in ids
    }


def test_without_a_page_a_motif_carries_everything_itself():
    alone = Template("{% load site_tags %}{% motif 'pottery' 'bat-trang' 'square' %}").render(Context())
    used = set(re.findall(r"#(m-[\w-]+)", alone))
    assert used <= set(re.findall(r'id="([^"]+)"', alone))


def test_a_page_without_motifs_has_no_definitions():
    assert on_a_page("{% load site_tags %}{% motif_definitions %}") == ""


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_named_in_the_readers_language(family):
    with override("en"):
        assert re.fullmatch(r"Illustration: .+", illustrations.description(family))
    with override("id"):
        assert illustrations.description(family) != f"Illustration: {family}"


def test_markup_is_whole_and_keeps_to_the_policy():
    for family in FAMILIES:
        for size in ("card", "hero", "square"):
            markup = illustrations.inline(None, family, "a-slug", size)
            ElementTree.fromstring(markup)
            assert "style" not in markup
            assert "<script" not in markup


@pytest.mark.django_db
def test_an_editors_choice_comes_before_the_craft():
    village = make_village("Làng Thử")
    village.crafts.add(make_craft("Gốm men", family="pottery"))
    assert card_of(village).motif == "pottery"
    village.illustration = "silk"
    assert card_of(village).motif == "silk"
