"""Lines of a map with no more detail than its zoom can show. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from places.clustering import TILE
from places.geojson import BBox, Point

PIXEL = 1.0  # what a line may move by, in pixels


def simplified(lines: Sequence[Sequence[Point]], zoom: float, limit: int) -> list[list[Point]]:
    """Return the lines without the points that their zoom hides; coarser still until all have `limit` points or fewer.

    Ends stay where they are, so that a line never loses a stop at its end, and no line has fewer than two points.
    """
    tolerance = PIXEL * 360 / (TILE * 2**zoom)
    shapes = np.array([shapely.LineString(np.array(line)[:, ::-1]) for line in lines], dtype=object)
    drawn = shapely.simplify(shapes, tolerance)
    while shapely.get_num_coordinates(drawn).sum() > max(limit, 2 * len(drawn)):
        tolerance *= 2
        drawn = shapely.simplify(shapes, tolerance, preserve_topology=False)
    return [[(latitude, longitude) for longitude, latitude in shape.coords] for shape in drawn]


def meets(line: Sequence[Point], box: BBox | None) -> bool:
    """Whether a line (or a single point) comes into a box; every line without one."""
    if box is None:
        return True
    flat = [(longitude, latitude) for latitude, longitude in line]
    shape = shapely.LineString(flat) if len(flat) > 1 else shapely.Point(flat[0])
    return any(shape.intersects(shapely.box(low, box.south, high, box.north)) for low, high in box.longitude_ranges)
