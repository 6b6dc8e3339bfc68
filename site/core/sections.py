"""The sections of the site: their slugs are a contract, their names are interface words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECTIONS: dict[str, str | Promise] = {
    "villages": _("Villages"),
    "crafts": _("Crafts"),
    "products": _("Products"),
    "centres": _("Centres"),
    "routes": _("Routes"),
    "stories": _("Stories"),
    "map": _("Map"),
    "producers": _("Producers"),
    "events": _("Events"),
}
PLAIN_PAGES: dict[str, str | Promise] = {
    "about": _("About Đường Làng"),
    "stars": _("What the stars mean"),
    "sources": _("Data, sources and licences"),
    "accessibility": _("Accessibility"),
}
IN_HEADER = ("villages", "crafts", "products", "centres", "routes", "stories", "map")


def name(slug: str) -> str:
    """Return the section's name in the active language."""
    return str(SECTIONS.get(slug, slug))


def plain_page_name(slug: str) -> str:
    """Return the name of one of the plain pages every site starts with."""
    return str(PLAIN_PAGES[slug])


def url(slug: str, language: str) -> str:
    """Return the section's path."""
    return f"/{language}/{slug}/"


def home_crumb(language: str) -> dict[str, str]:
    """Return the first breadcrumb."""
    return {"title": str(_("Home")), "url": f"/{language}/", "lang": ""}


def crumb(slug: str, language: str) -> dict[str, str]:
    """Return a section's breadcrumb."""
    return {"title": name(slug), "url": url(slug, language), "lang": ""}
