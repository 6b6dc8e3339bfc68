"""Server time and queries of the main pages: `make bench`, on whatever the database of `make run` holds.

Every page is asked for ten times without a cache, debugging off, in this process; the median and the slowest count.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "site"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
TIMES = 10
PATHS = (
    "/{language}/",
    "/{language}/products/",
    "/{language}/products/?q=gom&sort=name",
    "/{language}/villages/",
    "/{language}/crafts/",
    "/{language}/centres/",
    "/{language}/routes/",
    "/{language}/stories/",
    "/{language}/map/",
    "/{language}/map/centres.geojson",
    "/{language}/search/?q=bat+trang",
    "/api/v2/products/",
    "/sitemap.xml",
)


def paths(language: str) -> list[str]:
    """Return the addresses to measure: the fixed ones and the first record of every type."""
    from core.registry import models_by_section

    found = [path.format(language=language) for path in PATHS]
    for section, model in models_by_section().items():
        record = model._default_manager.filter(live=True).order_by("pk").first()
        if record is not None:
            found.append(f"/{language}/{section}/{record.slug}/")
    return found


def measure(path: str) -> tuple[int, int, float, float]:
    """Return the status, the number of queries, the median and the longest time in milliseconds."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="localhost", raise_request_exception=False)
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    count = len(queries)
    durations = []
    for _ in range(TIMES):
        started = time.perf_counter()
        client.get(path)
        durations.append((time.perf_counter() - started) * 1000)
    return status, count, statistics.median(durations), max(durations)


def main() -> None:
    """Print one line a page; exit 1 when a page doesn't answer 200."""
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # WhiteNoise warns without it
    settings.CACHES["default"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    failed = False
    print(f"{'queries':>7} {'median ms':>9} {'max ms':>7}  address")
    for path in paths(settings.LANGUAGE_CODE):
        status, queries, median, longest = measure(path)
        failed = failed or status != 200
        print(f"{queries:>7} {median:>9.1f} {longest:>7.1f}  {path}{'' if status == 200 else f'  answered {status}'}")
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
