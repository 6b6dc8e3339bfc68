"""Where the files of a journey lie: beside its page, with its query. Pure: no Django."""

from __future__ import annotations

from routes.itinerary import Itinerary


def is_plan(itinerary: Itinerary) -> bool:
    """Tell whether a journey is a visitor's own plan, which has no record and no short code."""
    return itinerary.path.partition("?")[0].split("/")[2:] == ["plan", ""]


def file_address(itinerary: Itinerary, kind: str) -> str:
    """Return the path of a file ("gpx", "kml", "ics") or of the booklet."""
    page, mark, query = itinerary.path.partition("?")
    stem = "plan" if is_plan(itinerary) else "route"
    return f"{page}{'booklet/' if kind == 'booklet' else f'{stem}.{kind}'}{mark}{query}"
