"""The only source of “now” and “today”, so that every rule about dates can be tested at any date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_frozen: datetime | None = None


def now() -> datetime:
    """Return the present instant, aware."""
    return _frozen or timezone.now()


def today(zone: str | None = None) -> date:
    """Return the present date in `zone` (an IANA name; the deployment's own zone by default)."""
    return now().astimezone(ZoneInfo(zone or settings.TIME_ZONE)).date()


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Hold the clock at the aware instant `at`, in every thread: for tests."""
    global _frozen
    before, _frozen = _frozen, at
    try:
        yield
    finally:
        _frozen = before
