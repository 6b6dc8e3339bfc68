"""Lengths along a drawn line: geodesic, split where the stops lie on it in order, and nothing claimed elsewhere."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.travel.along_line import REACH, DrawnLine, metres_along
from routes.travel.estimate import Mode, estimated, paced, straight_metres

EQUATOR = [(0.0, 105.0), (0.0, 106.0)]
DEGREE = 111_319.49  # of the WGS 84 equator
LOOP = [(21.0, 105.0), (21.0, 105.1), (21.1, 105.1), (21.1, 105.0), (21.0, 105.0)]


def test_lengths_and_distances_are_geodesic():
    line = DrawnLine(EQUATOR)
    assert line.metres == pytest.approx(DEGREE, abs=0.01)
    away = [line.away(stop) for stop in [(0.1, 105.5), (0.0, 105.2), (0.0, 106.1)]]
    assert away == pytest.approx([11_057, 0, 11_132], abs=1)


@pytest.mark.parametrize(
    ("stops", "metres"),
    [
        ([(0.0, 105.2), (0.004, 105.8)], 111_319),  # the whole line, what leads to the first and from the last too
        ([(0.0, 105.2), None, (0.0, 105.8)], 111_319),  # a stop without a point says nothing against it
        ([(0.0, 105.2)], 111_319),
        ([None], 111_319),
        ([], 111_319),
        ([(0.02, 105.2)], 0),
        ([(0.0, 105.2), (0.0, 106.02)], 0),  # past its end
        ([(0.0, 105.2), None, (0.0, 106.02)], 0),
        ([(0.0, 105.8), (0.0, 105.2)], 0),  # against its direction
    ],
)
def test_a_line_measures_the_journey_where_it_leads_by_all_stops(stops, metres):
    assert metres_along(EQUATOR, stops) == metres
    assert metres_along(EQUATOR[:1], stops) == metres_along([], stops) == 0


def test_the_line_is_split_at_its_stops():
    parts = DrawnLine(EQUATOR).between([(0.0, 105.1), (0.004, 105.3), (0.0, 106.0)])
    assert parts == pytest.approx([0.2 * DEGREE, 0.7 * DEGREE], abs=1)


@pytest.mark.parametrize(
    "stops",
    [
        [(0.0, 105.8), (0.0, 105.2)],  # against its direction
        [(0.0, 105.2), (0.02, 105.8)],  # two kilometres off
        [(0.0, 105.2), None],
        [(0.0, 105.2), (0.0, 106.02)],  # past its end
        [(0.008, 105.2), (-0.008, 105.2)],  # both beside one spot of it, far from one another
    ],
)
def test_elsewhere_nothing_is_claimed(stops):
    assert DrawnLine(EQUATOR).between(stops) == [None]


def test_a_stop_off_the_line_leaves_the_others_on_it():
    parts = DrawnLine(EQUATOR).between([(0.0, 105.1), (0.5, 105.2), (0.0, 105.3), (0.0, 105.4)])
    assert [part is None for part in parts] == [True, True, False]


def test_a_round_trip_ends_where_it_began():
    parts = DrawnLine(LOOP).between([LOOP[0], LOOP[2], LOOP[0]])
    assert None not in parts
    assert sum(parts) == pytest.approx(metres_along(LOOP, []), abs=1)


def test_a_road_that_is_taken_twice_counts_twice():
    there, end = (0.0, 105.5), (0.0, 105.9)
    line = DrawnLine([(0.0, 105.0), end, (0.0001, 105.0)])  # and back, a lane's width beside it
    assert line.between([there, end, there]) == pytest.approx([0.4 * DEGREE] * 2, rel=0.001)


def test_the_usual_speed_without_a_detour():
    assert paced(10_000, Mode.WALK).minutes == 120
    assert estimated(10_000, Mode.WALK).minutes == 156
    assert paced(10_000, Mode.WALK).metres == 10_000


spot = st.tuples(st.floats(-0.05, 0.05), st.floats(105.0, 105.1))


@settings(max_examples=50)
@given(st.lists(spot, min_size=2, max_size=30), st.lists(st.none() | spot, max_size=8))
def test_whatever_is_drawn_parts_are_in_order_and_no_longer_than_the_line(points, stops):
    line = DrawnLine(points)
    parts = line.between(stops)
    assert len(parts) == max(0, len(stops) - 1)
    known = [part for part in parts if part is not None]
    assert sum(known) <= line.metres + 1
    for index, part in enumerate(parts):
        if part is not None:
            assert part >= 0.9 * straight_metres(stops[index : index + 2])[0][1]
            assert all(line.away(stop) <= REACH + 10 for stop in stops[index : index + 2])
    assert all(math.isfinite(part) for part in known)
    if line.leads_by(stops):
        assert all(line.away(stop) <= REACH + 10 for stop in stops if stop)
        assert metres_along(points, stops) == round(line.metres)
