"""Time zones as calendars carry them (RFC 5545 § 3.6.5), from the machine's own database. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone


def zone_components(moments: Iterable[tuple[str, datetime]]) -> list[Timezone]:
    """Return a VTIMEZONE for each zone (IANA name) of the moments, right for all of them."""
    years: dict[str, list[int]] = {}
    for zone, moment in moments:
        years.setdefault(zone, []).append(moment.year)
    return [_component(zone, min(found), max(found)) for zone, found in sorted(years.items())]


@lru_cache(maxsize=64)  # looking for changes of the clock takes some time
def _component(zone: str, first: int, last: int) -> Timezone:
    made = Timezone.from_tzinfo(ZoneInfo(zone), zone, date(first - 1, 1, 1), date(last + 1, 1, 1))
    del made["COMMENT"]  # the library's own, in English
    return made
