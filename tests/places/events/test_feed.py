"""The calendar feed: it loads, its lines are well formed, identifiers stay, and it is kept like a page."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from tests.factories import make_event

from core import clock
from core.fields import mask_of
from places.models import EventDate, Notice

pytestmark = pytest.mark.django_db
URL = "/en/events.ics"


def feed(client, url=URL, **query):
    response = client.get(url, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content)


def entries(calendar):
    """Return the first entry of each name."""
    return {str(entry["SUMMARY"]): entry for entry in reversed(calendar.walk("VEVENT"))}


def test_every_entry_lasts_whole_days(client, made):
    found = entries(feed(client))
    fixed = found["Fixed day (to be confirmed)"]
    assert fixed.decoded("DTSTART") == date(2026, 12, 5)
    assert fixed.decoded("DTEND") == date(2026, 12, 6)
    assert fixed["DTSTART"].to_ical() == b"20261205"
    assert fixed["DTSTART"].params["VALUE"] == "DATE"
    assert fixed["STATUS"] == "TENTATIVE"
    assert fixed["LOCATION"] == "Làng Gióng, Nam"
    assert fixed["URL"].endswith("/en/events/fixed-day/")
    month = found["Lunar month (day to be confirmed)"]
    assert (month.decoded("DTSTART"), month.decoded("DTEND")) == (date(2026, 12, 9), date(2027, 1, 8))
    assert found["Winter fair"]["STATUS"] == "CONFIRMED"
    assert {str(entry["TRANSP"]) for entry in found.values()} == {"TRANSPARENT"}
    assert not [name for name in found if "Hidden" in name or "Unknown" in name]


def test_it_holds_a_month_back_and_eighteen_ahead(client, made):
    make_event({"en": "October"}, calendar="solar", months=mask_of([10]), first_day=1)
    make_event({"en": "September"}, calendar="solar", months=mask_of([9]), first_day=30)
    starts = [(str(entry["SUMMARY"])[:9], entry.decoded("DTSTART")) for entry in feed(client).walk("VEVENT")]
    assert [day for name, day in starts if name == "October ("] == [date(2026, 10, 1), date(2027, 10, 1)]
    assert [day for name, day in starts if name == "September"] == [date(2027, 9, 30)]
    assert max(day for _name, day in starts) <= date(2028, 5, 31)


def test_a_confirmed_date_keeps_the_identifier_of_the_one_it_replaces(client, made):
    before = entries(feed(client))["Lunar days (to be confirmed)"]
    EventDate.objects.create(event=made["lunar"], starts_on=date(2026, 12, 12), confirmed=True)
    after = entries(feed(client))["Lunar days"]
    assert before["UID"] == after["UID"]
    assert (after["STATUS"], after.decoded("DTSTART")) == ("CONFIRMED", date(2026, 12, 12))


def test_identifiers_are_unique_and_the_same_in_every_language_and_on_every_host(client, made):
    def identifiers(calendar):
        return [str(entry["UID"]) for entry in calendar.walk("VEVENT")]

    own = identifiers(feed(client))
    assert len(own) == len(set(own)) > 5
    assert identifiers(feed(client, "/vi/events.ics")) == own


def test_lines_end_in_crlf_within_75_octets_and_no_character_is_split(client, made):
    make_event({"en": "Lễ hội " + "rước đèn, múa lân; đốt pháo\\ " * 6}, calendar="solar", months=mask_of([3]))
    content = client.get(URL).content
    assert content.count(b"\n") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()
    assert any("rước đèn, múa lân; đốt pháo\\ rước" in name for name in entries(feed(client)))


def test_it_names_itself_and_says_how_often_to_ask(client, made):
    calendar = feed(client, province=made["south"].slug)
    assert calendar["X-WR-CALNAME"] == "Festivals and fairs · Province: Nam"
    assert calendar["REFRESH-INTERVAL"].to_ical() == b"P1D"
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert set(entries(calendar)) == {"Fixed day (to be confirmed)", "Lunar days (to be confirmed)"}


@pytest.mark.parametrize(
    "query", [{"province": "atlantis"}, {"village": "x"}, {"colour": "red"}, {"month": "2026-12"}]
)
def test_bad_values_are_refused_by_name(client, made, query):
    response = client.get(URL, query)
    assert response.status_code == 400
    assert response.json()["field"] == next(iter(query))


def test_a_closure_is_told(client, made):
    Notice.objects.create(village=made["village"], kind="closure", text={"en": "Storm"}, starts_on=date(2026, 12, 1))
    assert "Closed until further notice" in entries(feed(client))["Fixed day (to be confirmed)"]["DESCRIPTION"]


def test_it_is_kept_until_the_day_is_over(client, made, kept_pages, django_assert_num_queries):
    first = client.get(URL)
    with django_assert_num_queries(0):
        assert client.get(URL).content == first.content
        assert client.get(URL, headers={"if-none-match": first["ETag"]}).status_code == 304
    later = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    with clock.frozen(later):
        assert client.get(URL).status_code == 200


def test_only_reading(client, made):
    assert client.post(URL).status_code == 405


def test_the_page_links_to_it_with_the_filters(client, made):
    feed_links = client.get("/en/events/", {"province": made["south"].slug, "month": "2026-12"}).context["feed"]
    assert feed_links == {
        "subscribe": "webcal://testserver/en/events.ics?province=nam", "fetch": "/en/events.ics?province=nam",
    }  # fmt: skip
