"""Hours that nobody has confirmed lately say so, and what to do about it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories import make_centre, site_tree
from tests.html import parse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


@pytest.fixture(autouse=True)
def _site(db):
    site_tree()


def notice(client, **values):
    """Return the notice in the panel of a centre as words and address; None when there is none."""
    centre = make_centre(**values)
    document = parse(client.get(centre.get_url("en")).content, centre.get_url("en"))
    found = document.root.find(".//section[@aria-labelledby='visit-title']/div[@role='note']")
    if found is None:
        return None
    link = found.find(".//a")
    return " ".join("".join(found.itertext()).split()), link.get("href") if link is not None else ""


def test_hours_confirmed_lately_need_none(client):
    assert notice(client, hours=("08:00", "17:00"), hours_confirmed_on=date(2026, 8, 24)) is None


def test_hours_confirmed_long_ago_say_when(client):
    words, _url = notice(client, hours=("08:00", "17:00"), hours_confirmed_on=date(2026, 8, 23))
    assert words == (
        "Opening hours not confirmed Last confirmed on 23 August 2026: they may have changed. Ask before you travel."
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"hours": ("08:00", "17:00")}, "These are the hours as published; nobody has confirmed them yet."),
        ({"hours_as_published": "8–17 h"}, "These are the hours as published; nobody has confirmed them yet."),
        ({}, "Nobody has told us the opening hours yet."),
    ],
)
def test_hours_never_confirmed_say_so(client, values, words):
    assert words in notice(client, **values)[0]


def test_it_says_whom_to_ask(client):
    assert notice(client, phone="+84 24 1234", website="https://a.example/") == (
        "Opening hours not confirmed Nobody has told us the opening hours yet. Call before you travel: +84 24 1234",
        "tel:+84 24 1234",
    )
    assert notice(client, website="https://a.example/")[1] == "https://a.example/"
