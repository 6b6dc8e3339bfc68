"""A journey as GPX 1.1 (https://www.topografix.com/GPX/1/1/): waypoints, a route a day, the line. Pure: no Django.

A stop without a point is named in the description and is no waypoint: 0, 0 lies in the sea.
"""

from __future__ import annotations

from routes.exports import ways
from routes.exports.captions import Captions
from routes.exports.xml_tree import Element, add, add_lines, add_text, degrees, document, root
from routes.itinerary import Day, Itinerary, Point, Stop

NAMESPACE = "http://www.topografix.com/GPX/1/1"
SYMBOL = "Flag, Blue"  # of those that every Garmin knows
CREATOR = "Đường Làng"


def gpx(itinerary: Itinerary, base: str, captions: Captions) -> bytes:
    """Return the file; `base` is the site's own address (`https://host`)."""
    file = root("gpx", xmlns=NAMESPACE, version="1.1", creator=CREATOR)
    _metadata(file, itinerary, base, captions)
    for stop in itinerary.stops():
        if stop.point:
            waypoint = _point(file, "wpt", stop.point, stop.name)
            add_lines(waypoint, "desc", captions.stops[stop.number].told())
            _link(waypoint, base + stop.path, stop.name)
            add(waypoint, "sym", SYMBOL)
            add_text(waypoint, "type", stop.kind)
    for day in itinerary.days:
        _route(file, day, itinerary, captions)
    if len(itinerary.line) > 1:
        _track(file, itinerary)
    return document(file)


def _metadata(file: Element, itinerary: Itinerary, base: str, captions: Captions) -> None:
    metadata = add(file, "metadata")
    add(metadata, "name", itinerary.title)
    add_lines(metadata, "desc", (*captions.journey, captions.unlocated))
    author = add(metadata, "author")
    add(author, "name", CREATOR)
    _link(author, f"{base}/", CREATOR)
    _link(metadata, base + itinerary.path, itinerary.title)


def _route(file: Element, day: Day, itinerary: Itinerary, captions: Captions) -> None:
    """Add a day's places in order; nothing for a day without any point."""
    located = list(ways.located(day))
    if not located:
        return
    route = add(file, "rte")
    several = len(itinerary.days) > 1
    add(route, "name", f"{itinerary.title} · {captions.days[day.number]}" if several else itinerary.title)
    add_lines(route, "desc", ("" if several or not day.date else captions.days[day.number], *day.notes))
    add_text(route, "src", itinerary.source)
    add(route, "number", str(day.number))
    for place, point in located:
        made = _point(route, "rtept", point, place.name)
        if isinstance(place, Stop):
            add_text(made, "type", place.kind)


def _track(file: Element, itinerary: Itinerary) -> None:
    track = add(file, "trk")
    add(track, "name", itinerary.title)
    segment = add(track, "trkseg")
    for point in itinerary.line:
        add(segment, "trkpt", **_coordinates(point))


def _point(parent: Element, tag: str, point: Point, name: str) -> Element:
    made = add(parent, tag, **_coordinates(point))
    add_text(made, "name", name)
    return made


def _coordinates(point: Point) -> dict[str, str]:
    """Return the attributes of a point; a longitude of 180 is written as -180, as the schema wants it."""
    latitude, longitude = point
    return {"lat": degrees(latitude), "lon": degrees(longitude - 360 if round(longitude, 6) >= 180 else longitude)}


def _link(parent: Element, address: str, text: str) -> None:
    add_text(add(parent, "link", href=address), "text", text)
