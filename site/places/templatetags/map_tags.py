"""The still map of a page. It doesn't touch the database."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import languages
from places.still_map import Mark, still_map

register = template.Library()


@register.simple_tag(name="still_map")
def still_map_tag(points: list[dict[str, Any]]) -> SafeString:
    """Draw the points that a page gives to its map; nothing without one."""
    marks = [Mark(point["lat"], point["lon"], point["name"], point.get("number")) for point in points]
    return SafeString(still_map(marks, _label(points), languages.active()) if marks else "")


def _label(points: list[dict[str, Any]]) -> str:
    """Say what a map shows."""
    if len(points) > 1:
        names = ", ".join(point["name"] for point in points)
        return ngettext("Map of %(n)s stop: %(names)s", "Map of %(n)s stops: %(names)s", len(points)) % {
            "n": len(points),
            "names": names,
        }
    words = {"name": points[0]["name"], "place": points[0].get("place", "")}
    return (_("Map: %(name)s in %(place)s") if words["place"] else _("Map: %(name)s")) % words
