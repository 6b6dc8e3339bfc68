"""One run on the database of `DATABASE_URL`: one table, then every budget that it breaks.

Arguments are the parts to measure: `pages`, `feeds`, `search`, `cache`; all of them without arguments.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from docs.tools.bench import addresses, measuring
from docs.tools.bench.figures import HEAD, Figure, broken, line

PARTS = ("pages", "feeds", "search", "cache")
QUERIES = Path(__file__).resolve().parent / "queries.txt"
LANGUAGE = "vi"
KEPT = ("/vi/", "/vi/products/", "/vi/products/?group=food&stars=4", "/vi/map/centres.geojson")


def set_up() -> None:
    """Set Django up as in production as far as speed goes: no debugging, but nothing kept."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False
    settings.PAGE_CACHE = "off"
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns without it
    settings.CACHES["default"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    from config.settling import settle

    settle()  # as every web process does


def figures(parts: tuple[str, ...]) -> Iterator[Figure]:
    """Measure the parts, one after the other."""
    if "pages" in parts:
        yield from (measuring.page(group, path) for group, path in addresses.pages(LANGUAGE))
    if "feeds" in parts:
        yield from measuring.worst_product_feed(addresses.product_feeds(LANGUAGE))
    if "search" in parts:
        yield from measuring.searches(QUERIES.read_text(encoding="utf-8").splitlines(), LANGUAGE)
    if "cache" in parts:
        yield from kept()


def kept() -> list[Figure]:
    """Measure the page cache, switched on for that."""
    from django.conf import settings
    from django.urls import clear_url_caches
    from docs.tools.bench import rates

    settings.PAGE_CACHE, before = "local", settings.ROOT_URLCONF
    settings.ROOT_URLCONF = "docs.tools.bench.rates"
    clear_url_caches()
    try:
        return rates.from_the_cache(list(KEPT))
    finally:
        settings.PAGE_CACHE, settings.ROOT_URLCONF = "off", before
        clear_url_caches()


def main() -> int:
    """Print the table and what is over budget; return 1 when anything is."""
    set_up()
    from django.db import connection

    parts = tuple(part for part in PARTS if part in sys.argv[1:]) or PARTS
    clock = "processor time" if connection.vendor == "sqlite" else "wall clock"
    print(f"\n{connection.vendor}, {clock}, medians of {measuring.TIMES}\n\n{HEAD}", flush=True)
    found = []
    for figure in figures(parts):
        print(line(figure), flush=True)
        found.append(figure)
    over = broken(found)
    print("\n" + "\n".join(["Over budget:", *over] if over else ["Every budget holds."]))
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())
