"""Travel times guessed from the distance: geodesic × detour ÷ speed. Always shown as an estimate. Pure: no Django.

Detour: a way is some 1.3 times as long as the straight line (arXiv:2406.06490, motorways; 1.34 in 300 European cities,
doi:10.1177/23998083231168870). We take 1.3 on foot or by bicycle and 1.4 where one keeps to roads. Speeds are door to
door, on village roads, and our assumption: 5 km/h on foot, 15 by bicycle; motorbike, car and bus (with waiting for it)
well below the signposted limits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from pyproj import Geod

Point = tuple[float, float]  # (latitude, longitude), WGS 84 degrees
GEOD = Geod(ellps="WGS84")
MOST_MINUTES = 7 * 24 * 60  # a leg is never said to last longer


class Mode(StrEnum):
    """How one travels; for each there is an estimate."""

    WALK = "walk"
    BICYCLE = "bicycle"
    MOTORBIKE = "motorbike"
    CAR = "car"
    BUS = "bus"


@dataclass(frozen=True)
class Pace:
    """`detour`: the way's length over the straight line's; `speed` in km/h."""

    detour: float
    speed: float


PACES = {
    Mode.WALK: Pace(1.3, 5),
    Mode.BICYCLE: Pace(1.3, 15),
    Mode.MOTORBIKE: Pace(1.4, 35),
    Mode.CAR: Pace(1.4, 40),
    Mode.BUS: Pace(1.4, 25),
}


@dataclass(frozen=True)
class Travel:
    """One leg: whole minutes, rounded up, and metres of the way; `source` is "estimate", "osrm" or "valhalla"."""

    minutes: int
    metres: int
    source: str = "estimate"

    @property
    def estimated(self) -> bool:
        """Whether nobody has looked at a road."""
        return self.source == "estimate"


Table = tuple[tuple[Travel, ...], ...]  # table[a][b]: the leg from point a to point b


def estimated_table(points: Sequence[Point], mode: Mode) -> Table:
    """An estimate for each pair of points, symmetric, 0 from a point to itself."""
    straight = straight_metres(points)
    return tuple(tuple(estimated(metres, mode) for metres in row) for row in straight)


def estimated(metres: float, mode: Mode) -> Travel:
    """The leg between two points so far apart in a straight line."""
    return paced(metres * PACES[mode].detour, mode)


def paced(metres: float, mode: Mode) -> Travel:
    """The leg along a way of that length, at the usual speed."""
    return Travel(min(minutes_of(metres / 1000 / PACES[mode].speed * 3600), MOST_MINUTES), round(metres))


def minutes_of(seconds: float) -> int:
    """Whole minutes, rounded up; a millisecond more isn't a minute more."""
    return math.ceil(round(seconds, 3) / 60)


def straight_metres(points: Sequence[Point]) -> list[list[float]]:
    """Geodesic distances between all points. ValueError for a point out of range."""
    if not points:
        return []
    latitudes, longitudes = np.array(points, dtype=float).T
    if not (np.all(np.abs(latitudes) <= 90) and np.all(np.abs(longitudes) <= 180)):
        raise ValueError("a point is a latitude from -90 to 90 and a longitude from -180 to 180")
    size = len(points)
    starts, ends = np.repeat(np.arange(size), size), np.tile(np.arange(size), size)
    _, _, metres = GEOD.inv(longitudes[starts], latitudes[starts], longitudes[ends], latitudes[ends])
    return [[float(one) for one in row] for row in metres.reshape(size, size)]
