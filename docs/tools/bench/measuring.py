"""Asking pages and timing them, in this process, without a cache. Django is set up before this is called.

SQLite works in our own process, so its processor time is what a quiet machine takes, whatever else runs on this one.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from docs.tools.bench.figures import Figure

TIMES = 15
SUGGESTIONS = "/{language}/search/suggestions/?q={query}"
RESULTS = "/{language}/search/?q={query}"


def now() -> float:
    """Return the seconds of a clock: the processor's on SQLite, else the wall's."""
    from django.db import connection

    return time.process_time() if connection.vendor == "sqlite" else time.perf_counter()


def client() -> Any:
    """Return a reader without a session; an error is an answer of 500."""
    from django.test import Client

    return Client(HTTP_HOST="localhost", raise_request_exception=False)


def page(group: str, path: str) -> Figure:
    """Measure an address: once to warm up and count queries, then `TIMES` times."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    reader = client()
    reader.get(path)
    with CaptureQueriesContext(connection) as queries:
        response = reader.get(path)
    count, body = len(queries), content(response)
    times = [timed(reader, path) for _ in range(TIMES)] if response.status_code == 200 else []
    size = len(gzip.compress(body, compresslevel=6, mtime=0))
    return Figure(group, path, times, count, size, response.status_code, more(group, path, response, body))


def more(group: str, path: str, response: Any, body: bytes) -> dict[str, float]:
    """Return what only some answers have: the number of features; for the feed of centres, the status of a repeat."""
    found: dict[str, float] = {}
    if ".geojson" in path and response.status_code == 200:
        found["features"] = len(json.loads(body)["features"])
    if group == "centres feed" and response.status_code == 200:
        again = client().get(path, HTTP_IF_NONE_MATCH=response.headers.get("ETag", ""))
        found["repeat"] = again.status_code
    return found


def worst_product_feed(paths: Iterable[str]) -> list[Figure]:
    """Measure the feed of product origins everywhere; return the heaviest answer of each zoom."""
    heaviest: dict[str, Figure] = {}
    for path in paths:
        reader = client()
        started = now()
        response = reader.get(path)
        duration, body = (now() - started) * 1000, content(response)
        size = len(gzip.compress(body, compresslevel=6, mtime=0))
        features = more("", path, response, body)
        figure = Figure("product feed", path, [duration], None, size, response.status_code, features)
        zoom = path.rsplit("=", 1)[1]
        if zoom not in heaviest or (figure.status, size) > (heaviest[zoom].status, heaviest[zoom].size or 0):
            heaviest[zoom] = figure
    return list(heaviest.values())


def searches(queries: list[str], language: str) -> Iterator[Figure]:
    """Measure every query once, after the first ones have warmed up: the library, the page, the suggestions."""
    from urllib.parse import quote

    from core.search import ranked
    from products.models import Product

    for query in queries[:5]:
        list(ranked(Product.objects.live(), query)[:24])
    times = []
    for query in queries:
        started = now()
        list(ranked(Product.objects.live(), query)[:24])
        times.append((now() - started) * 1000)
    yield Figure("other", f"core.search, products: {len(queries)} queries", times)
    for group, pattern in (("search", RESULTS), ("suggestions", SUGGESTIONS)):
        reader = client()
        paths = [pattern.format(language=language, query=quote(query)) for query in queries]
        statuses = [reader.get(path).status_code for path in paths[:5]]
        times = [timed(reader, path) for path in paths] if set(statuses) == {200} else []
        yield Figure(group, f"{pattern.split('?')[0]} {len(queries)} queries", times, status=max(statuses))


def timed(reader: Any, path: str) -> float:
    """Return the milliseconds of one request."""
    started = now()
    reader.get(path)
    return (now() - started) * 1000


def content(response: Any) -> bytes:
    """Return the body, also of a streamed answer."""
    return b"".join(response.streaming_content) if response.streaming else response.content
