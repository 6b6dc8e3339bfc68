"""Which province a point lies in, by the bundled outlines (places/geo, Natural Earth 1:10m). Pure: no Django.

The outlines are rough (good to zoom 8 or 9, no legal boundary): a point outside its province is worth a warning, and
no error.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

GEO_FOLDER = Path(__file__).resolve().parent / "geo"
FILES = {"VN": "vietnam_provinces.geojson", "ID": "indonesia_provinces.geojson"}
METRES_PER_DEGREE = 111_195.0  # on a sphere of 6,371,009 m

ProvinceKey = tuple[str, str]
"""(country, official code): ("VN", "01"), ("ID", "51")."""


class Outlines:
    """The provinces of one folder, ready for lookups."""

    def __init__(self, folder: Path = GEO_FOLDER) -> None:
        """OSError or ValueError when a file is missing or isn't GeoJSON."""
        self._shapes = {key: shape for country in FILES for key, shape in _read(folder, country)}
        self._keys = sorted(self._shapes)
        self._tree = shapely.STRtree([self._shapes[key] for key in self._keys])

    def keys(self) -> list[ProvinceKey]:
        """Every province that has an outline, in order."""
        return list(self._keys)

    def shapes(self) -> dict[ProvinceKey, BaseGeometry]:
        """The outlines themselves, in degrees."""
        return dict(self._shapes)

    def province_code_at(self, lat: float, lon: float) -> ProvinceKey | None:
        """The province that holds the point, None at sea or abroad; on a shared border the lower code."""
        hits = self._tree.query(shapely.Point(lon, lat), predicate="intersects")
        return self._keys[int(hits.min())] if len(hits) else None

    def contains(self, country: str, code: str, lat: float, lon: float) -> bool:
        """Border included. KeyError for a province without an outline."""
        return bool(shapely.intersects_xy(self._shapes[country, code], lon, lat))

    def point_in(self, country: str, code: str) -> tuple[float, float] | None:
        """(latitude, longitude) of a point well inside the largest part of the province; None without an outline."""
        shape = self._shapes.get((country, code))
        if shape is None:
            return None
        mainland = max(shapely.get_parts(shape), key=lambda part: part.area)
        point = shapely.point_on_surface(mainland)
        return round(float(point.y), 5), round(float(point.x), 5)

    def distance_to_outline(self, country: str, code: str, lat: float, lon: float) -> float:
        """Metres from the point to the province, 0 inside; within one per cent up to 100 km.

        KeyError for a province without an outline.
        """
        shape = self._shapes[country, code]
        if shapely.intersects_xy(shape, lon, lat):
            return 0.0
        scale = np.array([math.cos(math.radians(lat)), 1.0]) * METRES_PER_DEGREE
        flat = shapely.transform(shape, lambda degrees: (degrees - np.array([lon, lat])) * scale)
        return float(shapely.distance(flat, shapely.Point(0.0, 0.0)))


def _read(folder: Path, country: str) -> list[tuple[ProvinceKey, BaseGeometry]]:
    collection = json.loads((folder / FILES[country]).read_text(encoding="utf-8"))
    return [
        ((country, feature["properties"]["code"]), shapely.geometry.shape(feature["geometry"]))
        for feature in collection["features"]
    ]


@cache
def bundled() -> Outlines:
    """The outlines of this project, read at the first use."""
    return Outlines()


def province_code_at(lat: float, lon: float) -> ProvinceKey | None:
    """(country, code) of the bundled province that holds the point, or None."""
    return bundled().province_code_at(lat, lon)


def contains(country: str, code: str, lat: float, lon: float) -> bool:
    """Whether the bundled outline holds the point. KeyError for a province without an outline."""
    return bundled().contains(country, code, lat, lon)


@cache
def point_in(country: str, code: str) -> tuple[float, float] | None:
    """(latitude, longitude) of a point that can stand for a bundled province; None without an outline."""
    return bundled().point_in(country, code)


def distance_to_outline(country: str, code: str, lat: float, lon: float) -> float:
    """Metres from the point to the bundled outline, 0 inside. KeyError for a province without an outline."""
    return bundled().distance_to_outline(country, code, lat, lon)
