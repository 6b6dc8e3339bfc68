"""Every public address pattern of the site, filled with what a test has created."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("vi", "en", "id")
LISTINGS = ("villages", "products", "centres", "routes", "stories", "crafts", "producers", "events", "map")
RECORDS = ("villages", "products", "centres", "routes", "crafts", "producers", "events")
ENDPOINTS = (*RECORDS, "provinces", "pages", "images")
FILTERS = (
    "q", "programme", "group", "craft", "stars", "region", "province", "village", "kind", "role", "mark", "experience",
    "story", "on_route",
    "accessible", "open_on", "near", "sort", "bbox", "zoom", "page", "type", "family", "country", "status",
    "days", "month", "route", "layer",
    "model", "what", "per", "p", "next", "lang", "limit", "offset", "order", "search", "fields", "id", "slug", "code",
    "locale", "child_of", "add", "edit", "do", "find", "codes", "paper", "mode", "d", "s",
)  # fmt: skip

PATTERNS = (
    "/",
    "/healthz",
    "/robots.txt",
    "/sitemap.xml",
    *(f"/sitemap-{section}.xml" for section in ("pages", "fixed", "stories", *RECORDS)),
    "/q/{code}",
    "/language/{language}/",
    "/{language}/",
    *(f"/{{language}}/{section}/" for section in LISTINGS),
    *(f"/{{language}}/{section}/{{{section}}}/" for section in RECORDS),
    "/{language}/stories/{stories}/",
    "/{language}/centres/{centres}/was-it-open/",
    "/{language}/centres/{centres}/ask/",
    "/{language}/events.ics",
    "/{language}/plan/",
    "/{language}/plan/booklet/",
    "/{language}/plan/plan.gpx",
    "/{language}/plan/stops.json",
    "/{language}/routes/{routes}/booklet/",
    *(f"/{{language}}/routes/{{routes}}/route.{kind}" for kind in ("gpx", "kml", "ics")),
    "/{language}/nothing/here/",
    *(f"/{{language}}/map/{section}.geojson" for section in ("centres", "villages", "routes", "products")),
    "/embed/map/",
    "/{language}/map/provinces/",
    "/{language}/map/provinces.csv",
    "/{language}/search/",
    "/{language}/search/suggestions/",
    "/social/{language}/villages.png",
    *(f"/social/{{language}}/{section}/{{{section}}}.png" for section in ("villages", "products", "stories")),
    *(f"/api/v2/{endpoint}/" for endpoint in ENDPOINTS),
    *(f"/api/v2/{endpoint}/find/" for endpoint in ENDPOINTS),
    *(f"/api/v2/{section}/{{{section}}}/" for section in (*RECORDS, "provinces")),
    "/api/v2/pages/{pages}/",
    "/api/nothing/",
)


def fill(pattern: str, names: Mapping[str, str], language: str = "en") -> str:
    """Return the address of a pattern; `names` gives a slug (or key) for every section, `code` a short code."""
    return pattern.format(language=language, **names)
