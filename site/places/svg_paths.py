"""Lines and areas as the short `d` of an SVG path: relative steps with one decimal. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely


def rings(areas: Iterable[shapely.Polygon]) -> list[str]:
    """Return the outer ring of each polygon."""
    return [ring(area.exterior) for area in areas]


def ring(closed: shapely.LinearRing) -> str:
    """Return one closed line."""
    return f"{steps(closed.coords[:-1])}z"


def steps(coordinates: Iterable[Sequence[float]]) -> str:
    """Return the line as relative steps with one decimal; rounding errors don't add up."""
    tenths = [(round(x * 10), round(y * 10)) for x, y, *_ in coordinates]
    (x, y), walked = tenths[0], []
    for next_x, next_y in tenths[1:]:
        if (next_x, next_y) != (x, y):
            walked.append(f"{decimal((next_x - x) / 10)} {decimal((next_y - y) / 10)}")
            x, y = next_x, next_y
    return f"M{decimal(tenths[0][0] / 10)} {decimal(tenths[0][1] / 10)}l{' '.join(walked)}".replace(" -", "-")


def decimal(value: float) -> str:
    """Return one decimal, without what SVG can do without."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text
