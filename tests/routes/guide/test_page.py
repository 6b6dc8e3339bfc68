"""The page of a route as readers get it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_product,
    make_programme,
    make_recognition,
    make_route,
    make_story,
    make_village,
    quickly,
    site_tree,
)
from tests.html import parse

from core import clock
from places.models import Notice
from routes.models import Route

pytestmark = pytest.mark.django_db
HANOI = {"latitude": 21.0, "longitude": 105.9}


@pytest.fixture
def tree():
    return site_tree()


def coming(weekday):
    """Return the next such weekday (0 is Monday) from tomorrow on."""
    day = clock.today() + timedelta(days=1)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def page_of(client, route, query="", language="en"):
    """Return the page after the strict look that `tests.html` takes at each."""
    url = f"{route.get_url(language)}{query}"
    response = client.get(url)
    assert response.status_code == 200
    assert not parse(response.content, url).faults
    return BeautifulSoup(response.content, "html.parser")


def text_of(document, selector):
    return " ".join(document.select_one(selector).get_text(" ").split())


def village(**values):
    return make_village(**{**HANOI, **values})


def test_a_day_with_closed_stops_is_counted_and_named(client, tree):
    monday = coming(0)
    museum = make_centre("Bảo tàng", hours=("08:00", "17:00"), latitude=21.01, longitude=105.91)
    museum.opening_periods.update(weekdays=0b1111110)
    unknown = make_centre("Xưởng", latitude=21.02, longitude=105.92)
    route = make_route(places=[village(), museum, unknown])
    document = page_of(client, route, f"?open_on={monday}")
    panel = text_of(document, ".open-day")
    assert "Monday" in panel
    assert "1 of 3 closed" in panel
    assert "Bảo tàng" in panel
    assert "1 stop" in panel
    assert document.select_one('.open-day__closed a[href="#stop-2"]') is not None
    assert "Closed on this day" in text_of(document, "#stop-2 .state--closed")
    assert document.select_one("#stop-3 .state--unknown") is not None


def test_the_page_is_kept_by_its_choice_only_while_it_is_sound(client, tree, kept_pages, django_assert_num_queries):
    route = make_route(places=[village(), village()])
    monday = coming(0)
    queries = ("", f"?open_on={monday}", "?mode=walk", f"?mode=bus&open_on={monday}")
    answers = [client.get(f"{route.get_url('en')}{query}") for query in queries]
    assert len({answer.content for answer in answers}) == len(queries)
    assert all("no-store" not in answer.headers["Cache-Control"] for answer in answers)
    with django_assert_num_queries(0):
        again = [client.get(f"{route.get_url('en')}{query}") for query in queries]
    assert [answer.content for answer in again] == [answer.content for answer in answers]
    with CaptureQueriesContext(connection) as captured:
        for _ in range(2):
            client.get(f"{route.get_url('en')}?mode=rocket")
    assert len(captured) > 10  # nonsense is answered, and not kept


NONSENSE = (
    "?open_on=tomorrow", "?open_on=2026-02-30", "?open_on=1999-01-01", "?open_on=9999-12-31",
    "?open_on=2026-11-30T10:00", "?mode=rocket", "?open_on=%F0%9F%9B%B5&mode=%3Cscript%3E", "?mode=walk&mode=rocket",
)  # fmt: skip


def test_nonsense_is_ignored_and_said_at_its_field(client, tree):
    route = make_route(places=[village(), village()], modes="car")
    for query in NONSENSE:
        document = page_of(client, route, query)
        assert document.select(".field__error"), query
        assert "Today" in text_of(document, ".open-day"), query


def test_the_usual_means_is_in_no_address_and_understood_in_old_ones(client, tree):
    route = make_route(places=[village(), village(latitude=21.1)], modes="car")
    plain, named = page_of(client, route), page_of(client, route, "?open_on=&mode=car")
    for document in (plain, named):
        choices = document.select("select[name=mode] option")
        assert choices[0]["value"] == "" != choices[1]["value"]
        assert "by car" in choices[0].get_text()
        assert [choice["value"] for choice in choices].count("car") == 0
        assert not document.select(".field__error, .choice__clear")
    assert text_of(plain, ".figures") == text_of(named, ".figures")


def test_promoted_and_suggested_look_different_and_name_their_source(client, tree):
    words = {}
    for status in Route.Status:
        route = make_route(places=[village()], status=status, source="https://example.org/news")
        document = page_of(client, route)
        words[status] = text_of(document, f".standing--{status}")
        assert "example.org" in words[status]
    assert len(set(words.values())) == 2
    assert "Promoted" in words["promoted"]
    assert "Suggested" in words["linked"]


def test_what_to_see_made_and_buy_stands_at_the_stop(client, tree):
    craft = make_craft({"en": "Glazed pottery"})
    home = village(crafts=[craft])
    shop = make_centre(latitude=21.0, longitude=105.9)
    make_programme()
    for number in range(5):
        make_recognition(make_product(f"Gốm {number}", village=home), 3 + number % 3)
    lapsed = make_product("Cũ", village=home)
    sold = make_product("Lụa")
    make_recognition(sold, 4)
    shop.stock.create(product=sold, role="sold")
    shop.experiences.create(name={"en": "Throw a bowl"}, minutes=45)
    document = page_of(client, make_route(places=[home, shop]))
    at_home, at_shop = text_of(document, "#stop-1"), text_of(document, "#stop-2")
    assert "Glazed pottery" in at_home
    assert len(document.select("#stop-1 [data-stars-of]")) == 3
    assert [stars.get("data-stars") for stars in document.select("#stop-1 [data-stars-of]")][:1] == ["5"]
    assert document.select_one(f'#stop-1 a[href="/en/products/?village={home.slug}"]') is not None
    assert str(lapsed) not in at_home
    assert "Throw a bowl" in at_shop
    assert "about 45 min" in at_shop
    assert "Lụa" in at_shop


def test_every_craft_of_a_village_is_named_and_of_many_some(client, tree):
    crafts = [make_craft({"en": f"Craft {letter}"}) for letter in "ABCDEFG"]
    crafts[1].live = False
    crafts[1].save()
    document = page_of(client, make_route(places=[village(crafts=crafts[:3]), village(crafts=crafts)]))
    assert [made.get_text(strip=True) for made in document.select("#stop-1 dd")] == ["Craft A", "Craft B", "Craft C"]
    assert [bool(made.select("a")) for made in document.select("#stop-1 dd")] == [True, False, True]
    many = [made.get_text(strip=True) for made in document.select("#stop-2 dd")]
    assert many == [*(f"Craft {letter}" for letter in "ABCD"), "and 3 more"]


def test_a_product_that_is_sold_twice_stands_once_at_each(client, tree):
    shops = [make_centre(latitude=21.0, longitude=105.9) for _ in range(2)]
    product = make_product(village=village())
    make_recognition(product, 4)
    for shop in shops:
        for role in ("made", "sold"):
            shop.stock.create(product=product, role=role)
    document = page_of(client, make_route(places=shops))
    assert [len(document.select(f"#stop-{number} [data-stars-of]")) for number in (1, 2)] == [1, 1]


def test_the_plan_keeps_days_order_and_means(client, tree):
    places = [village() for _ in range(3)]
    route = make_route(places=places, days=2, modes="car")
    for order, day in enumerate((1, 2, 2)):
        route.stops.filter(sort_order=order).update(day=day)
    document = page_of(client, route)
    first, second, third = (place.code for place in places)
    assert document.select_one(f'a[href="/en/plan/?p=1{first}.{second}{third}&n=2&m=car&o=1"]') is not None


def test_ways_lead_to_maps_of_the_phone(client, tree):
    document = page_of(client, make_route(places=[village(), village(latitude=21.1)], modes="car"))
    links = document.select("#stop-2 .way__maps a")
    assert any(link.get("href").startswith("geo:") for link in links)
    assert all("noreferrer" in link["rel"] for link in links if link.get("href").startswith("https://"))
    assert "estimate" in text_of(document, "#stop-2 .way")


def test_festivals_stories_and_near_routes(client, tree):
    home, other = village(), village(latitude=21.2)
    make_event("Hội làng", village=home, calendar="solar", months=1 << 3)
    make_story("en", title="A kiln at night", subject=home)
    make_story("en", title="Elsewhere", subject=village())
    near = make_route("Gần đây", places=[other])
    make_route("Xa", places=[make_village(latitude=-8.5, longitude=115.2)])
    document = page_of(client, make_route(places=[home]))
    assert "Hội làng" in text_of(document, ".when")
    assert "A kiln at night" in text_of(document, '[aria-labelledby="stories-title"]')
    assert "Elsewhere" not in text_of(document, '[aria-labelledby="stories-title"]')
    strip = text_of(document, '[aria-labelledby="near-title"]')
    assert str(near.name) in strip
    assert "Xa" not in strip


def test_a_story_comes_once_in_the_best_language(client, tree):
    home = village()
    story = make_story("vi", title="Lò gốm", subject=home)
    make_story("en", title="The kiln", subject=home, key=story)
    document = page_of(client, make_route(places=[home]))
    assert len(document.select('[aria-labelledby="stories-title"] article')) == 1
    assert "The kiln" in text_of(document, '[aria-labelledby="stories-title"]')


def test_search_engines_get_the_trip(client, tree):
    places = [village(), make_village()]
    document = page_of(client, make_route("Một ngày", places=places))
    (script,) = document.select('script[type="application/ld+json"]')
    trip = json.loads(script.string)
    assert trip["@type"] == "TouristTrip"
    items = trip["itinerary"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2]
    assert ["geo" in item["item"] for item in items] == [True, False]


def test_a_script_in_a_name_stays_words(client, tree):
    page_of(client, make_route("</script><script>alert(1)</script>", places=[village()]))


def test_empty_one_hidden_and_unlocated(client, tree):
    assert "No stop" in text_of(page_of(client, make_route()), "main")
    hidden = make_route(places=[village(live=False)])
    assert not page_of(client, hidden).select('[id^="stop-"]')
    document = page_of(client, make_route(places=[make_village()]))
    assert document.select("#stop-1")
    assert not document.select("#map-title")
    assert "1 not on the map" in text_of(document, ".figures")


def test_many_stops_on_many_days_of_long_names(client, tree):
    with quickly():
        places = [village(name={"vi": "Làng " + "nghề truyền thống rất lâu đời " * 7}) for _ in range(20)]
    route = make_route("Tuyến " * 30, places=places, days=14)
    document = page_of(client, route, f"?open_on={coming(3)}")
    assert len(document.select('[id^="stop-"]')) == 20
    assert len(document.select(".day")) == 14


def test_a_closure_shows_without_a_date(client, tree):
    home = village()
    Notice.objects.create(village=home, kind="closure", text={"en": "Flooded"}, starts_on=clock.today())
    document = page_of(client, make_route(places=[home]))
    assert "Flooded" in text_of(document, "#stop-1")
    assert "1 of 1 closed" in text_of(document, ".open-day")


def test_every_language_has_the_page(client, tree):
    route = make_route(places=[village(), village(latitude=21.1)], days=2)
    for language in ("vi", "id"):
        page_of(client, route, f"?open_on={coming(0)}", language)
