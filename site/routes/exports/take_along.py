"""What a reader can take along of a journey: files, the booklet, ways for the phone's maps."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from routes.exports import ics
from routes.exports.file_addresses import file_address, is_plan
from routes.exports.phone_links import PhoneDay, phone_links
from routes.itinerary import Itinerary


@dataclass(frozen=True)
class FileLink:
    """One file or page to take along. `kind` is "booklet", "gpx", "kml" or "ics"; `note` says what it is good for."""

    kind: str
    url: str
    title: str
    note: str


@dataclass(frozen=True)
class TakeAlong:
    """What templates/components/take_along.html shows: files and booklet, and the ways for the phone by day."""

    links: tuple[FileLink, ...]
    days: tuple[PhoneDay, ...]

    @property
    def several_days(self) -> bool:
        """Tell whether the ways are told by day."""
        return len(self.days) > 1


def take_along(itinerary: Itinerary) -> TakeAlong:
    """Return what can be taken along of a journey with at least one stop."""
    return TakeAlong(tuple(_links(itinerary)), phone_links(itinerary))


def _links(itinerary: Itinerary) -> list[FileLink]:
    words = [
        ("booklet", _("Booklet to print"), _("With a map, opening hours, notes and a code for each stop")),
        ("ics", _("Calendar (ICS)"), _calendar_note(itinerary)),
        ("gpx", _("GPS file (GPX)"), _("For GPS devices, Organic Maps and OsmAnd")),
        ("kml", _("Map file (KML)"), _("For Google Earth and Google My Maps")),
    ]
    return [FileLink(kind, file_address(itinerary, kind), title, note) for kind, title, note in words if note]


def _calendar_note(itinerary: Itinerary) -> str:
    """Say what is in the calendar; nothing for a plan without dates, of which there is none."""
    if ics.has_dates(itinerary):
        return _("An event for each stop, in its own time zone")
    if is_plan(itinerary):
        return ""
    return _("An event for each stop, for next Saturday unless you choose a date on this page")
