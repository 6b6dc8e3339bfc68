"""Build static/geo/outline.json, the land drawn at first paint, from static/geo/basemap.geojson.

    python docs/tools/build_outline.py

Writes GeoJSON of at most 30 KiB with two decimals (about 1 km): simplified land by country (property `c`) and, without
a country as in the basemap, every island of Hoàng Sa, Trường Sa and Vietnam's other far islands. Small islands
elsewhere go. Needs shapely only; run it again when the basemap changes.
"""

from __future__ import annotations

import json
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
# Degrees: (tolerance, square degrees of the smallest island) for the two countries and for their neighbours.
DETAIL = {True: (0.07, 0.025), False: (0.35, 0.5)}
ISLET = 0.04  # degrees, the size an islet is drawn at


def main() -> None:
    """SystemExit when the result is larger than LIMIT."""
    basemap = json.loads((GEO / "basemap.geojson").read_text(encoding="utf-8"))
    lands = [feature for feature in basemap["features"] if feature["properties"]["k"] == "land"]
    provinces = json.loads(PROVINCES.read_text(encoding="utf-8"))["features"]
    vietnam = shapely.union_all([shapely.geometry.shape(province["geometry"]) for province in provinces])
    features = [built for land in lands if (built := outline(land, vietnam))]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    size = len(text.encode())
    if size > LIMIT:
        raise SystemExit(f"outline.json would take {size} bytes, more than {LIMIT}")
    (GEO / "outline.json").write_text(text + "\n", encoding="utf-8")
    print(f"outline.json: {size} bytes, {len(features)} features")


def outline(land: dict[str, Any], vietnam: BaseGeometry) -> dict[str, Any] | None:
    """The simplified feature, or None when nothing of it is left in the region."""
    country = land["properties"].get("c")
    shape = shapely.geometry.shape(land["geometry"])
    polygons = islets(shape, vietnam) if country is None else simplified(shape, own=country in OWN)
    coordinates = [[rounded(polygon.exterior.coords)] for polygon in polygons]
    if not coordinates:
        return None
    properties = {} if country is None else {"c": country}
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }


def islets(shape: BaseGeometry, vietnam: BaseGeometry) -> list[shapely.Polygon]:
    """Each island that belongs to a province of Vietnam, as a box large enough to survive the rounding."""
    centres = [part.representative_point() for part in shapely.get_parts(shape) if part.intersects(vietnam)]
    half = ISLET / 2
    return [shapely.box(one.x - half, one.y - half, one.x + half, one.y + half) for one in centres]


def simplified(shape: BaseGeometry, *, own: bool) -> list[shapely.Polygon]:
    tolerance, smallest = DETAIL[own]
    clipped = shapely.make_valid(shape.intersection(shapely.box(*REGION)))
    parts = shapely.get_parts(clipped.simplify(tolerance))
    return [part for part in parts if part.geom_type == "Polygon" and part.area >= smallest]


def rounded(ring: Any) -> list[list[float]]:
    """The ring with two decimals, without repeated points."""
    points: list[list[float]] = []
    for longitude, latitude in ring:
        point = [round(longitude, 2), round(latitude, 2)]
        if not points or points[-1] != point:
            points.append(point)
    return points


if __name__ == "__main__":
    main()
