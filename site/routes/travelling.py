"""Travel times of a journey: from the routing server of the settings, or the estimate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

from routes.travel.answers import DIALECTS
from routes.travel.estimate import Mode, Point, Table, estimated_table
from routes.travel.server import Router, Way


@dataclass(frozen=True)
class Travels:
    """The legs between points. `fell_back`: a server was asked, and nothing usable came."""

    table: Table
    fell_back: bool = False


class Roads:
    """What tells the ways of one journey; its patience is for all questions together."""

    def __init__(self, mode: Mode) -> None:
        self.mode = mode
        url, kind = settings.ROUTING_URL, settings.ROUTING_KIND
        knows = bool(url) and kind in DIALECTS and mode in DIALECTS[kind].profiles
        self._router = Router(url, kind, cache) if knows else None

    def travels(self, points: Sequence[Point]) -> Travels:
        """Return the legs between all points."""
        if self._router is None:
            return Travels(estimated_table(points, self.mode))
        table = self._router.table(points, self.mode)
        legs = [leg for a, row in enumerate(table) for b, leg in enumerate(row) if points[a] != points[b]]
        return Travels(table, bool(legs) and all(leg.estimated for leg in legs))

    def way(self, points: Sequence[Point]) -> Way | None:
        """Return the way through the points in order, with its legs; None when there is no server to ask."""
        return self._router.way(points, self.mode) if self._router and len(points) > 1 else None

    def line(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """Return the way as a server draws it; empty when nobody does."""
        if self._router is None or len(points) < 2:
            return ()
        way = self._router.way(points, self.mode)
        return way.line if way.drawn else ()
