"""Journeys made by hand: what exports are tried on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from routes.exports.captions import Captions, StopCaption
from routes.itinerary import Day, End, Itinerary, Leg, Stop

BASE = "https://www.example.org"
SATURDAY = date(2026, 12, 5)
HANOI = (21.02, 105.85)
HOSTILE = (
    "<b>&\"'\0\x1b]]>",
    "\r\nBEGIN:VEVENT\r\nUID:x",
    "🏺" * 80,
    "Ê" * 300,
    "قرية الخزف ‮",
    "Ba\u0301t Tra\u0300ng",  # NFD
    "a\\;b,c:\\n\u2028d",
    "\ud800 \ufffe",
    " ",
)


def stop(number, name="Làng gốm Bát Tràng", hour=None, zone="Asia/Ho_Chi_Minh", on=SATURDAY, **values):
    """A stop of one hour from that hour on; without an hour it is undated."""
    arrives = datetime(on.year, on.month, on.day, hour, tzinfo=ZoneInfo(zone)) if hour is not None else None
    given = {
        "code": f"c{number:05}",
        "language": "vi",
        "kind": "Village",
        "path": f"/en/villages/village-{number}/",
        "point": (21.0 + number / 50, 105.9 + number / 70),
        "stay_minutes": 60,
        "arrives": arrives,
        "starts": arrives,
        "leaves": arrives and arrives + timedelta(hours=1),
        "hours": "08:00–17:00",
        "address": "Giang Cao, Hà Nội",
    }
    return Stop(number=number, name=name, zone=zone, **{**given, **values})


def journey(stops=None, days=None, **values):
    """A journey of one day from Hà Nội and back."""
    stops = stops if stops is not None else tuple(stop(number, hour=7 + number) for number in (1, 2, 3))
    end = End("Hà Nội", HANOI)
    day = Day(
        1,
        tuple(stops),
        tuple(Leg(20 + n, 9000 + n * 100) for n in range(len(stops) + 1)),
        date=SATURDAY if any(one.arrives for one in stops) else None,
        start=end,
        end=end,
    )
    given = {
        "uid": "abc234",
        "title": "Along the Red River",
        "language": "en",
        "path": "/en/routes/along-the-red-river/?open_on=2026-12-05&mode=car",
        "mode": "motorbike",
        "mode_words": "by motorbike",
        "source": "Sở Du lịch",
    }
    return Itinerary(days=tuple(days or (day,)), **{**given, **values})


def hostile(text):
    """A journey that says this wherever words are given."""
    first = stop(1, name=text, hour=8, kind=text, hours=text, address=text, notes=(text, text))
    whole = journey([first, stop(2, hour=10)], title=text, source=text, mode_words=text, notes=(text,))
    start = replace(whole.days[0], notes=(text,), start=End(text, HANOI))
    return replace(whole, days=(start,), line=(HANOI, first.point))


def captions(itinerary):
    """Words for a journey without asking a catalogue."""
    return Captions(
        journey=(itinerary.source, *itinerary.notes),
        days={day.number: f"Day {day.number}" for day in itinerary.days},
        stops={
            one.number: StopCaption("when", (*one.notes, one.hours, one.address), onward="Next")
            for one in itinerary.stops()
        },
        unlocated=", ".join(one.name for one in itinerary.stops() if not one.point),
        more="More:",
    )
