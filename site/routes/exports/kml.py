"""A journey as KML 2.2 (OGC 07-147r2): a folder a day, placemarks with their facts, the line. Pure: no Django.

A description is HTML to every reader of KML, so its words are escaped twice: for HTML here, for XML when written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from routes.exports import ways
from routes.exports.captions import Captions, StopCaption
from routes.exports.xml_tree import Element, add, add_text, degrees, document, root
from routes.itinerary import Day, Itinerary, Point, Stop

NAMESPACE = "http://www.opengis.net/kml/2.2"
CREATOR = "Đường Làng"
ATOM = "http://www.w3.org/2005/Atom"
LINE_COLOUR = "ff4c5b23"  # aabbggrr of the jade #235b4c
LINE_WIDTH = "3"


def kml(itinerary: Itinerary, base: str, captions: Captions) -> bytes:
    """Return the file; `base` is the site's own address (`https://host`)."""
    file = root("kml", **{"xmlns": NAMESPACE, "xmlns:atom": ATOM})
    journey = add(file, "Document")
    add(journey, "name", itinerary.title)
    add(add(journey, "atom:author"), "atom:name", CREATOR)
    add(journey, "atom:link", href=base + itinerary.path)
    _describe(journey, (*captions.journey, captions.unlocated))
    style = add(add(journey, "Style", id="way"), "LineStyle")
    add(style, "color", LINE_COLOUR)
    add(style, "width", LINE_WIDTH)
    for day in itinerary.days:
        _folder(journey, day, itinerary, base, captions)
    if len(itinerary.line) > 1:
        _line(journey, itinerary.title, itinerary.line)
    return document(file)


def _folder(journey: Element, day: Day, itinerary: Itinerary, base: str, captions: Captions) -> None:
    """Add a day with its stops, and with straight lines between them when no line is drawn."""
    folder = add(journey, "Folder")
    add(folder, "name", captions.days[day.number])
    _describe(folder, day.notes)
    for place, point in dict.fromkeys(ways.located(day)):  # a day that ends where it began has one mark there
        if isinstance(place, Stop):
            _placemark(folder, place, point, base, captions.stops[place.number])
        else:
            mark = add(folder, "Placemark")
            add(mark, "name", place.name)
            _point(mark, point)
    points = [point for _place, point in ways.located(day)]
    if len(points) > 1 and len(itinerary.line) < 2:
        _line(folder, captions.days[day.number], points)


def _placemark(folder: Element, stop: Stop, point: Point, base: str, caption: StopCaption) -> None:
    mark = add(folder, "Placemark")
    add(mark, "name", f"{stop.number}. {stop.name}")
    add(mark, "atom:link", href=base + stop.path)
    add_text(mark, "address", stop.address)
    _describe(mark, (*caption.told(), base + stop.path))
    facts = add(mark, "ExtendedData")
    for name, value in _facts(stop):
        add(add(facts, "Data", name=name), "value", value)
    _point(mark, point)


def _facts(stop: Stop) -> Iterator[tuple[str, str]]:
    """Return what programs read; names are ours and the same in every language."""
    known = {
        "number": str(stop.number),
        "code": stop.code,
        "kind": stop.kind,
        "hours": stop.hours,
        "stay_minutes": str(stop.stay_minutes),
        "time_zone": stop.zone,
        "arrives": stop.arrives.isoformat() if stop.arrives else "",
        "starts": stop.starts.isoformat() if stop.starts else "",
        "leaves": stop.leaves.isoformat() if stop.leaves else "",
    }
    return ((name, value) for name, value in known.items() if value)


def _describe(feature: Element, lines: Iterable[str]) -> None:
    add_text(feature, "description", "<br>".join(escape(line, quote=False) for line in lines if line))


def _point(mark: Element, point: Point) -> None:
    add(add(mark, "Point"), "coordinates", _coordinates([point]))


def _line(parent: Element, name: str, points: Iterable[Point]) -> None:
    mark = add(parent, "Placemark")
    add(mark, "name", name)
    add(mark, "styleUrl", "#way")
    line = add(mark, "LineString")
    add(line, "tessellate", "1")
    add(line, "coordinates", _coordinates(points))


def _coordinates(points: Iterable[Point]) -> str:
    return " ".join(f"{degrees(longitude)},{degrees(latitude)}" for latitude, longitude in points)
