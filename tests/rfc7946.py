"""A strict reading of RFC 7946: what is wrong with a GeoJSON document."""

from __future__ import annotations

from typing import Any

DEPTHS = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
MAX_DECIMALS = 6  # §11.2 advises against more


def problems(document: Any, where: str = "$") -> list[str]:
    """Return every breach of the standard in a GeoJSON object, with its place."""
    if not isinstance(document, dict):
        return [f"{where}: not an object"]
    kind = document.get("type")
    found = [f"{where}: crs is no longer a member (§4)"] if "crs" in document else []
    found += _bbox(document["bbox"], where) if "bbox" in document else []
    if kind == "FeatureCollection":
        return found + _collection(document, where)
    if kind == "Feature":
        return found + _feature(document, where)
    return found + _geometry(document, where)


def _collection(document: dict[str, Any], where: str) -> list[str]:
    """§3.3 and §7.1: an array of features, and no members of other types."""
    found = [
        f"{where}: {name} belongs to another type (§7.1)"
        for name in ("coordinates", "geometries", "geometry", "properties")
        if name in document
    ]
    features = document.get("features")
    if not isinstance(features, list):
        return [*found, f"{where}: features is not an array"]
    for number, feature in enumerate(features):
        place = f"{where}.features[{number}]"
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            found.append(f"{place}: not a Feature")
        else:
            found += problems(feature, place)
    ids = [feature["id"] for feature in features if isinstance(feature, dict) and "id" in feature]
    return found + ([f"{where}: an id occurs twice"] if len(ids) != len(set(ids)) else [])


def _feature(document: dict[str, Any], where: str) -> list[str]:
    """§3.2: geometry (an object or null), properties (an object or null), id (a string or a number)."""
    found = []
    if "geometry" not in document or "properties" not in document:
        found.append(f"{where}: geometry and properties must be there")
    if not isinstance(document.get("properties"), dict | None):
        found.append(f"{where}: properties is neither an object nor null")
    identifier = document.get("id", "")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int | float):
        found.append(f"{where}: id is neither a string nor a number")
    found += [
        f"{where}: {name} belongs to another type (§7.1)"
        for name in ("coordinates", "geometries", "features")
        if name in document
    ]
    geometry = document.get("geometry")
    return found + (problems(geometry, f"{where}.geometry") if geometry is not None else [])


def _geometry(document: dict[str, Any], where: str) -> list[str]:
    """§3.1: a known type and coordinates of its depth."""
    if document.get("type") == "GeometryCollection":
        return [problem for part in document.get("geometries", [None]) for problem in problems(part, where)]
    depth = DEPTHS.get(document.get("type", ""))
    if depth is None:
        return [f"{where}: unknown type {document.get('type')!r}"]
    return _coordinates(document.get("coordinates"), depth, f"{where}.coordinates")


def _coordinates(value: Any, depth: int, where: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{where}: not an array"]
    if depth:
        return [problem for part in value for problem in _coordinates(part, depth - 1, where)]
    if not 2 <= len(value) <= 3 or any(isinstance(part, bool) or not isinstance(part, int | float) for part in value):
        return [f"{where}: a position is two or three numbers (§3.1.1)"]
    found = []
    if not -180 <= value[0] <= 180 or not -90 <= value[1] <= 90:
        found.append(f"{where}: {value} is not longitude, latitude in degrees (§4)")
    if any(len(repr(part).partition(".")[2]) > MAX_DECIMALS for part in value):
        found.append(f"{where}: more than {MAX_DECIMALS} decimals (§11.2)")
    return found


def _bbox(value: Any, where: str) -> list[str]:
    good = isinstance(value, list) and len(value) in (4, 6) and all(isinstance(part, int | float) for part in value)
    return [] if good else [f"{where}: bbox is not four or six numbers (§5)"]
