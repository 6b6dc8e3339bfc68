"""GeoJSON objects (RFC 7946) and bounding boxes, WGS 84. Pure: no Django.

Callers speak (latitude, longitude); GeoJSON is written longitude first (§3.1.1).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]
"""(latitude, longitude) in degrees."""

DECIMALS = 6  # about a tenth of a metre; §11.2 advises against more
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True)
class BBox:
    """A box of degrees. `west` > `east` crosses the antimeridian (§5.2)."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        for longitude in (self.west, self.east):
            check_longitude(longitude)
        for latitude in (self.south, self.north):
            check_latitude(latitude)
        if self.south > self.north:
            raise ValueError(f"south ({self.south:g}) must not be north of north ({self.north:g})")

    @property
    def longitude_ranges(self) -> tuple[tuple[float, float], ...]:
        """One (low, high) range, or two when the box crosses the antimeridian; both ends are inside."""
        if self.west <= self.east:
            return ((self.west, self.east),)
        return ((self.west, 180.0), (-180.0, self.east))

    def contains(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies inside or on the edge."""
        in_longitude = any(low <= longitude <= high for low, high in self.longitude_ranges)
        return self.south <= latitude <= self.north and in_longitude

    def as_list(self) -> list[float]:
        """[west, south, east, north], the order of a GeoJSON bbox member."""
        return [self.west, self.south, self.east, self.north]


def parse_bbox(text: str) -> BBox:
    """Read "west,south,east,north". ValueError says what is wrong."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 4:
        raise ValueError("bbox needs four numbers: west,south,east,north")
    for part in parts:
        if not NUMBER.fullmatch(part):
            raise ValueError(f"bbox holds {part[:20]!r}, which is not a number")
    return BBox(*(float(part) for part in parts))


def check_latitude(value: float) -> float:
    """The value itself; ValueError unless from -90 to 90."""
    if not -90 <= value <= 90:
        raise ValueError(f"latitude {value:g} must lie between -90 and 90")
    return value


def check_longitude(value: float) -> float:
    """The value itself; ValueError unless from -180 to 180."""
    if not -180 <= value <= 180:
        raise ValueError(f"longitude {value:g} must lie between -180 and 180")
    return value


def position(latitude: float, longitude: float, altitude: float | None = None) -> list[float]:
    """[longitude, latitude, altitude in metres if known]. ValueError when out of range or not finite."""
    numbers = [round(check_longitude(longitude), DECIMALS), round(check_latitude(latitude), DECIMALS)]
    if altitude is None:
        return numbers
    if not math.isfinite(altitude):
        raise ValueError("altitude must be finite")
    return [*numbers, round(altitude, 1)]


def point(latitude: float, longitude: float) -> dict[str, Any]:
    """A Point; ValueError as in `position` (§3.1.2)."""
    return {"type": "Point", "coordinates": position(latitude, longitude)}


def line(points: Iterable[Point]) -> dict[str, Any]:
    """ValueError with fewer than two points (§3.1.4)."""
    coordinates = [position(latitude, longitude) for latitude, longitude in points]
    if len(coordinates) < 2:
        raise ValueError("a line needs two points or more")
    return {"type": "LineString", "coordinates": coordinates}


def feature(
    geometry: Mapping[str, Any] | None, properties: Mapping[str, Any], identifier: str | int | None = None
) -> dict[str, Any]:
    """A Feature; a record without a point has the geometry None (§3.2)."""
    built: dict[str, Any] = {"type": "Feature"}
    if identifier is not None:
        built["id"] = identifier
    return {**built, "geometry": dict(geometry) if geometry else None, "properties": dict(properties)}


def feature_collection(features: Iterable[Mapping[str, Any]], bbox: BBox | None = None) -> dict[str, Any]:
    """A FeatureCollection, with a bbox member when one is given (§3.3, §5)."""
    built: dict[str, Any] = {"type": "FeatureCollection"}
    if bbox is not None:
        built["bbox"] = bbox.as_list()
    return {**built, "features": [dict(one) for one in features]}
