"""What a link comes to on the page: times, closures, doubts, and what is no longer there."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from tests import factories
from tests.routes.trips.pages import PAGE, get, order_of, text_of
from tests.routes.trips.worlds import SATURDAY, make_experience, make_places, p_of

from core.models import ShortCode
from places.models import Notice
from routes.trips.trip import same_weekday
from routes.usual_day import next_saturday

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]


@pytest.fixture
def places(db):
    return make_places(4)


def test_the_plan_is_the_same_tomorrow_and_in_another_language(client, places):
    query = f"p={p_of(*places)}&d={SATURDAY}&s=hanoi"
    times = []
    for path in (PAGE, "/vi/plan/", PAGE):
        times.append(re.findall(r"<strong>(\d\d:\d\d)</strong>", text_of(get(client, query, path))))
    assert times[0] == times[1] == times[2]
    assert len(times[0]) == 4


def test_the_order_of_the_link_does_not_change_the_best_plan(client, places):
    found = [order_of(get(client, f"p={p_of(*order)}&d={SATURDAY}")) for order in (places, places[::-1])]
    assert found[0] == found[1]


def test_the_order_of_the_link_does_not_change_the_clock_either(client, places):
    bali = factories.make_province("Bali", country_code="ID", timezone="Asia/Makassar")
    village = factories.make_village("Ubud", province=bali, latitude=-8.5, longitude=115.26)
    pages = [
        text_of(get(client, f"p={p_of(*pair)}&d={SATURDAY}&n=2")) for pair in ((village, *places), (*places, village))
    ]
    assert len({str(re.findall(r"<strong>(\d\d:\d\d)</strong>", page)) for page in pages}) == 1


def test_a_past_date_explains_itself_and_offers_the_next_such_weekday(client, places):
    html = text_of(get(client, f"p={p_of(*places)}&d=2026-10-07"))
    assert "Wednesday, 7 October 2026, which has passed" in html
    assert f"?p={p_of(*places)}&d=2026-11-25" in html


def test_a_stop_that_is_gone_is_named(client, places):
    hidden = factories.make_village("Làng Ẩn", live=False)
    codes = f"{p_of(*places)}{hidden.code}zzzzzz"
    deleted = factories.make_village("Làng Mất")
    deleted.delete()
    html = text_of(get(client, f"p={codes}{deleted.code}&d={SATURDAY}"))
    assert "Làng Ẩn is no longer shown" in html
    assert "“zzzzzz”" in html
    assert "lang mat" in html
    assert html.count("plan-stop__number") == 4
    assert ShortCode.objects.filter(code=deleted.code).exists()


def test_an_unknown_code_that_is_added_is_told(client, places):
    page = get(client, f"p={p_of(*places)}&add=zzzzzz,not-a-code&d={SATURDAY}")
    assert page.status_code == 200
    assert "“zzzzzz”" in text_of(page)
    assert "not-a-code" in text_of(page)


def test_a_stop_without_a_point_stays_in_the_list(client, places):
    nowhere = factories.make_centre("Không rõ")
    html = text_of(get(client, f"p={p_of(*places, nowhere)}&d={SATURDAY}"))
    assert "1 stop doesn’t fit" in html
    assert "Its place on the map isn’t known" in html
    assert "4 of 5 stops" in html


def test_a_closure_travels_into_the_plan(client, places):
    museum = places[1]
    Notice.objects.create(
        centre=museum,
        kind="closure",
        text={"en": "Roof repairs"},
        starts_on=date(2026, 11, 1),
        ends_on=date(2026, 12, 24),
    )
    query = f"p={p_of(*places)}&d={SATURDAY}"
    html = text_of(get(client, query))
    assert "1 stop doesn’t fit" in html
    assert "Closed until the end of 24 December 2026: Roof repairs." in html
    own = text_of(get(client, query + "&o=1"))
    assert own.count("Closed until the end of 24 December 2026: Roof repairs") == 1
    assert own.count("plan-stop__number") == 4


def test_what_a_notice_says_in_another_language_is_marked(client, places):
    Notice.objects.create(centre=places[1], kind="closure", text={"vi": "Sửa mái"}, starts_on=date(2026, 11, 1))
    query = f"p={p_of(*places)}&d={SATURDAY}"
    marked = 'Closed until further notice: <span lang="vi">Sửa mái</span>.'
    assert marked in text_of(get(client, query))
    assert marked in text_of(get(client, query, f"{PAGE}booklet/"))
    assert "Sửa mái." in get(client, query, f"{PAGE}plan.gpx").content.decode()


def test_a_morning_market_is_missed_and_both_times_are_told(client, places):
    market = factories.make_centre("Chợ sớm", hours=("04:00", "07:00"), latitude=21.0, longitude=105.9)
    html = text_of(get(client, f"p={p_of(*places, market)}&d={SATURDAY}&s=hanoi"))
    assert re.search(r"However early you set out, it would be 08:\d\d, and it closes at 07:00", html)


def test_unknown_hours_are_flagged_and_a_village_has_no_door(client):
    centre, village = factories.make_centre(latitude=21, longitude=105.8), make_places(1)[0]
    html = text_of(get(client, f"p={p_of(centre, village)}&d={SATURDAY}"))
    assert html.count("Opening hours not known") == 1


def test_what_one_tries_takes_its_minutes(client, places):
    how = {"vi": "Gọi trước"}
    pot = make_experience(places[0], minutes=40, languages="vi,en", group_max=8, months=1 << 3, how_to_ask=how)
    query = f"p=1{places[0].code}U&d={SATURDAY}"
    html = text_of(get(client, query))
    assert "Stay 40 min" in html
    assert "Throw a pot is not offered in this month." in html
    assert 'How to ask: <span lang="vi">Gọi trước</span>' in html
    assert "at most 8 people" in html
    pot.live = False
    pot.save()
    assert "no longer offered" in text_of(get(client, query))


def test_twenty_stops_and_no_more(client):
    places = make_places(21)
    page = get(client, f"p={p_of(*places[:20])}&add={places[20].code}&d={SATURDAY}")
    assert page.status_code == 200
    assert "at most 20 stops" in text_of(page)
    assert len(re.findall(r'class="plan-stop[ "]', text_of(page))) == 20


def test_start_and_end(client, places):
    html = text_of(get(client, f"p={p_of(*places)}&d={SATURDAY}&s=21.03_105.85&e=noi-bai"))
    assert html.count("plan-line__start") == html.count("plan-line__end") == 1
    assert "Nội Bài Airport" in html
    assert "your point 21.03, 105.85" in html
    lost = text_of(get(client, f"p={p_of(*places)}&d={SATURDAY}&s=atlantis"))
    assert "“atlantis” isn’t known" in lost


def test_the_way_after_a_night_nobody_knows_of_is_told(client, places):
    query = f"p={p_of(*places)}&d={SATURDAY}&n=2"
    words = "Where you sleep isn’t planned"
    assert words in text_of(get(client, query))
    assert words not in text_of(get(client, query + "&s=hanoi"))
    assert words in text_of(get(client, query + "&s=hanoi&e=-"))


def test_times_are_those_of_each_stops_own_zone(client):
    bali = factories.make_province("Bali", country_code="ID", timezone="Asia/Makassar")
    village = factories.make_village("Ubud", province=bali, latitude=-8.5, longitude=115.26)
    html = text_of(get(client, f"p=1{village.code}&d={SATURDAY}&s=jakarta&e=-&t=0000-2400&m=car&o=1"))
    assert "different time zones" in html


def test_what_fits_into_one_day_is_planned_on_the_first(client, places):
    html = text_of(get(client, f"p={p_of(places[0])}&d={SATURDAY}&n=2"))
    assert html.index("plan-stop__number") < html.index("it stays free")
    assert "08:00–09:30" in html  # nothing is said of ways that there are none of


def test_a_day_in_another_zone_is_told_by_the_clock_there(client, places):
    bali = factories.make_province("Bali", country_code="ID", timezone="Asia/Makassar")
    village = factories.make_village("Ubud", province=bali, latitude=-8.5, longitude=115.26)
    html = text_of(get(client, f"p={p_of(places[0])}.{village.code}&d={SATURDAY}&n=2&o=1"))
    days = re.findall(r"(\d\d:\d\d)–\d\d:\d\d</p>", html)
    assert days == re.findall(r"<strong>(\d\d:\d\d)</strong>", html) == ["08:00", "09:00"]


def test_who_has_lunch_before_a_visit_does_not_wait_for_a_door(client):
    row = [factories.make_village(latitude=21.0, longitude=longitude) for longitude in (105.8, 106.25, 106.3)]
    html = text_of(get(client, f"p={p_of(*row)}&d={SATURDAY}&o=1"))
    assert "Lunch, until 12:15" in html
    assert "<strong>12:15</strong>" in html  # having come at 11:23
    assert "it opens at" not in html


def test_saturdays_are_assumed_from_the_day_after_today():
    for offset in range(7):
        today = date(2026, 11, 22) + timedelta(days=offset)
        assert next_saturday(today).weekday() == 5
        assert 1 <= (next_saturday(today) - today).days <= 7
        assert same_weekday(date(2020, 1, 1), today).weekday() == 2
