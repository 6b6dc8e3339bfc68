"""With a routing server down, slow or lying the plan still comes in time, marked as an estimate."""

from __future__ import annotations

import time

import pytest
from tests.routes.travel.local_server import serving
from tests.routes.trips.pages import get, text_of
from tests.routes.trips.worlds import SATURDAY, make_places, p_of

from routes.trips.checks import check_routing_kind

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen_now")]
PATIENCE = 3.0  # seconds for the page
POINTS = 5  # four places and the start


def query_of(places, mode="car"):
    return f"p={p_of(*places)}&d={SATURDAY}&m={mode}&s=hanoi"


@pytest.fixture
def places(client, settings, db):
    """Places whose plan was shown once, so that only what the server costs is measured."""
    settings.ROUTING_URL, settings.ROUTING_KIND = "", "osrm"
    places = make_places(4)
    get(client, query_of(places))
    return places


def table(minutes, metres):
    """What OSRM answers for all pairs of points."""
    fill = lambda value: [[0 if a == b else value for b in range(POINTS)] for a in range(POINTS)]  # noqa: E731
    return {"code": "Ok", "durations": fill(minutes * 60), "distances": fill(metres)}


def shown(client, settings, url, places, mode="car"):
    settings.ROUTING_URL = url
    began = time.monotonic()
    html = text_of(get(client, query_of(places, mode)))
    assert time.monotonic() - began < PATIENCE
    return html


def test_a_good_servers_times_are_no_estimate(client, settings, places):
    with serving(lambda path, body: table(33, 21_000)) as (url, asked):
        html = shown(client, settings, url, places)
    assert "33 min · 21 km by car" in html
    assert "(estimate)" not in html
    assert "did not answer" not in html
    assert any(path.startswith("/table/") for path, _body in asked)


@pytest.mark.parametrize(
    "answer",
    [b"", b"<html>", {"code": "Ok"}, {"durations": [[0]], "distances": [[0]]}, table(0.001, 21_000), table(1e9, 1)],
    ids=["nothing", "a page", "no table", "too small a table", "faster than can be", "for ever"],
)
def test_a_lying_server(client, settings, places, answer):
    with serving(lambda path, body: answer) as (url, _asked):
        html = shown(client, settings, url, places)
    assert "The routing server did not answer" in html
    assert "(estimate)" in html


def test_a_server_that_is_down(client, settings, places):
    html = shown(client, settings, "http://127.0.0.1:9", places)
    assert "The routing server did not answer" in html


def test_a_slow_server(client, settings, places):
    def slow(handler):
        time.sleep(5)

    with serving(lambda path, body: slow) as (url, _asked):
        html = shown(client, settings, url, places)
    assert "The routing server did not answer" in html


def test_a_means_of_transport_that_the_server_does_not_know_is_estimated(client, settings, places):
    with serving(lambda path, body: table(33, 21_000)) as (url, asked):
        html = shown(client, settings, url, places, mode="bus")
    assert "(estimate)" in html
    assert "did not answer" not in html
    assert asked == []


def test_an_unknown_kind_of_server_is_refused(client, settings, places):
    settings.ROUTING_KIND = "graphhopper"
    assert [error.id for error in check_routing_kind(None)] == ["routes.E001"]
    assert "(estimate)" in shown(client, settings, "http://127.0.0.1:9", places)
