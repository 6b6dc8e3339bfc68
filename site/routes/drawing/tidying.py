"""A drawn line made light, and how well it fits its stops. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from pyproj import Geod

from routes.drawing.reading import Point

MOST_KEPT = 1500  # points; a day's walk needs a few hundred
TOLERANCE = 0.0001  # degrees, some 10 m: less than the width of what is drawn
DECIMALS = 5  # about a metre
FAR = 2_000  # metres from the line, from here on a stop is said to lie off it
GEOD = Geod(ellps="WGS84")


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


def length(points: Sequence[Point]) -> float:
    """Return the geodesic length in metres."""
    latitudes, longitudes = np.array(points, dtype=float).T
    return float(GEOD.line_length(longitudes, latitudes))


def off_the_line(line: Sequence[Point], stops: Sequence[Point]) -> list[float]:
    """Return how far each stop lies from the line, in metres: geodesic, to the nearest point of the drawn line."""
    shape = shapely.LineString([(longitude, latitude) for latitude, longitude in line])
    away = []
    for latitude, longitude in stops:
        spot = shape.interpolate(shape.project(shapely.Point(longitude, latitude)))
        away.append(float(GEOD.inv(longitude, latitude, spot.x, spot.y)[2]))
    return away
