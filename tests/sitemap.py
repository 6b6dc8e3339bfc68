"""Reading the whole sitemap in tests."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client) -> list[str]:
    """Return every address in the sitemap, through its index."""
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found: list[str] = []
    for location in index.iter(f"{NAMESPACE}loc"):
        parts = urlsplit(location.text or "")
        part = ElementTree.fromstring(client.get(f"{parts.path}?{parts.query}").content)
        found += [element.text or "" for element in part.iter(f"{NAMESPACE}loc")]
    return found
