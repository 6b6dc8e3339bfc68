"""A journey as a calendar (RFC 5545, RFC 7986): an event a stop, in the stop's own time zone. Pure: no Django.

- The way between two stops is told in the events, not an event: it is an estimate, and would hide free time.
- Identifiers depend on the journey, the stop's code and how often it came before, so that a file imported again moves
  the events it brought. SEQUENCE counts seconds, because calendars drop what isn't newer (an integer till 2094).
- Several events and no METHOD: an import, not an invitation that asks for an answer.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vInline, vText

from core.clean_text import clean, one_line
from routes.exports.captions import Captions
from routes.exports.time_zones import zone_components
from routes.exports.xml_tree import degrees
from routes.itinerary import Day, Itinerary, Stop

PRODUCER = "-//Duong Lang//Journeys//{language}"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
ONE_DAY = timedelta(days=1)


def has_dates(itinerary: Itinerary) -> bool:
    """Tell whether there is anything to put into a calendar."""
    return any(_span(day, stop) for day in itinerary.days for stop in day.stops)


def ics(itinerary: Itinerary, base: str, captions: Captions, written_at: datetime) -> bytes:
    """Return the file; `base` is the site's own address (`https://host`), `written_at` an aware instant."""
    host = urlsplit(base).hostname or "localhost"
    stamp = written_at.astimezone(UTC).replace(microsecond=0)
    calendar = _calendar(itinerary, base, host, captions, stamp)
    seen: Counter[str] = Counter()
    events, moments = [], []
    for day in itinerary.days:
        for stop in day.stops:
            seen[stop.code] += 1
            span = _span(day, stop)
            if span is None:
                continue
            uid = f"{itinerary.uid}-{stop.code}-{seen[stop.code]}@{host}"
            events.append(_event(stop, span, uid, itinerary, base, captions, stamp))
            moments += [(stop.zone, moment) for moment in span if isinstance(moment, datetime)]
    for component in (*zone_components(moments), *events):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _span(day: Day, stop: Stop) -> tuple[date, date] | None:
    """Return when the visit begins and ends: to the minute, else the whole day, None when not even that is known."""
    begins = stop.starts or stop.arrives
    if begins:
        zone = ZoneInfo(stop.zone)
        ends = stop.leaves or begins + timedelta(minutes=stop.stay_minutes)
        return begins.astimezone(zone), ends.astimezone(zone)
    return (day.date, day.date + ONE_DAY) if day.date else None


def _calendar(itinerary: Itinerary, base: str, host: str, captions: Captions, stamp: datetime) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCER.format(language=itinerary.language.upper()))
    calendar.add("calscale", "GREGORIAN")
    calendar.add("uid", f"{itinerary.uid}@{host}")
    calendar.add("last-modified", stamp)
    calendar.add("url", base + itinerary.path)
    for name in ("name", "x-wr-calname"):  # the standard's, and what calendars read
        calendar.add(name, one_line(itinerary.title))
    calendar.add("description", clean("\n".join(captions.journey)))
    return calendar


def _event(
    stop: Stop,
    span: tuple[date, date],
    uid: str,
    itinerary: Itinerary,
    base: str,
    captions: Captions,
    stamp: datetime,
) -> Event:
    event, caption, name = Event(), captions.stops[stop.number], vText(one_line(stop.name))
    if stop.language != itinerary.language:
        name.params["LANGUAGE"] = stop.language
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, int((stamp - EPOCH).total_seconds())))
    event.add("summary", name)
    event.add("dtstart", span[0])
    event.add("dtend", span[1])
    event.add("transp", "OPAQUE" if isinstance(span[0], datetime) else "TRANSPARENT")
    event.add("location", ", ".join(part for part in (one_line(stop.name), one_line(stop.address)) if part))
    if stop.point:
        event.add("geo", vInline(";".join(map(degrees, stop.point))), encode=False)
    if stop.kind:
        event.add("categories", [one_line(stop.kind)])
    address = base + stop.path
    event.add("url", address)
    said = (caption.before, *caption.lines, caption.onward, f"{captions.more} {address}".strip())
    event.add("description", clean("\n".join(line for line in said if line)))
    return event
