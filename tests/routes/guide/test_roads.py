from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core import clock, freshness
from routes.guide import roads
from routes.travel.estimate import Mode, Travel
from routes.travel.server import Way

HANOI = [(21.0, 105.9), (21.02, 105.92), (21.1, 105.8)]


class Server:
    """Stands for `Roads` with a server that draws its ways, or doesn't answer."""

    def __init__(self, drawn):
        self.drawn = drawn

    def __call__(self, mode):
        return self

    def way(self, points):
        if len(points) < 2:
            return None
        source = "osrm" if self.drawn else "estimate"
        return Way(tuple(Travel(7, 700, source) for _ in points[1:]), tuple(points), self.drawn)


@pytest.fixture
def server(monkeypatch, request):
    monkeypatch.setattr(roads, "Roads", Server(request.param))


def test_without_a_server_all_is_estimated():
    legs, line = roads.ways(HANOI, Mode.CAR)
    assert len(legs) == 2
    assert all(leg.estimated and leg.known for leg in legs)
    assert line == []


@pytest.mark.parametrize("server", [True], indirect=True)
def test_a_server_tells_ways_and_line(server):
    legs, line = roads.ways(HANOI, Mode.CAR)
    assert [(leg.minutes, leg.metres, leg.estimated) for leg in legs] == [(7, 700, False)] * 2
    assert line == HANOI


@pytest.mark.parametrize("server", [True], indirect=True)
def test_a_gap_leaves_its_ways_unknown_and_the_line_undrawn(server):
    legs, line = roads.ways([*HANOI[:2], None, HANOI[2], HANOI[0]], Mode.CAR)
    assert [(leg.known, leg.minutes) for leg in legs] == [(True, 7), (False, 0), (False, 0), (True, 7)]
    assert line == []


@pytest.mark.parametrize("server", [False], indirect=True)
def test_an_answer_without_its_server_is_kept_for_a_minute(server):
    now = datetime(2026, 11, 22, 10, tzinfo=UTC)
    with clock.frozen(now), freshness.collected(now + timedelta(days=1)) as notes:
        legs, line = roads.ways(HANOI, Mode.CAR)
    assert all(leg.estimated for leg in legs)
    assert line == []
    assert notes.until == now + timedelta(minutes=1)


@pytest.mark.parametrize("server", [True], indirect=True)
def test_what_a_drawn_line_tells_stands_before_the_server(server):
    legs, line = roads.ways(HANOI, Mode.CAR, HANOI[:2])
    assert [(leg.drawn, leg.estimated) for leg in legs] == [(True, True), (False, False)]
    assert line == HANOI


def test_nobody_is_asked_when_the_drawn_line_tells_all(monkeypatch):
    monkeypatch.setattr(roads, "Roads", None)
    legs, line = roads.ways(HANOI, Mode.CAR, HANOI)
    assert all(leg.drawn for leg in legs)
    assert line == []


def test_by_boat_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(roads, "Roads", None)
    assert [leg.known for leg in roads.ways(HANOI, None)[0]] == [False, False]
