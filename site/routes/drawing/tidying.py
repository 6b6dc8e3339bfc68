"""A drawn line made light. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import shapely

from routes.drawing.reading import Point

MOST_KEPT = 1500  # points; a day's walk needs a few hundred
TOLERANCE = 0.0001  # degrees, some 10 m: less than the width of what is drawn
DECIMALS = 5  # about a metre


def tidied(points: Sequence[Point]) -> list[Point]:
    """Return the line without the points that nobody could see, both ends kept, no more than `MOST_KEPT`.

    Equal neighbours count once, after rounding to about a metre. ValueError when nothing but one point is left.
    """
    line = shapely.LineString([(longitude, latitude) for latitude, longitude in points])
    tolerance = TOLERANCE
    drawn = shapely.simplify(line, tolerance, preserve_topology=False)
    while shapely.get_num_coordinates(drawn) > MOST_KEPT:
        tolerance *= 2
        drawn = shapely.simplify(line, tolerance, preserve_topology=False)
    rounded = [(round(latitude, DECIMALS), round(longitude, DECIMALS)) for longitude, latitude in drawn.coords]
    kept = [point for before, point in pairwise([None, *rounded]) if point is not None and point != before]
    if len(kept) < 2:
        raise ValueError("a line has two different points")
    return kept
