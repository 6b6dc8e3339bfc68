"""A route's line in the admin: from a file or drawn; estimates while editing; who may ask."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.urls import reverse
from django.utils.translation import gettext
from tests.admin_forms import form_of, url
from tests.factories import make_centre, make_route, make_village
from tests.routes.drawing.test_reading import LINE, STRING, gpx

from accounts.models import User
from places.near_filters import distance_text
from routes.drawing.estimating import MOST_STOPS, stops_asked
from routes.modes import MODES
from routes.travel.along_line import DrawnLine

pytestmark = pytest.mark.django_db

SAMPLE = {"type": "LineString", "coordinates": [[105.0, 21.0], [105.5, 21.1]]}


@pytest.fixture
def admin(client, monkeypatch):
    """A client of somebody who may do everything; Wagtail's own templates print undefined names on purpose."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    client.force_login(User.objects.create_superuser("admin", "admin@example.org", "x"))
    client.get(reverse("wagtailadmin_home"))  # registers the screens of records
    return client


@pytest.fixture
def route():
    """A route of two villages without a line."""
    villages = [
        make_village("Bát Tràng", latitude=20.97, longitude=105.91),
        make_village("Kim Lan", latitude=20.95, longitude=105.9),
    ]
    return make_route("By the river", villages, modes="bicycle", days=1)


def post(admin, route, **changes):
    """Post the form as the edit page has it, with changes."""
    _attributes, data = form_of(admin.get(url(route, "edit", route.pk)))
    return admin.post(url(route, "edit", route.pk), {**data, **changes})


def test_a_file_becomes_the_line(admin, route):
    response = post(admin, route, line_file=SimpleUploadedFile("way.gpx", gpx(LINE)))
    assert response.status_code == 302
    route.refresh_from_db()
    assert route.line == STRING


def test_a_line_can_be_drawn_or_pasted_and_taken_away(admin, route):
    assert post(admin, route, line=json.dumps(SAMPLE)).status_code == 302
    route.refresh_from_db()
    assert route.line == SAMPLE
    assert post(admin, route, line=gpx(LINE).decode()).status_code == 302
    route.refresh_from_db()
    assert route.line == STRING
    assert post(admin, route, line="").status_code == 302
    route.refresh_from_db()
    assert route.line is None


def test_a_file_that_is_no_line_names_its_field_and_loses_nothing(admin, route):
    response = post(admin, route, line=json.dumps(SAMPLE), line_file=SimpleUploadedFile("way.kmz", b"PK\x03\x04zip"))
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert set(errors) == {"line_file"}
    assert "KMZ" in str(errors["line_file"])
    assert "105.5,21.1" in response.context["form"]["line"].as_widget().replace(" ", "")


def test_a_line_that_was_read_outlives_another_error(admin, route):
    response = post(admin, route, days="0", line_file=SimpleUploadedFile("way.gpx", gpx(LINE)))
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"days"}
    assert "105.8542" in response.context["form"]["line"].as_widget()


def test_estimates_are_those_of_the_page(admin, route):
    first, second = (stop.village for stop in route.stops.all())
    asked = {"stop": [f"village-{first.pk}--1", f"village-{second.pk}-45-2"], "modes": "bicycle", "days": "2"}
    answer = admin.post(reverse("route_estimates"), asked).json()
    assert [point["number"] for point in answer["points"]] == [1, 2]
    assert "Bát Tràng" in answer["html"]
    assert "Kim Lan" in answer["html"]
    way = stops_asked(asked["stop"])
    assert [stop.stay_minutes for stop in way] == [None, 45]
    assert [stop.day for stop in way] == [1, 2]


def test_a_stop_far_from_the_line_is_pointed_out(admin, route):
    first, second = (stop.village for stop in route.stops.all())
    asked = {"stop": [f"village-{first.pk}--", f"village-{second.pk}--"], "line": json.dumps(SAMPLE)}
    html = admin.post(reverse("route_estimates"), asked).json()["html"]
    without = admin.post(reverse("route_estimates"), {**asked, "line": ""}).json()["html"]
    assert html.count('class="help"') == without.count('class="help"') + 2


def test_a_drawn_line_measures_the_route_as_its_page_will(admin, route):
    first, second = (stop.village for stop in route.stops.all())
    line = {"type": "LineString", "coordinates": [[105.91, 20.97], [105.95, 20.96], [105.9, 20.95]]}
    asked = {"stop": [f"village-{first.pk}--", f"village-{second.pk}--"], "modes": "bicycle", "days": "1"}
    html = admin.post(reverse("route_estimates"), {**asked, "line": json.dumps(line)}).json()["html"]
    along, guess = (
        gettext(words) % {"mode": MODES["bicycle"]}
        for words in ("%(mode)s, along the drawn line", "%(mode)s, an estimate")
    )
    assert html.count(along) == 2  # the sum of all, and the way to the second stop
    assert guess in admin.post(reverse("route_estimates"), asked).json()["html"]
    post(admin, route, line=json.dumps(line))
    route.refresh_from_db()
    assert distance_text(DrawnLine(route.drawn_line).metres) in html
    assert html in admin.get(url(route, "edit", route.pk)).content.decode()


def test_nonsense_is_left_out(admin):
    values = ["", "village-x--", "village-99999--", "island-1--", "village-1", "centre-1--99", "village-1-99999-"]
    assert stops_asked(values) == []
    answer = admin.post(reverse("route_estimates"), {"stop": values * MOST_STOPS, "days": "²", "modes": "\x00"})
    assert answer.status_code == 200
    assert answer.json()["points"] == []


def test_a_file_is_read_without_saving(admin):
    file = SimpleUploadedFile("way.gpx", gpx(LINE))
    assert admin.post(reverse("route_line"), {"line_file": file}).json() == {"line": STRING}
    for nothing in (
        {},
        {"line_file": SimpleUploadedFile("way.gpx", b"")},
        {"line_file": SimpleUploadedFile("a", b"x")},
    ):
        refused = admin.post(reverse("route_line"), nothing)
        assert set(refused.json()) == {"error"}
        assert refused.json()["error"]


@pytest.mark.parametrize("name", ["route_estimates", "route_line"])
def test_only_who_edits_routes_may_ask(client, name):
    assert client.post(reverse(name)).status_code in (302, 403)
    user = User.objects.create_user("reader", "reader@example.org", "x")
    client.force_login(user)
    assert client.post(reverse(name)).status_code in (302, 403)
    assert client.get(reverse(name)).status_code in (302, 403, 405)


def test_a_stop_may_be_a_centre(admin):
    centre = make_centre("Nhà gốm", latitude=20.9, longitude=105.9)
    answer = admin.post(reverse("route_estimates"), {"stop": [f"centre-{centre.pk}--"]}).json()
    assert [point["name"] for point in answer["points"]] == ["Nhà gốm"]
