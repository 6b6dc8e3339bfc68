"""Build static/geo/outline.json, the land drawn at first paint, from static/geo/basemap.geojson.

    python docs/tools/build_outline.py

Writes GeoJSON of at most 30 KiB with two decimals (about 1 km): simplified land by country (property `c`), neighbours
sharing one line; and, without a country as in the basemap, every island of Hoàng Sa, Trường Sa and Vietnam's other far
islands. Small islands elsewhere go. Needs shapely only; run it again when the basemap changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "static" / "geo"
PROVINCES = ROOT / "site" / "places" / "geo" / "vietnam_provinces.geojson"
LIMIT = 30 * 1024  # bytes
REGION = (94.0, -12.0, 142.0, 25.0)  # west, south, east, north: Vietnam, Indonesia and what lies between
OWN = frozenset({"VN", "ID"})
TOLERANCE = 0.15  # degrees
SMALLEST = {True: 0.02, False: 0.1}  # square degrees of an island kept: of the two countries, of their neighbours
ISLET = 0.04  # degrees, the size an islet is drawn at


def main() -> None:
    """SystemExit when the result is larger than LIMIT."""
    lands = [one for one in features_of(GEO / "basemap.geojson") if one["properties"]["k"] == "land"]
    vietnam = shapely.union_all([shape_of(province) for province in features_of(PROVINCES)])
    countries = [land for land in lands if "c" in land["properties"]]
    shapes = shapely.coverage_simplify([shape_of(land) for land in countries], TOLERANCE)
    built = [
        feature({"c": land["properties"]["c"]}, simplified(shape, own=land["properties"]["c"] in OWN))
        for land, shape in zip(countries, shapes, strict=True)
    ]
    far = [islet for land in lands if "c" not in land["properties"] for islet in islets(shape_of(land), vietnam)]
    write([one for one in [*built, feature({}, far)] if one["geometry"]["coordinates"]])


def write(features: list[dict[str, Any]]) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n"
    size = len(text.encode())
    if size > LIMIT:
        raise SystemExit(f"outline.json would take {size} bytes, more than {LIMIT}")
    (GEO / "outline.json").write_text(text, encoding="utf-8")
    print(f"outline.json: {size} bytes, {len(features)} features")


def features_of(path: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def shape_of(source: dict[str, Any]) -> BaseGeometry:
    return shapely.geometry.shape(source["geometry"])


def simplified(shape: BaseGeometry, *, own: bool) -> list[shapely.Polygon]:
    """The parts of a country's land in the region that are large enough."""
    parts = shapely.get_parts(shape.intersection(shapely.box(*REGION)))
    return [part for part in parts if part.geom_type == "Polygon" and part.area >= SMALLEST[own]]


def islets(shape: BaseGeometry, vietnam: BaseGeometry) -> list[shapely.Polygon]:
    """Each island that belongs to a province of Vietnam, as a box large enough to survive the rounding."""
    centres = [part.representative_point() for part in shapely.get_parts(shape) if part.intersects(vietnam)]
    half = ISLET / 2
    return [shapely.box(one.x - half, one.y - half, one.x + half, one.y + half) for one in centres]


def feature(properties: dict[str, Any], polygons: Iterable[shapely.Polygon]) -> dict[str, Any]:
    """The polygons without their holes, with two decimals."""
    coordinates = [[rounded(polygon.exterior.coords)] for polygon in polygons]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }


def rounded(ring: Iterable[tuple[float, ...]]) -> list[list[float]]:
    """The ring without repeated points."""
    points: list[list[float]] = []
    for longitude, latitude, *_ in ring:
        point = [round(longitude, 2), round(latitude, 2)]
        if not points or points[-1] != point:
            points.append(point)
    return points


if __name__ == "__main__":
    main()
