"""The still map of a page. It doesn't touch the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import languages
from places import map_layers
from places.geojson import Point
from places.map_sharing import Share, share_of
from places.still_map import Mark, still_map

register = template.Library()


@register.simple_tag(name="still_map")
def still_map_tag(points: list[dict[str, Any]], line: Sequence[Point] = ()) -> SafeString:
    """Draw the points that a page gives to its map, and the line it may have; nothing without a point."""
    marks = [Mark(point["lat"], point["lon"], point["name"], point.get("number")) for point in points]
    return SafeString(still_map(marks, _label(points), languages.active(), line) if marks else "")


@register.simple_tag(takes_context=True)
def record_map_share(context: template.Context, record: Any) -> Share | None:
    """Return what passes on the small map of a record's page; None for a record that has none for other sites."""
    layer = map_layers.find(getattr(record, "section", ""))
    request = getattr(context, "request", None) or context.get("request")
    if layer is None or layer.points is None or request is None:
        return None
    parts = [("layer", record.section), ("slug", record.slug)]
    return share_of(request, record.url, record.shown_name, parts, fragment="#map-title")


def _label(points: list[dict[str, Any]]) -> str:
    """Say what a map shows; of a journey its stops, not where it starts and ends."""
    points = [point for point in points if point.get("number") is not None] or points
    if len(points) > 1:
        names = ", ".join(point["name"] for point in points)
        return ngettext("Map of %(n)s stop: %(names)s", "Map of %(n)s stops: %(names)s", len(points)) % {
            "n": len(points),
            "names": names,
        }
    words = {"name": points[0]["name"], "place": points[0].get("place", "")}
    return (_("Map: %(name)s in %(place)s") if words["place"] else _("Map: %(name)s")) % words
