"""Near a point: reading it from an address, roughly, and distances to many places at once. Pure: no Django.

Points are (latitude, longitude) in degrees, distances metres on the WGS 84 ellipsoid (Karney 2013, by PROJ).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
from pyproj import Geod

from places.geojson import Point, check_latitude, check_longitude

DECIMALS = 2  # about a kilometre: enough to sort by, too rough to tell a house
_POINT = re.compile(r"(-?\d{1,3}(?:\.\d{1,20})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,20})?)", re.ASCII)

Row = tuple[Any, float | None, float | None]
"""The key of a record, and a point of its own or (None, None)."""


def parse(text: str) -> Point:
    """Return the rounded point of `lat,lon`. ValueError for anything else."""
    match = _POINT.fullmatch(text.strip())
    if match is None:
        raise ValueError("a point is written as latitude,longitude")
    latitude, longitude = (round(float(number), DECIMALS) + 0.0 for number in match.groups())  # no minus zero
    check_latitude(latitude)
    check_longitude(longitude)
    return latitude, longitude


def written(point: Point) -> str:
    """Return a point as addresses carry it."""
    return ",".join(f"{number:.{DECIMALS}f}" for number in point)


def rounded(text: str) -> str:
    """Return a point of an address as it may be repeated; "" for what is none."""
    try:
        return written(parse(text))
    except ValueError:
        return ""


def distances_m(origin: Point, latitudes: Any, longitudes: Any) -> Any:
    """Return the distance from the origin to each point; infinity where the point isn't a number.

    Each different point is measured once: a village stands for hundreds of products.
    """
    points = np.asarray(latitudes, dtype=float) + 1j * np.asarray(longitudes, dtype=float)
    different, place = np.unique(points, return_inverse=True)
    count = len(different)
    start_latitude, start_longitude = np.full(count, origin[0]), np.full(count, origin[1])
    metres = _ellipsoid().inv(start_longitude, start_latitude, different.imag, different.real)[2]
    return np.nan_to_num(metres, nan=np.inf)[place]


def nearest_first(origin: Point, rows: Iterable[Row]) -> dict[Any, float | None]:
    """Return each key once with the metres to its nearest point, nearest first; those without a point last, as None.

    Equally far ones stay in the order given.
    """
    table = list(rows)
    if not table:
        return {}
    keys, latitudes, longitudes = zip(*table, strict=True)
    return in_order(keys, distances_m(origin, latitudes, longitudes))


def in_order(keys: Sequence[Any], metres: Any) -> dict[Any, float | None]:
    """Return each key once with its smallest distance, nearest first; infinity last, as None. Ties stay as given."""
    far = np.asarray(metres, dtype=float)
    order = np.argsort(far, kind="stable")
    known = int(np.isfinite(far).sum())
    ordered: dict[Any, float | None] = {}
    for index, distance in zip(order[:known].tolist(), far[order[:known]].tolist(), strict=True):
        ordered.setdefault(keys[index], distance)
    for index in order[known:].tolist():
        ordered.setdefault(keys[index], None)
    return ordered


class Nearest(Sequence[Any]):
    """Keys, the nearest first, a slice at a time; only those as far away as what a slice shows are put in order.

    `in_order(keys)` returns keys that are equally far in the order that they are shown in. `known` holds the metres of
    what was shown; None for a place that nobody knows, which comes last.
    """

    def __init__(self, keys: Sequence[Any], metres: Any, ordered: Callable[[list[Any]], Sequence[Any]]) -> None:
        far = np.asarray(metres, dtype=float)
        order = np.argsort(far, kind="stable")
        self._keys, self._metres, self._ordered = np.asarray(keys)[order], far[order], ordered
        self.known: dict[Any, float | None] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        start, stop, _step = part.indices(len(self))
        if start >= stop:
            return []
        first = int(np.searchsorted(self._metres, self._metres[start], "left"))
        last = int(np.searchsorted(self._metres, self._metres[stop - 1], "right"))
        metres = dict(zip(self._keys[first:last].tolist(), self._metres[first:last].tolist(), strict=True))
        shown = sorted(self._ordered([*metres]), key=metres.__getitem__)[start - first : stop - first]
        self.known |= {key: None if math.isinf(metres[key]) else metres[key] for key in shown}
        return shown


@cache
def _ellipsoid() -> Geod:
    return Geod(ellps="WGS84")
