"""A routing server that answers, is down, slow or lying: there is always a table, in time, that says what it is."""

from __future__ import annotations

import json
import socket
import time

import pytest
from tests.routes.travel.local_server import serving
from tests.sampling import THOROUGH

from routes.travel.answers import polyline
from routes.travel.estimate import Mode, estimated_table
from routes.travel.server import PATIENCE, Router

POINTS = [(21.0285, 105.8542), (20.9764, 105.9131), (20.9790, 105.7710)]
GUESSES = estimated_table(POINTS, Mode.CAR)
SECONDS = [[0, 1201, 1500], [1230, 0, 2000], [1490, 2010, 0]]
METRES = [[0, 11_000, 12_000], [11_100, 0, 19_000], [12_100, 19_100, 0]]
LINE = [[105.8542, 21.0285], [105.9, 21.0], [105.9131, 20.9764], [105.7710, 20.9790]]
TABLE = {"code": "Ok", "durations": SECONDS, "distances": METRES}
ROUTE = {
    "code": "Ok",
    "routes": [
        {
            "geometry": {"type": "LineString", "coordinates": LINE},
            "legs": [{"duration": 1201, "distance": 11_000}, {"duration": 2000, "distance": 19_000}],
        }
    ],
}


class Kept(dict):
    """A cache."""

    def set(self, key, value, timeout):
        """Keep a value."""
        assert timeout > 0
        self[key] = value


def osrm(path, body):
    """What OSRM answers."""
    return TABLE if path.startswith("/table") else ROUTE


def changed(answer, *path_and_value):
    """A copy of the answer with one value changed."""
    copy = json.loads(json.dumps(answer))
    *path, last, value = path_and_value
    inner = copy
    for key in path:
        inner = inner[key]
    inner[last] = value
    return copy


def test_osrm_tells_minutes_and_metres():
    with serving(osrm) as (url, asked):
        table = Router(url, "osrm", Kept()).table(POINTS, Mode.CAR)
    assert asked[0][0].startswith(
        "/table/v1/car/105.85420,21.02850;105.91310,20.97640;105.77100,20.97900?annotations="
    )
    assert [[leg.minutes for leg in row] for row in table] == [[0, 21, 25], [21, 0, 34], [25, 34, 0]]
    assert (table[0][1].metres, table[0][1].source, table[0][1].estimated) == (11_000, "osrm", False)


def test_osrm_draws_the_way():
    with serving(osrm) as (url, _):
        way = Router(url, "osrm", Kept()).way(POINTS, Mode.CAR)
    assert ([leg.minutes for leg in way.legs], way.drawn) == ([21, 34], True)
    assert way.line[0] == (21.0285, 105.8542)
    assert len(way.line) == 4


def test_valhalla_tells_and_draws():
    cells = [
        [{"time": t, "distance": m / 1000} for t, m in zip(*rows, strict=True)]
        for rows in zip(SECONDS, METRES, strict=True)
    ]
    legs = [
        {"summary": {"time": 1201, "length": 11.0}, "shape": SHAPES[0]},
        {"summary": {"time": 2000, "length": 19.0}, "shape": SHAPES[1]},
    ]

    def valhalla(path, body):
        return {"sources_to_targets": cells} if path == "/sources_to_targets" else {"trip": {"legs": legs}}

    with serving(valhalla) as (url, asked):
        router = Router(f"{url}/", "valhalla", Kept())
        table, way = router.table(POINTS, Mode.MOTORBIKE), router.way(POINTS, Mode.MOTORBIKE)
    assert asked[0][1]["costing"] == "motor_scooter"
    assert asked[0][1]["sources"][1] == {"lat": 20.9764, "lon": 105.9131}
    assert (table[1][2].minutes, table[1][2].metres, table[1][2].source) == (34, 19_000, "valhalla")
    assert way.drawn
    assert way.line[0] == pytest.approx(POINTS[0])
    assert way.line[-1] == pytest.approx(POINTS[2])


def encoded(points):
    """An encoded polyline of six digits."""
    text, before = "", (0, 0)
    for point in points:
        now = tuple(round(value * 1e6) for value in point)
        for a, b in zip(now, before, strict=True):
            value = (a - b) << 1 if a >= b else ~((a - b) << 1)
            while value >= 32:
                text, value = text + chr((value & 31 | 32) + 63), value >> 5
            text += chr(value + 63)
        before = now
    return text


SHAPES = [encoded(POINTS[:2]), encoded(POINTS[1:])]


def test_polylines():
    assert polyline("_p~iF~ps|U_ulLnnqC_mqNvxq`@", 1e5) == [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]
    for wrong in ("_p~iF", "ÿÿ", "~~~~~~~~~~~"):
        with pytest.raises(ValueError, match=r"."):
            polyline(wrong)


WRONG_TABLES = [
    b"",
    b"<html>",
    b'{"durations": [[' + b"[" * 5000,
    [],
    {"code": "NoTable", "message": "no"},
    {"durations": None},
    {"durations": 7},
    {"durations": SECONDS[:2]},
    {"durations": [row[:2] for row in SECONDS]},
    {"durations": [*SECONDS, SECONDS[0]]},
]
WRONG_LEGS = [None, -1, 0, 5, 1e9, 1e308, 10**400, "1200", True, [], {}, float("nan"), float("inf")]


@pytest.mark.parametrize("answer", WRONG_TABLES, ids=str)
def test_what_is_no_table_gives_the_estimate(answer):
    kept = Kept()
    with serving(lambda path, body: answer) as (url, asked):
        assert Router(url, "osrm", kept).table(POINTS, Mode.CAR) == GUESSES
        assert Router(url, "osrm", kept).table(POINTS, Mode.CAR) == GUESSES
    assert len(asked) == 1  # left alone for a minute


@pytest.mark.parametrize("seconds", WRONG_LEGS, ids=lambda value: str(value)[:9])
def test_a_leg_that_cannot_be_is_estimated_alone(seconds):
    with serving(lambda path, body: changed(TABLE, "durations", 0, 1, seconds)) as (url, _):
        table = Router(url, "osrm", Kept()).table(POINTS, Mode.CAR)
    assert table[0][1] == GUESSES[0][1]
    assert table[0][2].source == "osrm"
    assert all(0 <= leg.minutes < 10_000 for row in table for leg in row)


@pytest.mark.parametrize(
    "answer",
    [
        {"code": "NoRoute", "routes": []},
        changed(ROUTE, "routes", 0, "legs", ROUTE["routes"][0]["legs"][:1]),
        changed(ROUTE, "routes", 0, "legs", [{"duration": 1, "distance": 1}] * 2),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", []),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", [[1, 2, 3], [4, 5, 6]]),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", [[2.35, 48.85], [2.36, 48.86]]),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", 1, [105.9, 1000]),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", 1, [None, None]),
        changed(ROUTE, "routes", 0, "geometry", "coordinates", 1, [float("nan"), 0]),
    ],
    ids=range(9),
)
def test_a_line_that_cannot_be_is_not_drawn(answer):
    with serving(lambda path, body: answer) as (url, _):
        way = Router(url, "osrm", Kept()).way(POINTS, Mode.CAR)
    assert (way.drawn, way.line, way.legs) == (False, tuple(POINTS), (GUESSES[0][1], GUESSES[1][2]))


def hang(handler):
    """Says nothing."""
    time.sleep(4)


def trickle(handler):
    """Each byte comes in time, the answer never."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        return


def endless(handler):
    """More than anyone asked for."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65_536)
    except OSError:
        return


def elsewhere(handler):
    """Sends the reader to another address."""
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1:9/")
    handler.end_headers()


@pytest.mark.parametrize("patience", [0.5, PATIENCE] if THOROUGH else [0.5])
@pytest.mark.parametrize("answer", [hang, trickle, endless, elsewhere])
def test_a_slow_server_is_not_waited_for(answer, patience):
    with serving(lambda path, body: answer) as (url, _):
        router = Router(url, "osrm", Kept(), patience=patience)
        began = time.monotonic()
        table, way = router.table(POINTS, Mode.CAR), router.way(POINTS, Mode.CAR)
        took = time.monotonic() - began
    assert (table, way.drawn) == (GUESSES, False)
    assert took < patience + 0.5  # the plan has 3 seconds


def test_patience_is_for_all_questions_together():
    def late(path, body):
        time.sleep(0.3)
        return osrm(path, body)

    with serving(late) as (url, asked):
        router = Router(url, "osrm", Kept(), patience=0.5)
        assert router.table(POINTS, Mode.CAR)[0][1].source == "osrm"
        assert not router.way(POINTS, Mode.CAR).drawn
        assert not router.way(POINTS[:2], Mode.CAR).drawn
    assert len(asked) == 2


def test_a_server_that_is_down():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    began = time.monotonic()
    assert Router(url, "osrm", Kept()).table(POINTS, Mode.CAR) == GUESSES
    assert Router("http://", "valhalla", Kept()).table(POINTS, Mode.CAR) == GUESSES
    assert time.monotonic() - began < 3


def test_answers_are_kept():
    kept = Kept()
    with serving(osrm) as (url, asked):
        first = [Router(url, "osrm", kept).table(POINTS, Mode.CAR), Router(url, "osrm", kept).way(POINTS, Mode.CAR)]
        again = [Router(url, "osrm", kept).table(POINTS, Mode.CAR), Router(url, "osrm", kept).way(POINTS, Mode.CAR)]
        Router(url, "osrm", kept).table(POINTS, Mode.WALK)
    assert first == again
    assert len(asked) == 3


def test_modes_that_the_server_has_no_roads_for_are_estimated():
    with serving(osrm) as (url, asked):
        router = Router(url, "osrm", Kept())
        assert router.table(POINTS, Mode.BUS) == estimated_table(POINTS, Mode.BUS)
        assert not router.way(POINTS, Mode.MOTORBIKE).drawn
        assert asked == []
        mine = Router(url, "osrm", Kept(), profiles={Mode.MOTORBIKE: "motorcycle"})
        assert mine.table(POINTS, Mode.MOTORBIKE)[0][1].source == "osrm"
    assert asked[0][0].startswith("/table/v1/motorcycle/")


def test_no_way_without_two_points():
    router = Router("http://127.0.0.1:9", "osrm", Kept())
    assert router.table([], Mode.CAR) == ()
    assert router.way(POINTS[:1], Mode.CAR).legs == ()
