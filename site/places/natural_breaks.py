"""Classes of a thematic map: natural breaks, so that like figures share a colour. Pure: no Django.

Source: W. D. Fisher, “On Grouping for Maximum Homogeneity”, 1958 (the optimum that Jenks's method looks for).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 5


@dataclass(frozen=True)
class Range:
    """A class: its lowest and its highest figure, both of which occur."""

    low: float
    high: float


def natural_breaks(figures: Iterable[float], most: int = MOST) -> list[Range]:
    """Return at most `most` classes of the figures, lowest first, with the least variance inside them.

    A figure that occurs often weighs as often. Nothing gives no class.
    """
    values = sorted(figures)
    starts = _starts(values, min(most, len(set(values))))
    ends = [*(start - 1 for start in starts[1:]), len(values) - 1]
    return [Range(values[start], values[end]) for start, end in zip(starts, ends, strict=True)] if values else []


def class_of(figure: float, ranges: list[Range]) -> int:
    """Return the number of the class that holds a figure, from 0."""
    return bisect_left([part.high for part in ranges], figure)


def _starts(values: list[float], count: int) -> list[int]:
    """Return where each of `count` runs of sorted values starts; equal values stay together."""
    sums, squares = [0.0], [0.0]
    for value in values:
        sums.append(sums[-1] + value)
        squares.append(squares[-1] + value * value)

    def spread(start: int, end: int) -> float:
        total = sums[end] - sums[start]
        return squares[end] - squares[start] - total * total / (end - start)

    borders = [at for at in range(len(values)) if at == 0 or values[at] != values[at - 1]]
    best: dict[int, tuple[float, list[int]]] = {len(values): (0.0, [])}
    for _ in range(count):
        best = {
            start: min(
                (spread(start, end) + cost, [start, *later]) for end, (cost, later) in best.items() if end > start
            )
            for start in borders
            if any(end > start for end in best)
        }
    return best[0][1] if 0 in best else []
