"""Geodesic distances on the WGS 84 ellipsoid (Karney 2013, by geographiclib). Pure: no Django.

Points are (latitude, longitude) in degrees, distances metres. A point out of range raises ValueError.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from geographiclib.geodesic import Geodesic

from places.geojson import BBox, Point, check_latitude, check_longitude

WGS84 = Geodesic.WGS84
MEAN_RADIUS = 6_371_008.8  # metres
SPHERE_MARGIN = 1.013  # two errors of the sphere, one each way
SMALLEST_RADIUS = 6_335_439.0  # metres, the ellipsoid's least radius of curvature (north to south, at the equator)


def distance_m(start: Point, end: Point) -> float:
    """The length of the shortest line over the ellipsoid."""
    for latitude, longitude in (start, end):
        check_latitude(latitude)
        check_longitude(longitude)
    return float(WGS84.Inverse(*start, *end, Geodesic.DISTANCE)["s12"])


def nearest(origin: Point, points: Iterable[Point], limit: int | None = None) -> list[tuple[int, float]]:
    """(index, metres) of the points, nearest first, equal ones in the order given; at most `limit` of them.

    A geodesic takes 0.15 ms, so with a limit only the points that a sphere can't rule out are measured.
    """
    candidates = list(enumerate(points))
    if limit is not None and 0 < limit < len(candidates):
        rough = {index: _on_sphere_m(origin, point) for index, point in candidates}
        reach = sorted(rough.values())[limit - 1] * SPHERE_MARGIN + 1
        candidates = [one for one in candidates if rough[one[0]] <= reach]
    measured = ((index, distance_m(origin, point)) for index, point in candidates)
    return sorted(measured, key=lambda one: (one[1], one[0]))[:limit]


def bounding_box(points: Iterable[Point], margin_m: float = 0.0) -> BBox:
    """The smallest box around the points, and around everything within `margin_m` of one. ValueError without points.

    It spans the antimeridian when that is the shorter way round.
    """
    places = list(points)
    if not places:
        raise ValueError("a bounding box needs a point")
    south = _moved(min(latitude for latitude, _ in places), -margin_m)
    north = _moved(max(latitude for latitude, _ in places), margin_m)
    west, east = _longitude_span([longitude for _, longitude in places])
    margin = _longitude_margin(max(abs(south), abs(north)), margin_m)
    if (east - west) % 360 + 2 * margin >= 360:
        return BBox(-180.0, south, 180.0, north)
    return BBox(_wrapped(west - margin), south, _wrapped(east + margin), north)


def _on_sphere_m(start: Point, end: Point) -> float:
    """Haversine distance, within 0.6 per cent of the ellipsoid's."""
    for latitude, longitude in (start, end):
        check_latitude(latitude)
        check_longitude(longitude)
    low, high = math.radians(start[0]), math.radians(end[0])
    across = math.sin(math.radians(end[1] - start[1]) / 2) ** 2
    half = math.sin((high - low) / 2) ** 2 + math.cos(low) * math.cos(high) * across
    return 2 * MEAN_RADIUS * math.asin(math.sqrt(min(half, 1.0)))


def _moved(latitude: float, metres: float) -> float:
    """The latitude so far north (south if negative), at most a pole."""
    check_latitude(latitude)
    if not metres:
        return latitude
    pole = math.copysign(90.0, metres)
    if abs(metres) >= distance_m((latitude, 0.0), (pole, 0.0)):
        return pole
    return float(WGS84.Direct(latitude, 0.0, 0.0, metres, Geodesic.LATITUDE)["lat2"])


def _longitude_margin(latitude: float, metres: float) -> float:
    """Degrees of longitude that so many metres can reach at up to this latitude, never too few."""
    reach = math.sin(min(metres / SMALLEST_RADIUS, math.pi / 2))
    across = math.cos(math.radians(latitude))
    return 180.0 if reach >= across else math.degrees(math.asin(reach / across))


def _longitude_span(longitudes: Sequence[float]) -> tuple[float, float]:
    """(west, east) of the shortest arc that holds them all: the rest of the circle is the widest gap."""
    ordered = sorted({check_longitude(longitude) for longitude in longitudes})
    gaps = [(after - before) % 360 for before, after in zip(ordered, ordered[1:] + ordered[:1], strict=True)]
    widest = gaps.index(max(gaps))
    return ordered[(widest + 1) % len(ordered)], ordered[widest]


def _wrapped(longitude: float) -> float:
    if -180 <= longitude <= 180:
        return longitude
    return (longitude + 180) % 360 - 180
