"""Columns that several files share."""

from __future__ import annotations

from typing import Any

from core.fields import mask_of
from demo.reading import Row, quoted
from places import outlines

CONFIDENCES = ("high", "medium", "low")
NAME_LIMIT = 200
MONTHS = {str(number): number for number in range(1, 13)}


def confidence(row: Row, column: str = "confidence") -> str:
    """Return the confidence when it is one of ours, else none stated."""
    value = row.text(column)
    return value if value in CONFIDENCES else ""


def sourced(row: Row) -> dict[str, Any]:
    """Return source and confidence."""
    return {"source": row.text("source"), "confidence": confidence(row)}


def point(row: Row, country: str, code: str, warnings: list[str]) -> dict[str, Any]:
    """Return the point, with a warning when it lies outside the province; no point means unknown."""
    latitude, longitude = row.degrees("latitude", 90), row.degrees("longitude", 180)
    for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if not row.text(column) and row.text(other):
            row.problem(column, f"is missing though {other} is given")
    if latitude is not None and longitude is not None:
        _check_province(row, country, code, latitude, longitude, warnings)
    return {"latitude": latitude, "longitude": longitude, "geo_source": row.text("geo_source", limit=200)}


def _check_province(row: Row, country: str, code: str, latitude: float, longitude: float, warnings: list[str]) -> None:
    outlined = outlines.bundled().keys()
    if (country, code) not in outlined or outlines.contains(country, code, latitude, longitude):
        return
    metres = outlines.distance_to_outline(country, code, latitude, longitude)
    warnings.append(
        f"{row.path}, line {row.line}: {row.text('slug')} lies {metres / 1000:.1f} km outside the outline of "
        f"{row.text('province')}"
    )


def months(row: Row, column: str) -> int:
    """Return the mask of month numbers written as `11,12,1`."""
    parts = [part.strip() for part in row.text(column).split(",") if part.strip()]
    for part in parts:
        if part not in MONTHS:
            row.problem(column, f"{quoted(part)} is not a month (1 to 12)")
    return mask_of(MONTHS[part] for part in parts if part in MONTHS)
