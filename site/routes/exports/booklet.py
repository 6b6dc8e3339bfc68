"""The booklet of a journey: what its page shows, ready for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core import addresses, freshness
from core.cards import foreign
from routes.exports import wording
from routes.exports.file_addresses import file_address, is_plan
from routes.exports.ways import ways
from routes.itinerary import Day, Itinerary, Stop
from routes.wording import time_words

PAPERS = ("a4", "a5")


@dataclass(frozen=True)
class BookletStop:
    """One stop on paper. `lunch` comes before it; `code_address` is what its QR code holds."""

    stop: Stop
    lang: str  # "" when the name is in the reader's language
    times: str
    wait: str
    stay: str
    facts: tuple[str, ...]
    code_address: str
    onward: str
    lunch: str = ""


@dataclass(frozen=True)
class BookletDay:
    """One day on paper. `lunch` is set when it comes after the last stop."""

    title: str
    departure: str
    way_there: str
    notes: tuple[str, ...]
    stops: tuple[BookletStop, ...]
    lunch: str
    arrival: str


def chosen_paper(request: HttpRequest) -> str:
    """Return the paper asked for, A4 by default; anything else is ignored."""
    freshness.reads("paper")
    wanted = request.GET.get("paper", PAPERS[0])
    if wanted in PAPERS:
        return wanted
    freshness.malformed()
    return PAPERS[0]


def booklet_context(itinerary: Itinerary, paper: str) -> dict[str, Any]:
    """Return what templates/routes/booklet.html shows."""
    return {
        "itinerary": itinerary,
        "paper": paper,
        "papers": [_paper(itinerary, key, paper) for key in PAPERS],
        "plan": is_plan(itinerary),
        "host": urlsplit(addresses.base()).netloc,
        "lines": wording.journey_lines(itinerary),
        "points": [_map_point(stop) for stop in itinerary.stops() if stop.point],
        "line": itinerary.line,
        "days": [_day(day, itinerary) for day in itinerary.days],
        "address": page_address(itinerary),
    }


def page_address(itinerary: Itinerary) -> str:
    """Return the address that leads a phone back to the page: a route's short code, or a plan's whole link."""
    if is_plan(itinerary):
        return addresses.base() + itinerary.path
    return addresses.of_code(itinerary.uid)


def _paper(itinerary: Itinerary, key: str, chosen: str) -> dict[str, Any]:
    """Return the choice of a paper, with the address of the booklet on it."""
    address = file_address(itinerary, "booklet")
    url = f"{address}{'&' if '?' in address else '?'}paper={key}"
    return {"name": key.upper(), "url": url, "current": key == chosen}


def _day(day: Day, itinerary: Itinerary) -> BookletDay:
    first = next(iter(ways(day)), None)
    from_start = first if first and first.start is day.start else None
    stops, lunch = _stops(day, itinerary)
    return BookletDay(
        title=wording.day_title(day, len(itinerary.days)),
        departure=_("Leave at %(time)s.") % {"time": time_words(day.departs)} if day.departs and day.start else "",
        way_there=wording.way_there_words(from_start, itinerary) if from_start else "",
        notes=day.notes,
        stops=tuple(stops),
        lunch=lunch,
        arrival=_arrival(day),
    )


def _stops(day: Day, itinerary: Itinerary) -> tuple[list[BookletStop], str]:
    """Return the stops of a day, and lunch when it comes after all of them."""
    onward = {way.start: wording.way_words(way, itinerary) for way in ways(day)}
    lunch, rows = _lunch(day), []
    for stop in day.stops:
        begins = stop.starts or stop.arrives
        now = bool(lunch and day.lunch and begins and begins >= day.lunch[1])
        rows.append(_stop(stop, onward.get(stop, ""), lunch if now else ""))
        lunch = "" if now else lunch
    return rows, lunch


def _stop(stop: Stop, onward: str, lunch: str) -> BookletStop:
    times = _times(stop.starts or stop.arrives, stop.leaves)
    return BookletStop(
        stop=stop,
        lang=foreign(stop.language),
        times=times,
        stay="" if times else wording.stay_words(stop),
        wait=_wait(stop),
        facts=tuple(wording.fact_lines(stop)),
        code_address=addresses.of_code(stop.code),
        onward=onward,
        lunch=lunch,
    )


def _times(begins: datetime | None, ends: datetime | None) -> str:
    return wording.span_words(begins, ends) if begins and ends else ""


def _wait(stop: Stop) -> str:
    """Say when one is there, when the visit begins later."""
    if not stop.arrives or not stop.starts or stop.starts <= stop.arrives:
        return ""
    return _("you are there at %(time)s") % {"time": time_words(stop.arrives)}


def _lunch(day: Day) -> str:
    return _("Lunch %(time)s") % {"time": wording.span_words(*day.lunch)} if day.lunch else ""


def _arrival(day: Day) -> str:
    if not day.end:
        return ""
    if not day.ends:
        return _("The day ends at %(place)s.") % {"place": day.end.name}
    words = {"place": day.end.name, "time": time_words(day.ends)}
    return _("The day ends at %(place)s at %(time)s.") % words


def _map_point(stop: Stop) -> dict[str, Any]:
    latitude, longitude = stop.point or (0.0, 0.0)
    return {"lat": latitude, "lon": longitude, "name": stop.name, "number": stop.number}
