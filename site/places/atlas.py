"""What maps are drawn from, in Web Mercator: land, borders, provinces, towns of the bundled files. Pure: no Django.

Projected points are (x, y): degrees of longitude, and the same unit southwards.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from places import outlines
from places.outlines import Outlines, ProvinceKey

BASEMAP = Path(__file__).resolve().parents[2] / "static" / "geo" / "basemap.geojson"
ISLET = 0.01  # square degrees; smaller land without a country is an islet of an archipelago

Box = tuple[float, float, float, float]


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """Return the point in Web Mercator."""
    return longitude, -math.degrees(math.asinh(math.tan(math.radians(latitude))))


@dataclass(frozen=True)
class Town:
    """A town of the basemap; the lower its rank, the farther away it matters."""

    names: tuple[str, str, str]
    x: float
    y: float
    rank: int

    def name_in(self, language: str) -> str:
        """Return the Vietnamese or Indonesian name, the English one for everybody else."""
        return self.names[{"vi": 0, "id": 2}.get(language.split("-")[0], 1)]


class Layer:
    """Shapes that can be asked for by box."""

    def __init__(self, shapes: Iterable[BaseGeometry]) -> None:
        self._shapes = list(shapes)
        self._tree = shapely.STRtree(self._shapes)

    def within(self, box: Box) -> list[BaseGeometry]:
        """Return the shapes that may meet the box, in the order of the file."""
        return [self._shapes[index] for index in sorted(self._tree.query(shapely.box(*box)))]


class Atlas:
    """The bundled files, ready to be cut into small maps."""

    def __init__(self, provinces: Outlines, basemap: Path = BASEMAP) -> None:
        """OSError or ValueError when the file is missing or isn't GeoJSON."""
        collection = json.loads(basemap.read_text(encoding="utf-8"))
        self.sheet = shapely.transform(shapely.box(*collection["bbox"]), _flat)
        """All that the basemap covers."""
        kinds: dict[str, list[dict[str, Any]]] = {}
        for feature in collection["features"]:
            kinds.setdefault(feature["properties"]["k"], []).append(feature)
        lands = [(land, part) for land in kinds["land"] for part in shapely.get_parts(_shape(land))]
        islets = [part for land, part in lands if "c" not in land["properties"] and part.area < ISLET]
        self._lands = Layer(part for land, part in lands if "c" in land["properties"] or part.area >= ISLET)
        self._islets = Layer(islets)
        self._borders = Layer(part for border in kinds["border"] for part in shapely.get_parts(_shape(border)))
        self._towns = [_town(place) for place in kinds["place"]]
        self._provinces = {key: _flattened(shape) for key, shape in provinces.shapes().items()}
        self._inner = Layer(shapely.get_parts(_shared_lines(self._provinces.values())))

    def lands_in(self, box: Box) -> list[BaseGeometry]:
        """Return the land there, country by country."""
        return self._lands.within(box)

    def islets_in(self, box: Box) -> list[BaseGeometry]:
        """Return the islets of the far archipelagos there."""
        return self._islets.within(box)

    def borders_in(self, box: Box) -> list[BaseGeometry]:
        """Return the borders of countries there."""
        return self._borders.within(box)

    def inner_lines_in(self, box: Box) -> list[BaseGeometry]:
        """Return the lines between two provinces there."""
        return self._inner.within(box)

    def province(self, key: ProvinceKey) -> BaseGeometry:
        """Return the outline of a province. KeyError without one."""
        return self._provinces[key]

    def towns_in(self, box: Box) -> list[Town]:
        """Return the towns there."""
        west, north, east, south = box
        return [town for town in self._towns if west <= town.x <= east and north <= town.y <= south]


def _shape(feature: dict[str, Any]) -> BaseGeometry:
    return _flattened(shapely.geometry.shape(feature["geometry"]))


def _flattened(shape: BaseGeometry) -> BaseGeometry:
    return shapely.transform(shape, _flat)


def _flat(degrees: Any) -> Any:
    southwards = -np.degrees(np.arcsinh(np.tan(np.radians(degrees[:, 1]))))
    return np.column_stack([degrees[:, 0], southwards])


def _town(feature: dict[str, Any]) -> Town:
    words = feature["properties"]
    longitude, latitude = feature["geometry"]["coordinates"]
    names = (words["n"], words.get("e", words["n"]), words.get("i", words.get("e", words["n"])))
    return Town(names, *projected(latitude, longitude), rank=words.get("r", 9))


def _shared_lines(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """Return the edges that two neighbours of a coverage have in common, joined."""
    edges: Counter[tuple[tuple[float, float], ...]] = Counter()
    for shape in shapes:
        for part in shapely.get_parts(shape):
            for ring in (part.exterior, *part.interiors):
                edges.update(tuple(sorted(edge)) for edge in pairwise(ring.coords))
    return shapely.line_merge(shapely.multilinestrings([edge for edge, times in edges.items() if times > 1]))


@cache
def bundled() -> Atlas:
    """The atlas of this project, read at the first use."""
    return Atlas(outlines.bundled())
