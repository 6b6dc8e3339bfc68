"""What every template may ask for without a query."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core import addresses, languages, sections


def layout(request: HttpRequest) -> dict[str, Any]:
    """Return navigation, language switcher and map settings; nothing for the admin, whose names these would hide."""
    if request.path.startswith("/admin/"):
        return {}
    language = languages.active()
    section = request.path.split("/")[2] if request.path.count("/") > 2 else ""
    return {
        "language": language,
        "home_url": f"/{language}/",
        "search_url": f"/{language}/search/",
        "navigation": [_link(slug, language, section) for slug in sections.IN_HEADER],
        "footer_navigation": [_link(slug, language, section) for slug in sections.SECTIONS],
        "footer_pages": [
            {"title": sections.plain_page_name(slug), "url": sections.url(slug, language)}
            for slug in sections.PLAIN_PAGES
        ],
        "switcher": addresses.switcher(request),
        "map_settings": {
            "tiles_url": settings.MAP_TILES_URL,
            "tiles_attribution": settings.MAP_TILES_ATTRIBUTION,
            "streets": settings.MAP_STREETS,
            "sea_label": settings.MAP_SEA_LABELS.get(language, settings.MAP_SEA_LABELS["en"]),
        },
    }


def _link(slug: str, language: str, section: str) -> dict[str, Any]:
    """Return one entry of a navigation list."""
    return {"title": sections.name(slug), "url": sections.url(slug, language), "current": slug == section}
