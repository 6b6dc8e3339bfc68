"""The page of a month: days, what is only known by its month, fairs, crafts, neighbours, limits."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import make_centre, make_event, make_route
from tests.html import parse
from tests.places.events.festivals import DECEMBER

from places.models import EventDate, Notice
from places.months import Month

pytestmark = pytest.mark.django_db
URL = "/en/events/"


def month(client, text="2026-12", **query):
    return client.get(URL, {"month": text, **query}).context["month"]


def names(view):
    return [line.name.text for day in view.days for line in day.lines], [line.name.text for line in view.sometime]


def test_days_then_some_day_of_the_month(client, made):
    view = month(client)
    assert view.title == "December 2026"
    assert names(view) == (["Fixed day", "Lunar days", "Winter fair"], ["Announced", "Lunar month"])
    assert [day.words for day in view.days] == ["Saturday, 5 December", "Wednesday, 9 December", "Sunday, 20 December"]
    assert [line.is_fair for day in view.days for line in day.lines] == [False, False, True]
    assert [craft.name.text for craft in view.crafts] == ["Incense"]
    assert [village.text for village in view.crafts[0].villages] == ["Làng Hương"]


def test_what_is_only_worked_out_says_so(client, made):
    lines = {line.name.text: line for day in month(client).days for line in day.lines}
    assert lines["Lunar days"].when == "9 December – 11 December 2026"
    assert lines["Lunar days"].status == "worked out from the lunar calendar, to be confirmed"
    assert not lines["Lunar days"].confirmed
    assert lines["Winter fair"].confirmed
    sometime = {line.name.text: line for line in month(client).sometime}
    assert sometime["Lunar month"].when == "in lunar month 11, about 9 December 2026 – 7 January 2027"
    assert sometime["Lunar month"].status == "day to be confirmed"
    assert sometime["Announced"].when == "usually in December 2026"


def test_the_date_of_an_editor_replaces_the_one_worked_out(client, made):
    EventDate.objects.create(event=made["lunar"], starts_on=date(2026, 12, 12), confirmed=True)
    found = [line for day in month(client).days for line in day.lines if line.name.text == "Lunar days"]
    assert [(line.when, line.confirmed) for line in found] == [("12 December 2026", True)]


def test_a_closure_shows_beside_the_event(client, made):
    Notice.objects.create(village=made["village"], kind="closure", text={"en": "Storm"}, starts_on=date(2026, 12, 1))
    lines = {line.name.text: line for day in month(client).days for line in day.lines}
    assert lines["Fixed day"].closed == "Closed until further notice"
    assert lines["Winter fair"].closed == ""


def test_a_closure_of_the_village_closes_the_centre_of_an_event_and_a_stand(client, made):
    centre = make_centre(village=made["village"])
    make_event({"en": "At the centre"}, centre=centre, calendar="solar", months=DECEMBER, first_day=5)
    make_centre({"en": "Stand"}, village=made["village"], kind="fair_stand", fair_starts_on=date(2026, 12, 6),
                fair_ends_on=date(2026, 12, 7))  # fmt: skip
    Notice.objects.create(village=made["village"], kind="closure", text={"en": "Storm"}, starts_on=date(2026, 11, 30))
    closed = {line.name.text for day in month(client).days for line in day.lines if line.closed}
    assert {"Fixed day", "At the centre", "Stand"} <= closed
    assert "Winter fair" not in closed


def test_filters_of_place_hold_for_fairs_and_crafts_too(client, made):
    south = month(client, province=made["south"].slug)
    assert names(south) == (["Fixed day", "Lunar days"], [])
    assert south.crafts == []
    village = month(client, village="lang-huong")
    assert names(village) == ([], ["Lunar month"])
    assert [craft.name.text for craft in village.crafts] == ["Incense"]


def test_a_route_keeps_what_takes_place_at_its_stops(client, made):
    route = make_route("Đường", places=[made["incense_village"]])
    view = month(client, route=route.slug)
    assert names(view) == ([], ["Lunar month"])
    assert [craft.name.text for craft in view.crafts] == ["Incense"]


def test_an_event_that_began_the_month_before_stands_on_the_first(client, made):
    make_event({"en": "Long"}, calendar="other")
    EventDate.objects.create(event_id=make_event({"en": "Bridge"}).pk, starts_on=date(2026, 11, 29),
                             ends_on=date(2026, 12, 2))  # fmt: skip
    view = month(client)
    assert view.days[0].words == "Tuesday, 1 December"
    assert [line.name.text for line in view.days[0].lines] == ["Bridge"]


def test_neighbours_keep_the_filters_and_end_after_five_years(client, made):
    view = month(client, province=made["south"].slug)
    assert view.previous.url == "?month=2026-11&province=nam"
    assert view.following.url == "?month=2027-01&province=nam"
    assert month(client, "2031-11").following is None
    assert month(client, "2021-11").previous is None


@pytest.mark.parametrize(
    "text", ["2031-12", "2026-13", "2026-1", "december", "0000-01", "99999-01", "２０２６-12", ""]
)
def test_nonsense_is_ignored_and_said(client, made, text):
    response = client.get(URL, {"month": text})
    assert response.status_code == 200
    assert response.context["month"] is None
    assert ("month" in response.context["form"].errors) == bool(text)


def test_an_empty_month_says_so(client, made):
    content = client.get(URL, {"month": "2027-08"}).content.decode()
    assert "No festival or fair is known for this month." in content
    assert "No craft here has a known season in this month" in content


def test_the_page_is_sound_and_works_by_links_alone(client, made):
    response = client.get(URL, {"month": "2026-12"})
    document = parse(response.content, f"{URL}?month=2026-12")
    assert document.faults == []
    assert {f"{URL}?month=2026-11", f"{URL}?month=2027-01"} <= set(document.links())


def test_the_list_offers_months_with_counts_and_the_next_first(client, made):
    response = client.get(URL)
    options = {option.value: option.count for facet in response.context["facets"] if facet.name == "month"
               for option in facet.options}  # fmt: skip
    assert options["2026-12"] == 4
    assert options["2027-01"] == 1
    assert max(options) < "2027-11"
    titles = [card.title for card in response.context["cards"]]
    assert titles == ["Announced", "Fixed day", "Lunar days", "Lunar month", "Unknown"]


def test_cards_say_when(client, made):
    texts = {card.title: card.text for card in client.get(URL).context["cards"]}
    assert texts["Fixed day"] == "5 December 2026 (the same day each year, to be confirmed)"
    assert texts["Unknown"] == ""


def test_two_months_are_a_list(client, made):
    response = client.get(URL, {"month": ["2026-12", "2027-01"]})
    assert response.context["month"] is None
    assert len(response.context["cards"]) == 4


def test_a_month_costs_the_same_for_many(client, made):
    with CaptureQueriesContext(connection) as few:
        month(client)
    for _number in range(10):
        make_event(village=made["village"], calendar="solar", months=DECEMBER, first_day=7)
    with CaptureQueriesContext(connection) as many:
        assert len(names(month(client))[0]) == 13
    assert len(many) <= len(few) <= 13


def test_months_count_on_through_years():
    assert Month(2026, 12).later(1) == Month(2027, 1)
    assert Month(2026, 1).later(-1) == Month(2025, 12)
    assert Month(2026, 2).last == date(2026, 2, 28)
    assert str(Month(2026, 2)) == "2026-02"
