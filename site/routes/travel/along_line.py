"""How long a journey is along the line that somebody drew for it. Pure: no Django.

The rule (docs/adr/0025). The whole journey is as long as its line where that leads by all of its stops, in order; how
much of the journey another line is, nobody can say. Between two stops the part of the line counts that lies between
them, and only where both lie on it, in order:

- A stop lies on the line that comes within `REACH` of it. A line may come by several times; every time counts that is
  as near as the nearest one but for `AS_NEAR`.
- The stops follow one another along the line. Of all choices that keep their order the one counts with the most stops,
  of these the one nearest to them; a stop left over lies on the line nowhere.
- A part shorter than `SHORTEST` of the straight way between its stops is not the way between them.

Every other way stays an estimate. Times follow from the length at the usual speed: the line has its detours in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from routes.travel.estimate import GEOD, Point, straight_metres

REACH = 1_000  # metres
AS_NEAR = 50  # metres: the two directions of a road, and what a GPS receiver errs by
SHORTEST = 0.9
MOST_TIMES = 8  # that a line is taken to come by a stop
DEGREE = 111_195  # metres, roughly


class Passing(NamedTuple):
    """Where the line comes by a stop: metres from its start, and from the stop."""

    at: float
    away: float


class _Chain(NamedTuple):
    """The best choice that ends at a passing: how many stops, minus the sum of their distances, and who they are."""

    number: int
    nearness: float
    at: float
    stop: int
    before: _Chain | None = None


class DrawnLine:
    """A line of two points or more, (latitude, longitude) in degrees."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._latitudes, self._longitudes = np.array(points, dtype=float).T
        self._lengths = np.asarray(GEOD.line_lengths(self._longitudes, self._latitudes))[: len(points) - 1]
        self._starts = np.concatenate(([0.0], np.cumsum(self._lengths)))

    @property
    def metres(self) -> float:
        """The geodesic length."""
        return float(self._starts[-1])

    def away(self, stop: Point) -> float:
        """How far a stop lies from the line, in metres."""
        shares, far = self._nearest(stop)
        part = int(np.argmin(far))
        latitude, longitude = (
            float(side[part] + shares[part] * (side[part + 1] - side[part]))
            for side in (self._latitudes, self._longitudes)
        )
        return float(GEOD.inv(stop[1], stop[0], longitude, latitude)[2])

    def between(self, stops: Sequence[Point | None]) -> list[float | None]:
        """The metres along the line from each stop to the next; None where the line doesn't tell."""
        placed = self._placed(stops)
        return [
            _part(start, end, placed.get(index), placed.get(index + 1))
            for index, (start, end) in enumerate(pairwise(stops))
        ]

    def leads_by(self, stops: Sequence[Point | None]) -> bool:
        """Whether the line goes by all stops that have a point, in order."""
        located = [stop for stop in stops if stop is not None]
        if len(located) == 1:
            return bool(self.passings(located[0]))
        return None not in self.between(located)

    def passings(self, stop: Point) -> list[Passing]:
        """Where the line comes by a stop, in its order; none when it comes no nearer than `REACH`."""
        shares, far = self._nearest(stop)
        if far.min() > REACH:
            return []
        limit = min(REACH, far.min() + AS_NEAR)
        near = np.flatnonzero(far <= limit)
        leaves = (np.diff(near) > 1) | (np.hypot(*self._seen_from(stop))[near[1:]] > limit)
        times = np.split(near, np.flatnonzero(leaves) + 1)
        best = sorted((int(parts[np.argmin(far[parts])]) for parts in times), key=far.__getitem__)[:MOST_TIMES]
        return sorted(
            Passing(float(self._starts[part] + shares[part] * self._lengths[part]), float(far[part])) for part in best
        )

    def _nearest(self, stop: Point) -> tuple[Any, Any]:
        """Of every part of the line: at which share of it it comes nearest to a stop, and how near in metres."""
        north, east = self._seen_from(stop)
        to_north, to_east = np.diff(north), np.diff(east)
        square = to_north**2 + to_east**2
        shares = -(north[:-1] * to_north + east[:-1] * to_east) / np.where(square > 0, square, 1.0)
        shares = np.clip(shares, 0.0, 1.0)
        return shares, np.hypot(north[:-1] + shares * to_north, east[:-1] + shares * to_east)

    def _seen_from(self, stop: Point) -> tuple[Any, Any]:
        """How far north and east of a stop each point of the line lies, in metres."""
        north = (self._latitudes - stop[0]) * DEGREE
        east = (self._longitudes - stop[1]) * DEGREE * np.cos(np.radians(stop[0]))
        return north, east

    def _placed(self, stops: Sequence[Point | None]) -> dict[int, float]:
        """Where each stop lies on the line, by its index."""
        chains: list[_Chain] = []
        for index, stop in enumerate(stops):
            chains += [_chain(chains, index, passing) for passing in (self.passings(stop) if stop else ())]
        best = max(chains, key=lambda chain: chain[:2], default=None)
        return {chain.stop: chain.at for chain in _links(best)}


def _chain(chains: Sequence[_Chain], stop: int, passing: Passing) -> _Chain:
    """The best choice of earlier stops that this passing can follow."""
    earlier = (chain for chain in chains if chain.stop < stop and chain.at <= passing.at)
    before = max(earlier, key=lambda chain: chain[:2], default=None)
    if before is None:
        return _Chain(1, -passing.away, passing.at, stop)
    return _Chain(before.number + 1, before.nearness - passing.away, passing.at, stop, before)


def _links(chain: _Chain | None) -> Iterator[_Chain]:
    while chain is not None:
        yield chain
        chain = chain.before


def _part(start: Point | None, end: Point | None, leaves: float | None, arrives: float | None) -> float | None:
    if start is None or end is None or leaves is None or arrives is None:
        return None
    metres = arrives - leaves
    return metres if metres >= SHORTEST * straight_metres([start, end])[0][1] else None


def metres_along(line: Sequence[Point], stops: Sequence[Point | None]) -> int:
    """The length of a journey along its line in whole metres; 0 without a line, or where it leaves a stop out."""
    if len(line) < 2:
        return 0
    drawn = DrawnLine(line)
    return round(drawn.metres) if drawn.leads_by(stops) else 0
