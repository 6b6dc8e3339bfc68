"""A route of 20 stops with everything on its page costs no more queries than one of two: at most twelve."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import (
    make_centre,
    make_craft,
    make_event,
    make_product,
    make_recognition,
    make_route,
    make_story,
    make_village,
    narrative,
    quickly,
    site_tree,
)
from tests.full_body import full_body

from core import clock
from places.models import Notice

pytestmark = pytest.mark.django_db
BUDGET, STOPS = 12, 20


def full_route(count, **values):
    """Return a route whose stops have all that a page can show of them; other routes and stories are near."""
    with quickly():
        craft = make_craft(months=0b110)
        stops = [_stop(number, craft) for number in range(count)]
        route = make_route(places=stops, days=3, modes="car", **values)
        for language in ("vi", "en"):
            narrative(route, language, body=full_body(2 + count // 5, 1 + count // 10))
        for _ in range(count // 4 + 1):
            make_route(places=stops[:2])
    return route


def _stop(number, craft):
    here = {"latitude": 21 + number / 100, "longitude": 105.9}
    village = make_village(crafts=[craft], **here)
    centre = make_centre(hours=("08:00", "17:00"), village=village, **here)
    product = make_product(village=village)
    make_recognition(product, 4)
    centre.stock.create(product=product, role="sold")
    centre.special_days.create(day=date(2026, 12, 24))
    for place in (village, centre):
        place.experiences.create(name={"en": "Try"}, minutes=30)
        Notice.objects.create(
            **{type(place).__name__.lower(): place}, kind="closure", text={"en": "Closed"}, starts_on=date(2030, 5, 1)
        )
    event = make_event(village=village, calendar="lunar", months=1 << 3, first_day=10)
    event.dates.create(starts_on=clock.today() + timedelta(days=30))
    if number % 5 == 0:
        story = make_story("vi", title=f"Chuyện {village.pk}", subject=village)
        make_story("en", title=f"Story {village.pk}", subject=village, key=story)
    return centre if number % 2 else village


def queries_of(client, url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_a_full_page_of_twenty_stops_keeps_the_budget(client):
    site_tree()
    few, many = full_route(2), full_route(STOPS, status="promoted")
    for language in ("en", "id"):  # with words of its own, and with those of another language
        client.get(few.get_url(language))  # the parts of the layout are made once
        for query in ("", f"?open_on={clock.today() + timedelta(days=2)}&mode=walk"):
            few_queries = queries_of(client, few.get_url(language) + query)
            many_queries = queries_of(client, many.get_url(language) + query)
            told = "\n".join(f"{count}× {sql[:200]}" for sql, count in Counter(many_queries).most_common())
            assert len(many_queries) <= len(few_queries), told
            assert len(many_queries) <= BUDGET, told
