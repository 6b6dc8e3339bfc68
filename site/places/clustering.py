"""Points gathered on a grid of Web Mercator pixels, for maps of thousands of points. Pure: no Django.

The same points at the same zoom give the same clusters, in whatever order they come; every point is in exactly one of
them, and points on one spot (to about one metre) are never parted. The same rule runs in the browser for few points:
static/js/map/clusters.js.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from places.geojson import BBox

TILE = 256  # pixels of the whole world at zoom 0
CELL = 64.0  # pixels of a grid cell
GAP = 0.8 * CELL  # clusters nearer than this are joined across a grid line
MIN_ZOOM, MAX_ZOOM = 0, 22
MAX_LATITUDE = 85.0511287798
SPOT = 1e5  # points that agree to five decimals share a spot
NEIGHBOURS = [step for step in product((-1, 0, 1), repeat=2) if step != (0, 0)]

Numbers = npt.NDArray[np.float64]
Cell = tuple[int, int]


@dataclass(frozen=True)
class Cluster:
    """Some points as one. `box` is None when all lie on one spot, so that no zoom parts them."""

    latitude: float
    longitude: float
    count: int
    members: tuple[int, ...]
    box: BBox | None


@dataclass
class _Heap:
    """What lies in one cell: members, weight, and the weighted sums of degrees and pixels."""

    members: npt.NDArray[np.intp]
    weight: int
    sums: Numbers

    @property
    def pixel(self) -> tuple[float, float]:
        return float(self.sums[2]) / self.weight, float(self.sums[3]) / self.weight


def clusters(
    latitudes: Sequence[float], longitudes: Sequence[float], counts: Sequence[int], zoom: float, limit: int
) -> list[Cluster]:
    """Return the clusters at a zoom from north to south; the grid is made coarser until there are at most `limit`.

    `counts` is what each point stands for; a point that stands for nothing is left out.
    """
    lat, lon = np.asarray(latitudes, dtype=float), np.asarray(longitudes, dtype=float)
    weights = np.asarray(counts, dtype=np.int64)
    order = np.lexsort((weights, lon, lat))
    order = order[weights[order] > 0]
    if not len(order):
        return []
    made = [_cluster(heap, lat, lon) for heap in _gathered(order, lat, lon, weights, zoom, limit)]
    return sorted(made, key=lambda one: (-one.latitude, one.longitude, one.members[0]))


def projected(latitudes: Numbers, longitudes: Numbers, zoom: float) -> tuple[Numbers, Numbers]:
    """Return world pixels, x eastwards and y southwards."""
    scale = TILE * 2**zoom
    sine = np.sin(np.radians(np.clip(latitudes, -MAX_LATITUDE, MAX_LATITUDE)))
    return scale * (longitudes / 360 + 0.5), scale * (0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi))


def _gathered(
    order: npt.NDArray[np.intp], lat: Numbers, lon: Numbers, weights: npt.NDArray[np.int64], zoom: float, limit: int
) -> list[_Heap]:
    """Return the heaps of a zoom: one a cell, neighbours across a grid line joined."""
    spots = np.round(lat[order] * SPOT) / SPOT, np.round(lon[order] * SPOT) / SPOT
    world = projected(*spots, 0)
    level, by_cell, edges = _level(world, zoom, limit)
    pixels = np.column_stack(world) * 2**level
    weighted = np.column_stack([lat[order], lon[order], pixels]) * weights[order, None]
    cells: dict[Cell, _Heap] = {}
    for part in np.split(by_cell, edges):
        column, row = np.floor(pixels[part[0]] / CELL)
        cells[int(column), int(row)] = _Heap(order[part], int(weights[order[part]].sum()), weighted[part].sum(axis=0))
    return _joined(cells)


def _level(
    world: tuple[Numbers, Numbers], zoom: float, limit: int
) -> tuple[float, npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the nearest zoom, from the one asked for outwards, whose cells are few enough.

    With it come the order of the points by cell, and where in it a cell ends and the next begins.
    """
    level = float(min(max(zoom, MIN_ZOOM), MAX_ZOOM))
    while True:
        columns, rows = (np.floor(axis * 2**level / CELL).astype(np.int64) for axis in world)
        by_cell = np.lexsort((rows, columns))
        edges = np.flatnonzero(np.diff(columns[by_cell]) | np.diff(rows[by_cell])) + 1
        if len(edges) < limit or level <= MIN_ZOOM:
            return level, by_cell, edges
        level = max(level - 0.5, MIN_ZOOM)


def _joined(cells: dict[Cell, _Heap]) -> list[_Heap]:
    """Let larger heaps take the smaller ones beside them that would be drawn over them."""
    pixels = {cell: heap.pixel for cell, heap in cells.items()}
    taken: set[Cell] = set()
    heaps = []
    for home in sorted(cells, key=lambda cell: (-cells[cell].weight, cell)):
        if home in taken:
            continue
        beside = [(home[0] + east, home[1] + south) for east, south in NEIGHBOURS]
        near = [cell for cell in beside if cell in cells and cell not in taken
                and math.dist(pixels[cell], pixels[home]) < GAP]  # fmt: skip
        taken.update([home, *near])
        group = [cells[cell] for cell in (home, *near)]
        heaps.append(
            _Heap(
                np.concatenate([heap.members for heap in group]),
                sum(heap.weight for heap in group),
                np.sum([heap.sums for heap in group], axis=0),
            )
        )
    return heaps


def _cluster(heap: _Heap, lat: Numbers, lon: Numbers) -> Cluster:
    members = np.sort(heap.members)
    south, north = float(lat[members].min()), float(lat[members].max())
    west, east = float(lon[members].min()), float(lon[members].max())
    together = not any(np.ptp(np.round(degrees[members] * SPOT)) for degrees in (lat, lon))
    return Cluster(
        latitude=min(max(float(heap.sums[0]) / heap.weight, south), north),
        longitude=min(max(float(heap.sums[1]) / heap.weight, west), east),
        count=heap.weight,
        members=tuple(int(index) for index in members),
        box=None if together else BBox(west, south, east, north),
    )


def inside(box: BBox | None, latitudes: Sequence[float], longitudes: Sequence[float]) -> npt.NDArray[np.bool_]:
    """Return which points lie in a box, its edges included; all of them without a box."""
    lat, lon = np.asarray(latitudes, dtype=float), np.asarray(longitudes, dtype=float)
    if box is None:
        return np.ones(len(lat), dtype=bool)
    across = np.zeros(len(lat), dtype=bool)
    for west, east in box.longitude_ranges:
        across |= (lon >= west) & (lon <= east)
    return across & (lat >= box.south) & (lat <= box.north)
