"""The addresses that are measured, by the budget they stand under. Django is set up before this is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SECTIONS = ("products", "villages", "centres", "routes", "stories", "crafts", "producers", "events")
LISTS = ("products/", "products/?page=300", "products/?sort=name", *(f"{section}/" for section in SECTIONS[1:]))
FILTERED = (
    "products/?q=gom",
    "products/?group=food&stars=4",
    "products/?region=red-river-delta&stars=3&sort=newest",
    "products/?province=ha-noi&province=bac-ninh&group=handicrafts",
    "products/?mark=gi&sort=stars",
    "products/?role=sold&story=yes",
    "products/?near=21.03,105.85",
    "villages/?region=mekong-delta",
    "villages/?experience=yes&accessible=yes",
    "villages/?near=10.04,105.79",
    "centres/?province=ha-noi&kind=sales_point",
    "centres/?open_on=2027-02-06",
    "centres/?open_on=2026-12-05T23:30",
    "centres/?near=16.05,108.2&kind=showroom",
    "routes/?days=1",
    "producers/?province=ha-noi",
)
OTHERS = (
    "map/", "map/villages.geojson", "map/routes.geojson", "map/provinces/", "map/provinces.csv",
)  # fmt: skip
ROOTED = ("/sitemap.xml", "/api/v2/products/", "/embed/map/")
VIETNAM = "102,8,110,24"
ZOOMS = range(4, 15)
# A large screen over Hà Nội, over the middle of the country and over the Mekong delta, at the zooms above.
VIEWS = ((21.03, 105.85), (16.05, 108.2), (10.04, 105.79))
SCREEN = (1280, 800)


def pages(language: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of budget and address."""
    yield "home", f"/{language}/"
    for path in LISTS:
        yield "list", f"/{language}/{path}"
    for path in FILTERED:
        yield "filtered", f"/{language}/{path}"
    for section in SECTIONS:
        for slug in details(section):
            yield "detail", f"/{language}/{section}/{slug}/"
    yield "centres feed", f"/{language}/map/centres.geojson"
    for path in OTHERS:
        yield "other", f"/{language}/{path}"
    for path in ROOTED:
        yield "other", path


def product_feeds(language: str) -> Iterator[str]:
    """Yield the feed of product origins over the whole country and over three screens, at every zoom."""
    for zoom in ZOOMS:
        for box in [VIETNAM, *(_box(lat, lon, zoom) for lat, lon in VIEWS)]:
            yield f"/{language}/map/products.geojson?bbox={box}&zoom={zoom}"


def _box(lat: float, lon: float, zoom: int) -> str:
    """Return about what a screen shows; a degree of latitude is drawn as long as one of longitude, or longer."""
    width, height = (pixels / 256 * 360 / 2**zoom for pixels in SCREEN)
    box = (max(-180.0, lon - width / 2), max(-85.0, lat - height / 2), min(180.0, lon + width / 2),
           min(85.0, lat + height / 2))  # fmt: skip
    return ",".join(f"{value:.3f}" for value in box)


def details(section: str) -> list[str]:
    """Return the fullest records of a section: one with a narrative, and one of the demonstration."""
    from core.registry import models_by_section

    model: Any = models_by_section().get(section)
    if model is None:
        return _stories()
    live = model._default_manager.filter(live=True)
    slugs = [live.exclude(slug__startswith="scale-").order_by("pk").values_list("slug", flat=True).first()]
    if hasattr(model, "narratives"):
        with_words = live.filter(slug__startswith="scale-", narratives__isnull=False)
        slugs.append(with_words.order_by("pk").values_list("slug", flat=True).first())
    return [slug for slug in slugs if slug]


def _stories() -> list[str]:
    from stories.models import StoryPage

    found = StoryPage.objects.live().filter(locale__language_code="vi").order_by("pk").values_list("slug", flat=True)
    return [*found[:1], *found.filter(slug__startswith="scale-")[:1]]
