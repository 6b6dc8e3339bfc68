"""The files and the booklet at their addresses: headers, what a query may ask, what isn't there."""

from __future__ import annotations

from urllib.parse import unquote

import gpxpy
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from tests import factories
from tests.html import parse
from tests.sampling import THOROUGH

from places.models import Notice
from routes.exports.responses import disposition
from routes.trips.link import written
from routes.trips.plan import Plan, PlanStop

pytestmark = pytest.mark.django_db
TYPES = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "ics": "text/calendar; charset=utf-8",
}
MOST_QUERIES = 12


@pytest.fixture
def places(frozen_now):
    village = factories.make_village("Làng gốm Bát Tràng", latitude=20.975, longitude=105.9125)
    centre = factories.make_centre("Bảo tàng", hours=("08:00", "17:00"), latitude=20.98, longitude=105.92)
    return [village, centre, factories.make_village("Làng Chuông")]


@pytest.fixture
def route(places):
    return factories.make_route({"vi": "Dọc sông Hồng / “Hà Nội”", "en": "Along the river"}, places)


@pytest.fixture
def plan(places):
    stops = tuple(PlanStop(place.code) for place in places[:2])
    return f"/en/plan/{{}}?{written(Plan(groups=(stops,)))}"


def test_every_kind_in_every_language(route, client):
    languages = [code for code, _name in settings.LANGUAGES] if THOROUGH else settings.CONTENT_LANGUAGES
    for language in languages:
        for kind, content_type in TYPES.items():
            answer = client.get(f"/{language}/routes/{route.slug}/route.{kind}")
            assert (answer.status_code, answer["Content-Type"]) == (200, content_type)
            assert answer["X-Robots-Tag"] == "noindex"
            assert answer["Content-Disposition"].startswith('attachment; filename="')
        booklet = client.get(f"/{language}/routes/{route.slug}/booklet/")
        document = parse(booklet.content, "/")
        assert (document.language, document.faults) == (language, [])
        [canonical] = document.head_links("canonical")
        assert canonical.get("href").endswith(f"/{language}/routes/{route.slug}/booklet/")


def test_names_of_files(route, client):
    header = client.get(f"/vi/routes/{route.slug}/route.gpx")["Content-Disposition"]
    assert 'filename="doc-song-hong-ha-noi.gpx"' in header
    assert unquote(header.partition("UTF-8''")[2]) == "Dọc sông Hồng “Hà Nội”.gpx"


@pytest.mark.parametrize("title", ["", "..", "/etc/passwd", '"\r\nX-A: b', "🏺" * 300, "قرية", "\ud800"])
def test_no_title_breaks_the_header(title):
    header = disposition(title, "ics")
    assert header.isascii()
    assert header.isprintable()
    assert header.count('"') == 2
    assert len(header) < 900
    assert "/" not in unquote(header)


def test_a_calendar_without_a_date_is_for_next_saturday_and_says_so(route, client):
    calendar = Calendar.from_ical(client.get(f"/en/routes/{route.slug}/route.ics").content)
    assert {f"{event['DTSTART'].dt:%F}" for event in calendar.events} == {"2026-11-28"}
    assert calendar["DESCRIPTION"].startswith("The date, Saturday, 28 November 2026, is only a suggestion")
    chosen = Calendar.from_ical(client.get(f"/en/routes/{route.slug}/route.ics?open_on=2026-12-05").content)
    assert {f"{event['DTSTART'].dt:%F}" for event in chosen.events} == {"2026-12-05"}
    assert "suggestion" not in chosen["DESCRIPTION"]
    assert [event["UID"] for event in chosen.events] == [event["UID"] for event in calendar.events]


def test_gpx_names_the_stop_without_a_point(route, client):
    file = gpxpy.parse(client.get(f"/en/routes/{route.slug}/route.gpx").content.decode())
    assert [point.name for point in file.waypoints] == ["Làng gốm Bát Tràng", "Bảo tàng"]
    assert "3. Làng Chuông" in file.description
    assert file.link == f"{settings.WAGTAILADMIN_BASE_URL}/en/routes/{route.slug}/"


@pytest.mark.parametrize("name", ["route.gpx", "route.ics", "booklet/"])
def test_what_makes_no_sense_is_ignored(route, client, name):
    for query in ("open_on=2026-99-99", "open_on=1999-01-01", "open_on=%00", "mode=rocket", "paper=a0"):
        assert client.get(f"/en/routes/{route.slug}/{name}?{query}").status_code == 200, query


def test_what_is_not_live_is_not_there(route, client):
    factories.site_tree()
    for slug in (route.slug, "no-such-route"):
        type(route).objects.update(live=False)
        for name in ("route.gpx", "route.kml", "route.ics", "booklet/"):
            assert client.get(f"/en/routes/{slug}/{name}").status_code == 404
    assert client.get(f"/en/routes/{route.slug}/route.exe").status_code == 404


def test_a_route_without_stops_has_nothing_to_take_along(client, frozen_now):
    factories.site_tree()
    bare = factories.make_route("Chưa có gì")
    for name in ("route.gpx", "route.ics", "booklet/"):
        answer = client.get(f"/en/routes/{bare.slug}/{name}")
        assert answer.status_code == 400
        assert b"no stop" in answer.content


def test_files_are_only_read(route, client):
    assert client.post(f"/en/routes/{route.slug}/route.gpx").status_code == 405
    assert client.head(f"/en/routes/{route.slug}/route.gpx").status_code == 200


@pytest.mark.parametrize("name", ["route.gpx", "route.ics", "booklet/"])
def test_a_route_s_file_is_kept_like_its_page(route, client, kept_pages, name):
    address = f"/en/routes/{route.slug}/{name}?open_on=2026-12-05"
    first = client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        again = client.get(address)
    assert len(queries) == 0
    for header in ("ETag", "Content-Type", "X-Robots-Tag"):
        assert first[header] == again[header]
    assert first.content == again.content


@pytest.mark.parametrize("name", ["plan.gpx", "plan.kml", "plan.ics", "booklet/"])
def test_a_plan_s_file_is_kept_by_nobody(plan, client, kept_pages, name):
    answer = client.get(plan.format(name))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_an_empty_plan_says_so(client, frozen_now):
    factories.site_tree()
    for name in ("plan.gpx", "plan.kml", "plan.ics", "booklet/"):
        for query in ("", "p=1zzzzzz", "p=%00&d=x"):
            answer = client.get(f"/en/plan/{name}?{query}")
            assert answer.status_code == 400, (name, query)
            assert b"Nothing to take along yet" in answer.content
            assert answer["Cache-Control"] == "private, no-store"
            assert b'href="/en/plan/' in answer.content


def test_the_booklet_has_every_stop_with_its_code(route, client):
    page = client.get(f"/en/routes/{route.slug}/booklet/?paper=a5").content.decode()
    for stop in route.stops.all():
        assert f"/q/{stop.place.code}" in page
    assert page.count('class="qr"') == 4
    assert "paper--a5" in page
    assert " style=" not in page
    assert "<style" not in page


@pytest.mark.parametrize("query", ["", "?open_on=2026-12-05"])
def test_hours_and_closures_travel_with_and_without_a_date(route, client, query):
    centre = route.stops.all()[1].place
    Notice.objects.create(centre=centre, kind="closure", starts_on="2026-12-01", text={"en": "The kiln is rebuilt"})
    for name in ("route.gpx", "route.kml", "route.ics", "booklet/"):
        file = client.get(f"/en/routes/{route.slug}/{name}{query}").content.decode().replace("\r\n ", "")
        on_a_day_before = name == "route.ics" and not query  # next Saturday, in November
        assert ("The kiln is rebuilt" in file) != on_a_day_before, name
        assert ("08:00–17:00" in file) != bool(query), name


def test_queries_stay_few_however_many_stops(client, frozen_now):
    many = [factories.make_village(latitude=21 + n / 50, longitude=105.8) for n in range(10)]
    values = {"hours": ("08:00", "17:00"), "latitude": 21, "longitude": 106}
    many += [factories.make_centre(village=place, **values) for place in many]
    route = factories.make_route("Dài", many, days=3)
    plan = written(Plan((tuple(PlanStop(place.code) for place in many),), days=3, own_order=True))
    files = [f"/en/routes/{route.slug}/{name}?open_on=2026-12-05" for name in ("route.gpx", "route.ics", "booklet/")]
    for address in (*files, f"/en/plan/plan.ics?{plan}", f"/en/plan/booklet/?{plan}"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert len(queries) <= MOST_QUERIES, address
