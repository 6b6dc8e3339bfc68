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
IN_HEADER = ("villages", "crafts", "products", "centres", "routes", "stories", "map")


def name(slug: str) -> str:
    """Return the section's name in the active language."""
    return str(SECTIONS.get(slug, slug))


def url(slug: str, language: str) -> str:
    """Return the section's path."""
    return f"/{language}/{slug}/"


def home_crumb(language: str) -> tuple[str, str, str]:
    """Return title, address and language of the first breadcrumb."""
    return (str(_("Home")), f"/{language}/", language)


def crumb(slug: str, language: str) -> tuple[str, str, str]:
    """Return title, address and language of a section's breadcrumb."""
    return (name(slug), url(slug, language), language)
