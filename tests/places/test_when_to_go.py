"""When to go: twelve months with their reasons, in words; nothing is claimed that nobody said."""

from __future__ import annotations

import pytest
from tests.factories import make_craft, make_event, make_village, site_tree
from tests.html import parse

from core.fields import mask_of
from places.when_to_go import ALL_YEAR, made_in, when_to_go

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


def kinds(found):
    return {cell.short: [mark.kind for mark in cell.marks] for cell in found.cells if cell.marks}


@pytest.fixture(autouse=True)
def english():
    from django.utils import translation

    with translation.override("en"):
        yield


def test_nothing_known_is_nothing():
    assert when_to_go([make_craft()], [make_event(calendar="lunar")], 0) is None


def test_twelve_months_from_this_one():
    found = when_to_go([], [], mask_of([1]))
    assert [cell.short for cell in found.cells][:3] == ["Nov 2026", "Dec 2026", "Jan 2027"]
    assert len(found.cells) == 12
    assert [cell.is_now for cell in found.cells].count(True) == 1
    assert kinds(found) == {"Jan 2027": ["best"]}
    assert found.best == "January"


def test_a_day_is_a_festival_and_a_wide_span_is_perhaps_one():
    day = make_event(calendar="lunar", months=mask_of([4]), first_day=9)
    month = make_event(calendar="lunar", months=mask_of([2]))
    found = when_to_go([], [day, month], 0, "village=x")
    assert kinds(found) == {"Mar 2027": ["perhaps"], "Apr 2027": ["perhaps"], "May 2027": ["festival"]}
    urls = {cell.short: cell.url for cell in found.cells if cell.url}
    assert urls["May 2027"] == "/en/events/?month=2027-05&village=x"
    assert len(urls) == 3
    assert [one.status for one in found.festivals] == [
        "day to be confirmed", "worked out from the lunar calendar, to be confirmed",
    ]  # fmt: skip


def test_seasons_are_of_crafts_whose_months_are_known():
    incense, silk = make_craft(months=mask_of([11, 12, 1])), make_craft()
    found = when_to_go([incense, silk], [], 0)
    assert kinds(found) == {"Nov 2026": ["season"], "Dec 2026": ["season"], "Jan 2027": ["season"]}
    assert [season.months for season in found.seasons] == ["November to January"]
    assert made_in([incense, silk], 12) == [incense]


def test_all_year_is_said_once_and_marks_no_month():
    found = when_to_go([], [], ALL_YEAR)
    assert kinds(found) == {}
    assert found.best == "all year"


def test_the_page_of_a_village_shows_it(client):
    site_tree()
    village = make_village(crafts=[make_craft(months=mask_of([11]))], months=mask_of([2]))
    make_event({"en": "Feast"}, village=village, calendar="lunar", months=mask_of([1]), first_day=4)
    response = client.get(village.get_url("en"))
    assert parse(response.content, village.get_url("en")).faults == []
    content = response.content.decode()
    assert "When to go" in content
    assert "9 February 2027" in content
    assert f"/en/events/?month=2026-11&amp;village={village.slug}" in content
    assert f"/en/events/?month=2026-11&amp;province={village.province.slug}" in content
