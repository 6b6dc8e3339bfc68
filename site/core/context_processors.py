"""What every template may ask for without a query."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core import addresses, languages, sections


def layout(request: HttpRequest) -> dict[str, Any]:
    """Return navigation, language switcher and map settings; no database is touched."""
    language = languages.active()
    section = request.path.split("/")[2] if request.path.count("/") > 2 else ""
    return {
        "language": language,
        "navigation": [
            {"slug": slug, "name": sections.name(slug), "url": sections.url(slug, language), "here": slug == section}
            for slug in sections.IN_HEADER
        ],
        "switcher": addresses.switcher(request),
        "map_tiles_url": settings.MAP_TILES_URL,
        "map_tiles_attribution": settings.MAP_TILES_ATTRIBUTION,
        "map_streets": settings.MAP_STREETS,
        "map_sea_label": settings.MAP_SEA_LABELS.get(language, settings.MAP_SEA_LABELS["en"]),
    }
