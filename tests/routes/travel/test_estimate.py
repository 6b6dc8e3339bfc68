"""Estimated travel times: distance, detour, speed, whole minutes."""

from __future__ import annotations

import math

import pytest

from places.distance import distance_m
from routes.travel.estimate import PACES, Mode, estimated, estimated_table, minutes_of, straight_metres

HANOI, BAT_TRANG, VAN_PHUC = (21.0285, 105.8542), (20.9764, 105.9131), (20.9790, 105.7710)


def test_distances_are_the_geodesic_ones():
    points = [HANOI, BAT_TRANG, VAN_PHUC]
    found = straight_metres(points)
    for a, start in enumerate(points):
        for b, end in enumerate(points):
            assert found[a][b] == pytest.approx(distance_m(start, end), abs=0.01)


@pytest.mark.parametrize("mode", list(Mode))
def test_minutes_are_way_over_speed_rounded_up(mode):
    pace = PACES[mode]
    leg = estimated(10_000, mode)
    assert leg.minutes == math.ceil(10 * pace.detour / pace.speed * 60 - 1e-9)
    assert (leg.metres, leg.source, leg.estimated) == (round(10_000 * pace.detour), "estimate", True)


def test_the_table_is_symmetric_with_nothing_from_a_place_to_itself():
    table = estimated_table([HANOI, BAT_TRANG, VAN_PHUC, HANOI], Mode.MOTORBIKE)
    assert all(table[a][b] == table[b][a] for a in range(4) for b in range(4))
    assert [table[a][a].minutes for a in range(4)] == [0] * 4
    assert table[0][3].minutes == 0
    assert table[0][1].minutes == 21  # 8.4 km × 1.4 at 35 km/h: 20.1 minutes
    assert estimated_table([], Mode.CAR) == ()


def test_slower_modes_take_longer():
    minutes = [
        estimated(20_000, mode).minutes for mode in (Mode.CAR, Mode.MOTORBIKE, Mode.BUS, Mode.BICYCLE, Mode.WALK)
    ]
    assert minutes == sorted(set(minutes))


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (0.4, 1), (60, 1), (60.0001, 1), (61, 2), (3600, 60)])
def test_rounding_up(seconds, minutes):
    assert minutes_of(seconds) == minutes


@pytest.mark.parametrize("point", [(91, 0), (0, 181), (math.nan, 0)])
def test_a_point_out_of_range_is_refused(point):
    with pytest.raises(ValueError, match="latitude"):
        straight_metres([HANOI, point])
