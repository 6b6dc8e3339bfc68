"""A drawn line out of a file or a pasted text: GPX 1.0 and 1.1, KML 2.x, GeoJSON (RFC 7946). Pure: no Django.

Nothing outside the text is ever read: documents that define entities or a DTD are refused (defusedxml).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

Point = tuple[float, float]  # (latitude, longitude), WGS 84 degrees

MOST_BYTES = 5 * 1024 * 1024
MOST_POINTS = 200_000
ZIP = b"PK\x03\x04"
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


class Problem(StrEnum):
    """What is wrong with a text that should hold a line."""

    TOO_LARGE = "too_large"
    ZIPPED = "zipped"  # KMZ
    UNKNOWN_FORMAT = "unknown_format"
    BROKEN = "broken"
    NO_LINE = "no_line"
    OUT_OF_RANGE = "out_of_range"
    TOO_MANY_POINTS = "too_many_points"


class Unreadable(ValueError):
    """No line can be had from the text; `detail` is what the problem is about, as in the text, or ""."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(f"{problem}: {detail}" if detail else str(problem))
        self.problem, self.detail = problem, detail


def read_line(data: bytes) -> list[Point]:
    """Return the points of the line in the data, its parts joined in order; never fewer than two. `Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    if data.startswith(ZIP):
        raise Unreadable(Problem.ZIPPED)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        points = _checked(_of_xml(data.lstrip()))
    elif start in (b"{", b"["):
        points = _checked(_of_json(data))
    else:
        raise Unreadable(Problem.UNKNOWN_FORMAT)
    if len(points) < 2:
        raise Unreadable(Problem.NO_LINE)
    return points


def _checked(numbers: Iterable[tuple[Any, Any]]) -> list[Point]:
    """Return longitude and latitude pairs as points; one that follows itself counts once."""
    points: list[Point] = []
    for longitude, latitude in numbers:
        point = _degree(latitude, 90), _degree(longitude, 180)
        if not points or points[-1] != point:
            points.append(point)
        if len(points) > MOST_POINTS:
            raise Unreadable(Problem.TOO_MANY_POINTS)
    return points


def _degree(value: Any, limit: int) -> float:
    if isinstance(value, bool) or (isinstance(value, str) and not _NUMBER.fullmatch(value.strip())):
        raise Unreadable(Problem.OUT_OF_RANGE, str(value)[:20])
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable(Problem.OUT_OF_RANGE, str(value)[:20]) from None
    if not math.isfinite(number) or abs(number) > limit:
        raise Unreadable(Problem.OUT_OF_RANGE, str(value)[:20])
    return number


# --- XML -------------------------------------------------------------------------------------------------------------


def _of_xml(data: bytes) -> Iterator[tuple[Any, Any]]:
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Unreadable(Problem.BROKEN, "DTD") from None
    except (ParseError, ValueError, LookupError) as error:
        raise Unreadable(Problem.BROKEN, str(error)[:80]) from None
    read = {"gpx": _of_gpx, "kml": _of_kml}.get(_name(root))
    if read is None:
        raise Unreadable(Problem.UNKNOWN_FORMAT, _name(root)[:20])
    return read(root)


def _name(element: Element) -> str:
    """Return an element's name without its namespace: GPX 1.0 and 1.1, and every KML, differ only there."""
    return str(element.tag).rpartition("}")[2].lower()


def _named(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if _name(element) == name]


def _of_gpx(root: Element) -> Iterator[tuple[Any, Any]]:
    """Yield the track, or the route when there is none; waypoints are no line."""
    for point in _named(root, "trkpt") or _named(root, "rtept"):
        yield point.get("lon"), point.get("lat")


def _of_kml(root: Element) -> Iterator[tuple[Any, Any]]:
    """Yield the lines, or the recorded tracks when there is none."""
    lines = _named(root, "linestring")
    for line in lines:
        for coordinates in _named(line, "coordinates"):
            for place in (coordinates.text or "").split():
                longitude, _comma, rest = place.partition(",")
                yield longitude, rest.partition(",")[0]
    if not lines:
        for track in _named(root, "coord"):
            longitude, latitude, *_height = [*(track.text or "").split(), "", ""]
            yield longitude, latitude


# --- GeoJSON ---------------------------------------------------------------------------------------------------------


def _of_json(data: bytes) -> Iterator[tuple[Any, Any]]:
    try:
        value = json.loads(data.decode("utf-8-sig"))
        return iter(list(_lines_of(value)))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(Problem.BROKEN, str(error)[:80]) from None
    except (TypeError, ValueError, AttributeError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(Problem.BROKEN, str(error)[:80]) from None


def _lines_of(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of every line in a GeoJSON object, or in a bare list of positions."""
    if isinstance(value, list):
        yield from _positions(value)
        return
    kind = value.get("type")
    if kind == "LineString":
        yield from _positions(value.get("coordinates") or [])
    elif kind == "MultiLineString":
        for line in value.get("coordinates") or []:
            yield from _positions(line)
    elif kind == "Feature":
        yield from _lines_of(value.get("geometry") or {})
    elif kind in ("FeatureCollection", "GeometryCollection"):
        for part in value.get("features" if kind == "FeatureCollection" else "geometries") or []:
            yield from _lines_of(part)


def _positions(line: list[Any]) -> Iterator[tuple[Any, Any]]:
    for longitude, latitude, *_height in line:
        yield longitude, latitude
