"""Figures, their table, and which of them break a budget. Pure: no Django."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

KIBIBYTE = 1024
HEAD = f"{'budget':14} {'median ms':>9} {'p95 ms':>8} {'queries':>7} {'KiB':>7}  what"
# Budget: what a figure may be at most; `at least` where it says so.
MOST: dict[str, dict[str, float]] = {
    "list": {"queries": 13},
    "filtered": {"queries": 13, "median": 120},
    "home": {"queries": 20},
    "detail": {"queries": 20},
    "centres feed": {"kibibytes": 40, "repeat": 304},
    "product feed": {"kibibytes": 30, "features": 300},
    "search": {"median": 100, "p95": 250},
    "suggestions": {"median": 80},
    "other": {},
}
LEAST: dict[str, dict[str, float]] = {"from the cache": {"ratio": 0.8}, "centres feed": {"repeat": 304}}


@dataclass(frozen=True)
class Figure:
    """What was measured of one address or action; `group` names its budget, `more` holds what only some have."""

    group: str
    name: str
    times: Sequence[float]  # milliseconds
    queries: int | None = None
    size: int | None = None  # bytes as sent, compressed
    status: int = 200
    more: dict[str, float] = field(default_factory=dict)

    def values(self) -> dict[str, float]:
        """Return every value that a budget may speak of."""
        found = {"median": median(self.times), "p95": percentile(self.times, 95), **self.more}
        if self.queries is not None:
            found["queries"] = self.queries
        if self.size is not None:
            found["kibibytes"] = self.size / KIBIBYTE
        return found

    def broken(self) -> list[str]:
        """Say in words which budgets it breaks."""
        if self.status != 200:
            return [f"{self.name}: answered {self.status}"]
        values, most, least = self.values(), MOST.get(self.group, {}), LEAST.get(self.group, {})
        over = [(what, limit, "at most") for what, limit in most.items() if what in values and values[what] > limit]
        under = [(what, limit, "at least") for what, limit in least.items() if values.get(what, math.inf) < limit]
        return [
            f"{self.name}: {what} {values[what]:.4g}, {word} {limit:g} allowed" for what, limit, word in over + under
        ]


def median(times: Sequence[float]) -> float:
    """Return the median; 0 of nothing."""
    return statistics.median(times) if times else 0.0


def percentile(times: Sequence[float], share: float) -> float:
    """Return the smallest value that `share` per cent of them don't exceed (nearest rank); 0 of nothing."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as lines of text, those over budget marked."""
    return "\n".join([HEAD, *(line(figure) for figure in figures)])


def line(figure: Figure) -> str:
    """Return a figure as a line of the table."""
    values = figure.values()
    cells = [
        f"{figure.group:14}",
        f"{values['median']:9.1f}" if figure.times else " " * 9,
        f"{values['p95']:8.1f}" if figure.times else " " * 8,
        f"{figure.queries:7}" if figure.queries is not None else " " * 7,
        f"{values['kibibytes']:7.1f}" if figure.size is not None else " " * 7,
        " " + figure.name,
        "".join(f"  {what}: {value:.4g}" for what, value in figure.more.items()),
        "  <-- OVER BUDGET" if figure.broken() else "",
    ]
    return " ".join(cells[:6]) + "".join(cells[6:])


def broken(figures: Iterable[Figure]) -> list[str]:
    """Return every broken budget in words."""
    return [words for figure in figures for words in figure.broken()]
