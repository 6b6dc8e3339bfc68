"""The provinces of a country as areas of one picture, for maps that colour them by a figure. Pure: no Django.

Borders are simplified together, so that neighbours still meet. What is too small to be seen keeps a mark of its own:
islands a square, a province a disc.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from places import outlines
from places.atlas import bundled
from places.svg_paths import decimal, ring

WIDTHS = {"VN": 640, "ID": 1000}  # units; the countries the map can show
TOLERANCE = 1.2  # units; an edge that leaves the true line by less is straightened
MARGIN = 8
ISLET = 2.5  # units, the side of the square that stands for a small island
SMALL = 5.0  # units; a province without room for a circle of this radius has a disc of its own
SAME_ISLET = 4.0  # units; islets nearer to one another share a square
LETTER, LINE = 0.62, 0.72  # width of a digit and height of a line, in font sizes
SLACK = 1.2  # a province is wider than the circle inside it


@dataclass(frozen=True)
class Area:
    """One province: its path, the place of a number in it, and the room there."""

    code: str
    path: str
    x: str
    y: str
    room: float
    """Radius of the largest circle inside."""

    @property
    def is_small(self) -> bool:
        """Tell whether it needs a disc to be seen."""
        return self.room < SMALL

    def holds(self, text: str, size: float) -> bool:
        """Tell whether a number fits in, set in letters of `size` units."""
        width, height = LETTER * size * len(text), LINE * size
        return bool((width**2 + height**2) ** 0.5 / 2 <= self.room * SLACK)


@dataclass(frozen=True)
class Sheet:
    """A country's picture."""

    width: int
    height: int
    areas: tuple[Area, ...]


@cache
def sheet(country: str) -> Sheet:
    """Return the provinces of a country, "VN" or "ID"; KeyError for another. Worked out once."""
    width = WIDTHS[country]
    keys = sorted(key for key in outlines.bundled().shapes() if key[0] == country)
    flat = np.array([bundled().province(key) for key in keys], dtype=object)
    west, north, east, south = shapely.total_bounds(flat)
    scale = (width - 2 * MARGIN) / (east - west)
    placed = shapely.transform(flat, lambda points: (points - np.array([west, north])) * scale + MARGIN)
    height = round((south - north) * scale) + 2 * MARGIN
    drawn = shapely.coverage_simplify(placed, TOLERANCE)
    areas = [_area(code, whole, shape) for (_, code), whole, shape in zip(keys, placed, drawn, strict=True)]
    return Sheet(width, height, tuple(areas))


def _area(code: str, whole: BaseGeometry, drawn: BaseGeometry) -> Area:
    parts = shapely.get_parts(whole)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    radius = shapely.maximum_inscribed_circle(largest, tolerance=0.5)
    centre = shapely.get_point(radius, 0)
    return Area(code, _path(whole, drawn), decimal(centre.x), decimal(centre.y), float(radius.length))


def _path(whole: BaseGeometry, drawn: BaseGeometry) -> str:
    parts = shapely.get_parts(drawn)
    large = parts[shapely.area(parts) >= ISLET**2]
    return "".join([*(ring(line) for part in large for line in _lines(part)), *_squares(whole)])


def _lines(part: shapely.Polygon) -> list[shapely.LinearRing]:
    """Return the edge and the holes that are large enough to be seen."""
    return [part.exterior, *(hole for hole in part.interiors if shapely.Polygon(hole).area >= ISLET**2)]


def _squares(whole: BaseGeometry) -> list[str]:
    """Return a square for each island too small to be drawn; those of one group share theirs."""
    parts = shapely.get_parts(whole)
    kept: list[Any] = []
    for islet in shapely.centroid(parts[shapely.area(parts) < ISLET**2]):
        if all(islet.distance(other) >= SAME_ISLET for other in kept):
            kept.append(islet)
    side = decimal(ISLET)
    corners = [(decimal(islet.x - ISLET / 2), decimal(islet.y - ISLET / 2)) for islet in kept]
    return [f"M{x} {y}h{side}v{side}h-{side}z" for x, y in corners]
