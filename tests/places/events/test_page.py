"""The page of one event: the next times, honestly, and what search engines are told."""

from __future__ import annotations

import json
from datetime import date

import pytest

from places.models import EventDate

pytestmark = pytest.mark.django_db


def told(response):
    """Return the structured data of a page."""
    _before, found, rest = response.content.decode().partition('<script type="application/ld+json">')
    return json.loads(rest.partition("</script>")[0]) if found else []


def test_the_next_three_times(client, made):
    context = client.get(made["lunar"].get_url("en")).context
    assert [row["text"] for row in context["dates"]] == [
        "9 December – 11 December 2026", "28 November – 30 November 2027", "16 December – 18 December 2028",
    ]  # fmt: skip
    assert {row["confirmed"] for row in context["dates"]} == {False}
    assert context["month_url"] == "/en/events/?month=2026-12"


def test_without_a_known_month_it_says_so(client, made):
    response = client.get(made["unknown"].get_url("en"))
    assert "No date is known yet for the time ahead." in response.content.decode()


def test_search_engines_are_told_confirmed_dates_to_come_only(client, made):
    event = made["lunar"]
    assert told(client.get(event.get_url("en"))) == []
    EventDate.objects.create(event=event, starts_on=date(2025, 12, 20), confirmed=True)
    EventDate.objects.create(event=event, starts_on=date(2026, 12, 12), ends_on=date(2026, 12, 14), confirmed=True)
    (data,) = told(client.get(event.get_url("en")))
    assert (data["@type"], data["startDate"], data["endDate"]) == ("Event", "2026-12-12", "2026-12-14")
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["location"]["name"] == "Làng Gióng"
    assert data["location"]["address"] == {"@type": "PostalAddress", "addressCountry": "VN", "addressRegion": "Nam"}


def test_the_village_of_an_event_can_be_added_to_a_plan(client, made):
    village = made["lunar"].village
    assert f'data-codes="{village.code}"' in client.get(made["lunar"].get_url("en")).content.decode()
