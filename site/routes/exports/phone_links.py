"""Links that hand a place or a way to the map application of a phone. Pure: no Django.

Which: no address opens “the phone's map” everywhere. `geo:` (RFC 5870) does on Android and with the free applications
(Organic Maps, OsmAnd), but knows one place only and no iPhone follows it. So a place is a `geo:` link, and a way is
offered in three: Google Maps and Apple Maps, whose applications take over their own https addresses, and
OpenStreetMap, which belongs to nobody and works in any browser. They are plain links: nothing is asked of these hosts
until a reader taps one, and `rel="noreferrer"` keeps our address from them.

Forms: developers.google.com/maps/documentation/urls (`dir`), Apple's Map Links (`saddr`, `daddr`, `dirflg`),
openstreetmap.org/directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from core.clean_text import one_line
from routes.exports.ways import Way, ways
from routes.exports.xml_tree import degrees
from routes.itinerary import Day, Itinerary, Point

LONGEST_NAME = 80  # characters of a label on a pin
GOOGLE = {"walk": "walking", "bicycle": "bicycling", "bus": "transit"}  # else by car, also for a motorbike
APPLE = {"walk": "w", "bus": "r"}
OPENSTREETMAP = {"walk": "fossgis_osrm_foot", "bicycle": "fossgis_osrm_bike"}


@dataclass(frozen=True)
class MapLink:
    """One application or site, by its own name, and the address that opens the way there."""

    name: str
    url: str


@dataclass(frozen=True)
class PhoneLeg:
    """A way between two places that have a point; `place` is the address of where it ends, for any application."""

    start: str
    end: str
    place: str
    links: tuple[MapLink, ...]


@dataclass(frozen=True)
class PhoneDay:
    """The ways of one day."""

    number: int
    legs: tuple[PhoneLeg, ...]


def place_link(point: Point, name: str) -> str:
    """Return a place as a `geo:` address; the query names the pin where the application understands it."""
    where = _written(point)
    return f"geo:{where}?q={where}({quote(one_line(name)[:LONGEST_NAME], safe='')})"


def way_links(start: Point, end: Point, mode: str) -> tuple[MapLink, ...]:
    """Return the way between two points in each application.

    `mode` is a key of `routes.travel.Mode`; "" leaves the means of transport to the application.
    """
    here, there = _written(start), _written(end)
    google = {"api": "1", "origin": here, "destination": there}
    apple = {"saddr": here, "daddr": there}
    free = {"engine": OPENSTREETMAP.get(mode, "fossgis_osrm_car"), "route": f"{here};{there}"}
    if mode:
        google["travelmode"] = GOOGLE.get(mode, "driving")
    if mode and mode != "bicycle":  # Apple documents no sign for it
        apple["dirflg"] = APPLE.get(mode, "d")
    return (
        MapLink("Google Maps", f"https://www.google.com/maps/dir/?{urlencode(google)}"),
        MapLink("Apple Maps", f"https://maps.apple.com/?{urlencode(apple)}"),
        MapLink("OpenStreetMap", f"https://www.openstreetmap.org/directions?{urlencode(free)}"),
    )


def phone_links(itinerary: Itinerary) -> tuple[PhoneDay, ...]:
    """Return the days with the ways that a phone can show; a day without any is left out."""
    days = (PhoneDay(day.number, _legs(day, itinerary.mode)) for day in itinerary.days)
    return tuple(day for day in days if day.legs)


def _legs(day: Day, mode: str) -> tuple[PhoneLeg, ...]:
    return tuple(leg for way in ways(day) if (leg := _leg(way, mode)))


def _leg(way: Way, mode: str) -> PhoneLeg | None:
    start, end = way.start, way.end
    if not start.point or not end.point:
        return None
    return PhoneLeg(start.name, end.name, place_link(end.point, end.name), way_links(start.point, end.point, mode))


def _written(point: Point) -> str:
    return f"{degrees(point[0])},{degrees(point[1])}"
