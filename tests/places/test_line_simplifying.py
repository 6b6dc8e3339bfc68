"""Lines of the map: no finer than the zoom shows, never without their ends."""

from __future__ import annotations

import math

from places.geojson import BBox
from places.line_simplifying import meets, simplified

ROAD = [(10 + step / 1000, 106 + 0.002 * math.sin(step / 10)) for step in range(1000)]


def test_a_far_zoom_leaves_little_and_a_near_one_nearly_all():
    (far,), (near,) = simplified([ROAD], 4, 5000), simplified([ROAD], 18, 5000)
    assert len(far) < 5 < 300 < len(near)
    for line in (far, near):
        assert (line[0], line[-1]) == (ROAD[0], ROAD[-1])


def test_all_lines_together_are_bounded():
    lines = simplified([ROAD] * 20, 18, 500)
    assert sum(map(len, lines)) <= 500
    assert all(len(line) >= 2 for line in lines)
    assert simplified([], 5, 10) == []
    assert simplified([[(1.0, 1.0), (1.0, 1.0)]], 5, 10) == [[(1.0, 1.0), (1.0, 1.0)]]


def test_a_line_meets_the_box_it_only_crosses():
    across = [(20.0, 100.0), (20.0, 110.0)]
    assert meets(across, BBox(104, 19, 106, 21))
    assert not meets(across, BBox(104, 20.5, 106, 21))
    assert meets([(20.0, 105.0)], BBox(104, 19, 106, 21))
    assert meets(across, None)
