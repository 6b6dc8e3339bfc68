"""GeoJSON of thousands of places, gathered by zoom and box into an answer of bounded size."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from places import geojson
from places.clustering import Cluster, clusters, inside
from places.geojson import BBox, Point
from places.models import Province

LIMIT = 300  # features of an answer
NAMED = 8  # places named at one spot
STEP = 10**geojson.DECIMALS


@dataclass(frozen=True)
class Spot:
    """A place on the map and what it stands for: `count` villages, or products made there (`first` of them)."""

    kind: str
    pk: int
    latitude: float
    longitude: float
    province_id: int | None = None
    count: int = 1
    first: int | None = None

    @property
    def key(self) -> str:
        """Return the spot's identifier in the feed."""
        return f"{self.kind}-{self.pk}"


Describe = Callable[[list[Spot]], dict[str, dict[str, Any]]]
"""Says name, address and kind of some spots, by their keys, in a fixed number of queries."""


def collection(spots: Sequence[Spot], box: BBox | None, zoom: float, describe: Describe) -> dict[str, Any]:
    """Return the FeatureCollection of the spots in a box.

    Foreign members (§6.1): `count` in the box and `total` on the whole map; features' counts add up to `count`.
    """
    kept = inside(box, [spot.latitude for spot in spots], [spot.longitude for spot in spots])
    here = [spot for spot, fits in zip(spots, kept, strict=True) if fits]
    gathered = clusters(
        [spot.latitude for spot in here], [spot.longitude for spot in here], [spot.count for spot in here], zoom, LIMIT
    )
    groups = [(cluster, [here[index] for index in cluster.members]) for cluster in gathered]
    named = describe([spot for cluster, members in groups if cluster.box is None for spot in members[:NAMED]])
    provinces = _province_names({_main_province(members) for cluster, members in groups if cluster.box})
    features = [_feature(cluster, members, named, provinces) for cluster, members in groups]
    return {
        **geojson.feature_collection(features, extent([(spot.latitude, spot.longitude) for spot in here])),
        "count": sum(spot.count for spot in here),
        "total": sum(spot.count for spot in spots),
    }


def _feature(
    cluster: Cluster, members: list[Spot], named: dict[str, dict[str, Any]], provinces: dict[int | None, Any]
) -> dict[str, Any]:
    heaviest = max(members, key=lambda spot: (spot.count, -spot.pk, spot.kind))
    point = geojson.point(cluster.latitude, cluster.longitude)
    if cluster.box is None:
        places = [named[spot.key] for spot in members[:NAMED]]
        properties = places[0] if len(places) == 1 else _together(cluster, places, len(members))
        return geojson.feature(point, properties, heaviest.key)
    place, language = provinces.get(_main_province(members), ("", ""))
    properties = {
        "kind": "cluster", "count": cluster.count, "places": len(members), "place": place, "place_lang": language,
    }  # fmt: skip
    return {**geojson.feature(point, properties, heaviest.key), "bbox": rounded(cluster.box).as_list()}


def _together(cluster: Cluster, places: list[dict[str, Any]], number: int) -> dict[str, Any]:
    """Return what is said of several places on one spot, which no zoom parts."""
    return {
        "kind": "together", "count": cluster.count, "places": number, "place": places[0]["place"], "members": places,
    }  # fmt: skip


def _main_province(members: list[Spot]) -> int | None:
    """Return the province of most of what a cluster stands for; the lower key of two alike."""
    weights: Counter[int] = Counter()
    for spot in members:
        if spot.province_id is not None:
            weights[spot.province_id] += spot.count
    return min(weights, key=lambda pk: (-weights[pk], pk), default=None)


def _province_names(keys: set[int | None]) -> dict[int | None, tuple[str, str]]:
    provinces = Province.objects.live().filter(pk__in=keys - {None}).only("name", "country_code")
    return {province.pk: province.name_in() for province in provinces} if keys - {None} else {}


def extent(points: Sequence[Point]) -> BBox | None:
    """Return the box around some points, in the feed's decimals."""
    if not points:
        return None
    lat, lon = zip(*points, strict=True)
    return rounded(BBox(min(lon), min(lat), max(lon), max(lat)))


def rounded(box: BBox) -> BBox:
    """Return the box in the feed's decimals, never smaller."""
    west, south = (math.floor(value * STEP) / STEP for value in (box.west, box.south))
    east, north = (math.ceil(value * STEP) / STEP for value in (box.east, box.north))
    return BBox(west, south, east, north)
