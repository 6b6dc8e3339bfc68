"""Plane geometry of the motifs: short numbers, polar points, path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, radians, sin

Point = tuple[float, float]


def short(number: float, places: int = 1) -> str:
    """Return a number for SVG, rounded and without idle zeros."""
    text = f"{number:.{places}f}".rstrip("0").rstrip(".") if places else f"{number:.0f}"
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def polar(radius: float, degrees: float) -> Point:
    """Return the point at a distance from the origin; 0° is up, clockwise."""
    return radius * sin(radians(degrees)), -radius * cos(radians(degrees))


def at(point: Point) -> str:
    """Return a point as path data."""
    x, y = short(point[0]), short(point[1])
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def joined(points: Iterable[Point]) -> str:
    """Return points as path data."""
    text = ""
    for point in points:
        shown = at(point)
        text += shown if not text or shown.startswith("-") else f" {shown}"
    return text


def polygon(points: Iterable[Point]) -> str:
    """Return a closed path along points."""
    return f"M{joined(points)}z"


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Return a curve through all points (Catmull-Rom as cubic Béziers)."""
    count = len(points)
    steps = count if closed else count - 1

    def point(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    data = f"M{at(points[0])}"
    for index in range(steps):
        before, start, end, after = (point(index + offset) for offset in (-1, 0, 1, 2))
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        data += f"C{joined((first, second, end))}"
    return data + ("z" if closed else "")


def star(count: int, outer: float, inner: float, first: float = 0) -> str:
    """Return a star of `count` points around the origin."""
    step = 180 / count
    return polygon(polar(inner if index % 2 else outer, first + step * index) for index in range(2 * count))


def rays(count: int, inner: float, outer: float, first: float = 0) -> str:
    """Return lines from one circle to another."""
    turns = [first + 360 / count * index for index in range(count)]
    return "".join(f"M{at(polar(inner, turn))}L{at(polar(outer, turn))}" for turn in turns)


def leaf(length: float, width: float, start: float = 0, belly: float = 0.45) -> str:
    """Return a pointed leaf that grows up from (0, -start)."""
    tip, middle, half = -start - length, -start - length * belly, width * 0.66
    return (
        f"M0 {short(-start)}C{joined(((half, -start - length * 0.1), (half, middle - length * 0.2), (0, tip)))}"
        f"C{joined(((-half, middle - length * 0.2), (-half, -start - length * 0.1), (0, -start)))}z"
    )


def bitmap(rows: Sequence[str], mark: str, cell: float = 1, tall: float | None = None) -> str:
    """Return the cells of a drawing in letters that hold a mark, runs joined; what a loom can do, row by row."""
    height = tall or cell
    data = ""
    for index, row in enumerate(rows):
        start = 0
        while start < len(row):
            if row[start] != mark:
                start += 1
                continue
            end = start
            while end < len(row) and row[end] == mark:
                end += 1
            run = short((end - start) * cell)
            data += f"M{at((start * cell, index * height))}h{run}v{short(height)}h-{run}z"
            start = end
    return data


def mirrored(rows: Sequence[str]) -> list[str]:
    """Return a drawing in letters completed to the right; the last column is the axis."""
    return [row + row[-2::-1] for row in rows]
