"""Build static/geo/outline.svg and outline-dark.svg, the land drawn at first paint, from static/geo/basemap.geojson.

    python docs/tools/build_outline.py

Each is at most 30 KiB of Web Mercator, one unit to 0.02 degrees of longitude. The picture's own frame is the first
view of the map (HOME), around which the land goes on; `#all` is the whole sheet (REGION), for laying it beneath a map.
Simplified land by country, neighbours sharing one line; and every island of Hoàng Sa, Trường Sa and Vietnam's other
far islands, drawn larger than it is. Small islands elsewhere go. Needs shapely only; run it again when the basemap
changes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "static" / "geo"
PROVINCES = ROOT / "site" / "places" / "geo" / "vietnam_provinces.geojson"
LIMIT = 30 * 1024  # bytes
REGION = (
    85.0,
    -16.0,
    155.0,
    32.0,
)  # west, south, east, north: the sheet of the basemap; also in static/js/map/outline.js
HOME = (96.0, -10.0, 140.0, 23.0)  # the first view; also in static/js/map/base_map.js
OWN = frozenset({"VN", "ID"})
TOLERANCE = 0.07  # degrees
SMALLEST = {True: 0.015, False: 0.12}  # square degrees of an island kept: of the two countries, of their neighbours
ISLET = 0.06  # degrees, the size an islet is drawn at
UNIT = 0.02  # degrees of longitude
# The colours of static/css/components/map.css: sea, land, coast.
COLOURS = {"outline.svg": ("#d5e4e0", "#fbf6ea", "#b3a684"), "outline-dark.svg": ("#0c1322", "#25304d", "#53628a")}

Ring = list[tuple[int, int]]


def main() -> None:
    """SystemExit when a picture is larger than LIMIT."""
    lands = [one for one in features_of(GEO / "basemap.geojson") if one["properties"]["k"] == "land"]
    vietnam = shapely.union_all([shape_of(province) for province in features_of(PROVINCES)])
    countries = [land for land in lands if "c" in land["properties"]]
    shapes = shapely.coverage_simplify([shape_of(land) for land in countries], TOLERANCE)
    polygons = [
        part
        for land, shape in zip(countries, shapes, strict=True)
        for part in simplified(shape, own=land["properties"]["c"] in OWN)
    ]
    polygons += [islet for land in lands if "c" not in land["properties"] for islet in islets(shape_of(land), vietnam)]
    outline = "".join(path_of(ring_of(polygon)) for polygon in polygons)
    for name, colours in COLOURS.items():
        write(name, picture(outline, *colours))


def write(name: str, text: str) -> None:
    size = len(text.encode())
    if size > LIMIT:
        raise SystemExit(f"{name} would take {size} bytes, more than {LIMIT}")
    (GEO / name).write_text(text, encoding="utf-8")
    print(f"{name}: {size} bytes")


def picture(outline: str, sea: str, land: str, coast: str) -> str:
    """The sheet with its land; a stroke is as thin at every size."""
    home, (left, top, width, height) = frame(HOME), frame(REGION)
    line = f'stroke="{coast}" vector-effect="non-scaling-stroke"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{home[2]}" height="{home[3]}" viewBox="{spaced(home)}">'
        f'<view id="all" viewBox="{left} {top} {width} {height}"/>'
        f'<path fill="{sea}" {line} d="M{left} {top}h{width}v{height}h-{width}z"/>'
        f'<path fill="{land}" {line} stroke-linejoin="round" d="{outline}"/></svg>\n'
    )


def spaced(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def frame(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    """left, top, width, height of a box of degrees."""
    west, south, east, north = box
    (left, top), (right, bottom) = projected(west, north), projected(east, south)
    return left, top, right - left, bottom - top


def projected(longitude: float, latitude: float) -> tuple[int, int]:
    """Web Mercator, in units, y downwards."""
    mercator = math.degrees(math.asinh(math.tan(math.radians(latitude))))
    return round(longitude / UNIT), round(-mercator / UNIT)


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


def ring_of(polygon: shapely.Polygon) -> Ring:
    """The polygon's outer ring in units, without repeated points and without the closing one."""
    points: Ring = []
    for longitude, latitude, *_ in polygon.exterior.coords:
        point = projected(longitude, latitude)
        if not points or points[-1] != point:
            points.append(point)
    return points[:-1]


def path_of(ring: Ring) -> str:
    """The ring as relative steps, which are short."""
    (x, y), steps = ring[0], []
    for (before_x, before_y), (after_x, after_y) in pairwise(ring):
        down = str(after_y - before_y)
        steps.append(f"{after_x - before_x}{down if down.startswith('-') else f' {down}'}")
    joined = "".join(step if step.startswith("-") or not index else f" {step}" for index, step in enumerate(steps))
    return f"M{x} {y}l{joined}z"


if __name__ == "__main__":
    main()
