"""Geodesic distances and boxes around points."""

from __future__ import annotations

import math
import random

import pytest
from geographiclib.geodesic import Geodesic

from places.distance import bounding_box, distance_m, nearest

HANOI, HUE, JAKARTA = (21.0285, 105.8542), (16.4637, 107.5909), (-6.1754, 106.8272)


def test_known_distances():
    assert distance_m(HANOI, HANOI) == 0
    # Vincenty's published test line: Flinders Peak to Buninyong, 54,972.271 m (GDA technical manual, GRS 80).
    assert distance_m(
        (-37.95103341666667, 144.42486788888888), (-37.65282113888889, 143.92649552777777)
    ) == pytest.approx(54972.271, abs=0.001)
    assert distance_m((0, 0), (90, 0)) == pytest.approx(10001965.729, abs=0.001)  # the WGS 84 quarter meridian
    assert distance_m((0, 179.5), (0, -179.5)) == pytest.approx(111319.491, abs=0.001)
    assert distance_m(HANOI, JAKARTA) == distance_m(JAKARTA, HANOI)


@pytest.mark.parametrize("pair", [(91, 0), (0, 181), (float("nan"), 0)])
def test_points_off_the_globe_are_refused(pair):
    with pytest.raises(ValueError, match="must lie between"):
        distance_m(HANOI, pair)


def test_nearest_first():
    found = nearest(HANOI, [JAKARTA, HUE, HANOI, HUE])
    assert [index for index, _ in found] == [2, 1, 3, 0]
    assert found[0] == (2, 0)
    assert [index for index, _ in nearest(HANOI, [JAKARTA, HUE], limit=1)] == [1]
    assert nearest(HANOI, []) == []


@pytest.mark.parametrize("limit", [1, 5, 199, 200, 500])
def test_a_limit_changes_nothing_but_the_length(limit):
    chance = random.Random(limit)
    origin = (chance.uniform(-90, 90), chance.uniform(-180, 180))
    points = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(200)]
    points += [
        (edge["lat2"], edge["lon2"])
        for edge in (Geodesic.WGS84.Direct(*origin, bearing, 300_000 + bearing) for bearing in range(0, 360, 7))
    ]
    assert nearest(origin, points, limit) == nearest(origin, points)[:limit]


def test_box_of_points():
    box = bounding_box([HANOI, HUE, JAKARTA])
    assert box.as_list() == [105.8542, -6.1754, 107.5909, 21.0285]
    assert bounding_box([HANOI]).as_list() == [105.8542, 21.0285, 105.8542, 21.0285]
    with pytest.raises(ValueError, match="needs a point"):
        bounding_box([])


def test_box_takes_the_short_way_over_the_antimeridian():
    box = bounding_box([(0, 179), (1, -178)])
    assert (box.west, box.east) == (179, -178)
    assert bounding_box([(0, 179.9)], 50_000).contains(0, -179.8)


@pytest.mark.parametrize("latitude", [0, 21, -8.5, 60, 84, -89.9])
@pytest.mark.parametrize("metres", [1, 5_000, 200_000])
def test_box_holds_the_whole_circle_and_little_more(latitude, metres):
    chance = random.Random(latitude)
    centre = (latitude, chance.uniform(-180, 180))
    box = bounding_box([centre], metres)
    for bearing in range(0, 360, 3):
        edge = Geodesic.WGS84.Direct(*centre, bearing, metres * (1 - 1e-9))
        assert box.contains(edge["lat2"], edge["lon2"])
    if abs(latitude) < 30:
        width = (box.east - box.west) % 360 * math.cos(math.radians(latitude)) * 111_320
        assert width < 2 * metres * 1.03


def test_box_reaches_the_pole():
    box = bounding_box([(89.9, 10)], 50_000)
    assert box.as_list()[0::2] == [-180, 180]
    assert box.north == 90


def test_box_of_points_all_round_the_globe():
    assert bounding_box([(0, -120), (0, 0), (0, 120)], 14_000_000).as_list() == [-180, -90, 180, 90]
