"""The only source of “now” and “today”, so that every rule about dates can be tested at any date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from core import freshness

_frozen: datetime | None = None


def now() -> datetime:
    """Return the present instant, aware. What is shown by it says itself until when (`core.freshness`)."""
    return _frozen or timezone.now()


def today(zone: str | None = None) -> date:
    """Return the present date in `zone` (an IANA name; the deployment's own zone by default).

    An answer that asked for the date is right until the next midnight there.
    """
    day = now().astimezone(ZoneInfo(zone or settings.TIME_ZONE)).date()
    if freshness.is_collecting():
        freshness.until(midnight_after(day, zone))
    return day


def midnight_after(day: date, zone: str | None = None) -> datetime:
    """Return the instant at which `day` is over in `zone`."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone or settings.TIME_ZONE))


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Hold the clock at the aware instant `at`, in every thread: for tests."""
    global _frozen
    before, _frozen = _frozen, at
    try:
        yield
    finally:
        _frozen = before
