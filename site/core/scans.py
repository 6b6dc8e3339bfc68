"""Counting scans of printed codes: the one thing a GET writes (docs/adr/0015). It never costs the reader the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import Error as DjangoDatabaseError
from django.db import connection
from django.http import HttpRequest

from core import clock, tallies
from core.models.scans import ScanCount

log = logging.getLogger(__name__)
# How browsers say that they only fetch ahead: Sec-Purpose (Fetch standard), and what came before it.
PURPOSE_HEADERS = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
AHEAD = ("prefetch", "prerender", "preview")
PATIENCE_MS = 200  # how long a scan waits for another writer of SQLite


def is_scan(request: HttpRequest) -> bool:
    """Tell whether a reader followed the code: no HEAD, nothing fetched ahead, nobody who is logged in and checks."""
    purposes = " ".join(request.headers.get(name, "") for name in PURPOSE_HEADERS).lower()
    return (
        request.method == "GET" and not any(word in purposes for word in AHEAD) and not request.user.is_authenticated
    )


def count(request: HttpRequest, code: str) -> None:
    """Count a scan of a known code today; what goes wrong is logged and nothing else."""
    try:
        if is_scan(request):
            with _impatient():
                add_one(code, clock.today())
    except DjangoDatabaseError:
        log.warning("A scan of %s was not counted.", code, exc_info=True)


def add_one(code: str, day: date) -> None:
    """Add one to the day's count."""
    tallies.add_one(ScanCount, "count", code_id=code, day=day)


@contextmanager
def _impatient() -> Iterator[None]:
    """Don't let a reader wait while an import holds SQLite's only lock; PostgreSQL locks rows."""
    if connection.vendor != "sqlite":
        yield
        return
    usual = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
    _set_patience(PATIENCE_MS)
    try:
        yield
    finally:
        _set_patience(usual)


def _set_patience(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
