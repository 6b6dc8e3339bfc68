"""The layers of the map: what can be shown on it. Apps register theirs, so that the map knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from core import sections
from core.models import Record


@dataclass(frozen=True)
class MapLayer:
    """A section of the site on the map.

    `listing` is the context of its list under the filters of a request; `points` gives the points of one record to the
    small map of its page.
    """

    section: str
    name: str | Promise
    position: int
    listing: Callable[[HttpRequest, Any], dict[str, Any]]
    model: type[Record] | None = None
    points: Callable[[Any], list[dict[str, Any]]] | None = None

    def feed_url(self, language: str) -> str:
        """Return the address of the layer's feed."""
        return f"{sections.url('map', language)}{self.section}.geojson"


_layers: dict[str, MapLayer] = {}


def register(layer: MapLayer) -> None:
    """Add a layer; twice is an error."""
    if layer.section in _layers:
        raise ValueError(f"{layer.section} is on the map already.")
    _layers[layer.section] = layer


def layers() -> list[MapLayer]:
    """Return every layer in the order of the map."""
    return sorted(_layers.values(), key=lambda layer: (layer.position, layer.section))


def find(section: str) -> MapLayer | None:
    """Return the layer of a section; None when it isn't on the map."""
    return _layers.get(section)


def chosen(section: str | None) -> MapLayer:
    """Return the layer that an address names; the first for nothing and for nonsense."""
    return _layers.get(section or "", layers()[0])


def choices(current: MapLayer) -> list[dict[str, Any]]:
    """Return the layers as the map offers them. The first has an empty value, which stays out of addresses."""
    first = layers()[0]
    return [
        {
            "value": "" if layer is first else layer.section,
            "section": layer.section,
            "name": layer.name,
            "current": layer is current,
        }
        for layer in layers()
    ]
