"""Grid clustering: every point in exactly one cluster, few clusters, the same ones whatever the order."""

from __future__ import annotations

import random

import pytest

from places.clustering import clusters, inside
from places.geojson import BBox

LIMIT = 300
ZOOMS = (0, 3, 5.5, 8, 12, 18, 22)


def scattered(seed: int, number: int = 1500):
    """Points of a country: towns, lone places, some on one spot, some that stand for nothing."""
    dice = random.Random(seed)
    towns = [(dice.uniform(8.5, 23), dice.uniform(102, 109)) for _ in range(20)]
    points = []
    for _ in range(number):
        latitude, longitude = dice.choice(towns)
        point = (latitude + dice.gauss(0, 0.3), longitude + dice.gauss(0, 0.3))
        points += [point] * dice.choice((1, 1, 1, 1, 3))
    counts = [dice.choice((0, 1, 1, 2, 40)) for _ in points]
    return [point[0] for point in points], [point[1] for point in points], counts


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_point_is_in_one_cluster_and_the_counts_add_up(zoom):
    latitudes, longitudes, counts = scattered(1)
    found = clusters(latitudes, longitudes, counts, zoom, LIMIT)
    members = [index for cluster in found for index in cluster.members]
    assert sorted(members) == [index for index, count in enumerate(counts) if count]
    assert len(found) <= LIMIT
    for cluster in found:
        assert cluster.count == sum(counts[index] for index in cluster.members)
        spots = {(round(latitudes[index], 5), round(longitudes[index], 5)) for index in cluster.members}
        assert (cluster.box is None) == (len(spots) == 1)
        box = cluster.box or BBox(cluster.longitude, cluster.latitude, cluster.longitude, cluster.latitude)
        assert box.contains(cluster.latitude, cluster.longitude)
        if cluster.box:
            assert all(cluster.box.contains(latitudes[index], longitudes[index]) for index in cluster.members)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_order_of_the_points_does_not_matter(zoom):
    latitudes, longitudes, counts = scattered(2, 400)
    order = list(range(len(counts)))
    random.Random(5).shuffle(order)

    def told(indexes):
        found = clusters(
            [latitudes[i] for i in indexes],
            [longitudes[i] for i in indexes],
            [counts[i] for i in indexes],
            zoom,
            LIMIT,
        )
        return sorted((one.latitude, one.longitude, one.count, len(one.members)) for one in found)

    assert told(order) == told(range(len(counts)))


def test_clusters_part_with_the_zoom_except_on_one_spot():
    latitudes, longitudes = [20.97570, 20.97570, 20.97830, -7.846], [105.9122, 105.9122, 105.7716, 110.335]
    far = clusters(latitudes, longitudes, [1, 1, 1, 1], 5, LIMIT)
    near = clusters(latitudes, longitudes, [1, 1, 1, 1], 18, LIMIT)
    assert [one.count for one in far] == [3, 1]
    assert sorted(one.count for one in near) == [1, 1, 2]
    assert [one.box for one in near] == [None] * 3


def test_many_cells_make_the_grid_coarser_and_nothing_is_lost():
    dice = random.Random(3)
    latitudes = [dice.uniform(-80, 80) for _ in range(4000)]
    longitudes = [dice.uniform(-180, 180) for _ in range(4000)]
    for limit in (40, 300):
        found = clusters(latitudes, longitudes, [1] * 4000, 22, limit)
        assert 0 < len(found) <= limit
        assert sum(one.count for one in found) == 4000


def test_nothing_makes_no_cluster():
    assert clusters([], [], [], 5, LIMIT) == []
    assert clusters([1.0], [2.0], [0], 5, LIMIT) == []


def test_a_box_keeps_its_edges_and_crosses_the_date_line():
    box = BBox(104, 20, 106, 22)
    assert list(inside(box, [20, 22, 19.9, 21], [104, 106, 105, 106.1])) == [True, True, False, False]
    pacific = BBox(170, -10, -170, 10)
    assert list(inside(pacific, [0, 0, 0], [175, -175, 0])) == [True, True, False]
    assert list(inside(None, [0, 50], [0, 0])) == [True, True]
