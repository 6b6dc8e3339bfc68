"""“Confirmed 12 days ago”, fading after 90 days: on the page, on cards, in the API."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from tests.factories import make_centre, make_province, site_tree
from tests.html import parse

from centres.confirmation import Trust, confirmation_of
from centres.models import Centre
from core import clock
from core.cards import card_of

pytestmark = pytest.mark.django_db
HOURS = ("08:00", "17:00")


@pytest.fixture
def today(frozen_now):
    with override("en"):
        yield  # 22 November 2026


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(
    ("values", "trust", "words"),
    [
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 11, 22)}, Trust.CONFIRMED, "Hours confirmed today"),
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 11, 21)}, Trust.CONFIRMED, "Hours confirmed 1 day ago"),
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 11, 10)}, Trust.CONFIRMED, "Hours confirmed 12 days ago"),
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 8, 24)}, Trust.CONFIRMED, "Hours confirmed 90 days ago"),
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 8, 23)}, Trust.UNCONFIRMED, "Hours not confirmed"),
        ({"hours": HOURS, "hours_confirmed_on": date(2026, 11, 23)}, Trust.CONFIRMED, "Hours confirmed today"),
        ({"hours": HOURS}, Trust.UNCONFIRMED, "Hours not confirmed"),
        ({"hours_as_published": "mornings"}, Trust.UNCONFIRMED, "Hours not confirmed"),
        ({}, Trust.UNKNOWN, ""),
        ({"hours_confirmed_on": date(2026, 11, 21)}, Trust.UNKNOWN, ""),
    ],
)
def test_how_far_hours_can_be_trusted(values, trust, words):
    found = confirmation_of(make_centre(**values))
    assert (found.trust, found.words) == (trust, words)


def test_days_are_counted_by_the_places_own_calendar():
    east = make_province(timezone="Asia/Jayapura")
    centre = make_centre(hours=HOURS, province=east, hours_confirmed_on=date(2026, 11, 22))
    for hour, days in ((21, 0), (22, 1)):  # 23:00 and midnight there
        with clock.frozen(datetime(2026, 11, 22, hour, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
            assert confirmation_of(centre).days == days


def test_page_card_and_api_say_it(client, today):
    site_tree()
    told = {"hours_confirmed_on": date(2026, 11, 10), "hours_source": "https://a.example/x ; a leaflet"}
    centre = make_centre(hours=HOURS, **told)
    document = parse(client.get(centre.get_url("en")).content, centre.get_url("en"))
    panel = document.root.find(".//section[@aria-labelledby='visit-title']")
    words = " ".join("".join(panel.itertext()).split())
    assert "Hours confirmed 12 days ago" in words
    assert "Source of the hours: a.example, a leaflet" in words
    assert panel.find(".//time").get("datetime") == "2026-11-10"
    card = card_of(Centre.objects.for_list().get(pk=centre.pk))
    assert card.state_note == "Hours confirmed 12 days ago"
    assert "Hours confirmed 12 days ago" in client.get("/en/centres/").content.decode()
    body = client.get(f"/api/v2/centres/{centre.slug}/").json()
    assert (body["hours_status"], body["hours_confirmed_on"]) == ("confirmed", "2026-11-10")
    assert body["hours_source"] == "https://a.example/x ; a leaflet"


def test_the_note_of_a_card_warns_of_a_holiday_today():
    centre = make_centre(hours=HOURS)
    with clock.frozen(datetime(2027, 2, 6, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))), override("en"):
        card = card_of(Centre.objects.for_list().get(pk=centre.pk))
    assert (card.state, card.state_note) == ("open", "Lunar New Year: hours may differ · Hours not confirmed")
