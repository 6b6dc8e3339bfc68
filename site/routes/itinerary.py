"""A journey by days, stops and legs, as pages show it and files take it along. Pure: no Django, words already chosen.

Curated routes (`routes.guide`) and visitors' plans (`routes.trips`) come as one of these; `routes.exports` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

Point = tuple[float, float]  # (latitude, longitude), WGS 84 degrees


@dataclass(frozen=True)
class Leg:
    """The way to the next stop (or the day's end): whole minutes, metres; `estimated` when nobody looked at a road.

    `known` is false for a way nobody can tell (by boat, or to a stop without a point): minutes and metres are then 0.
    `drawn`: the metres are those of a drawn line; the minutes stay an estimate.
    """

    minutes: int
    metres: int
    estimated: bool = True
    known: bool = True
    drawn: bool = False


@dataclass(frozen=True)
class End:
    """Where a day begins or ends, other than at a stop: a hub, a place or a point of the visitor's own."""

    name: str
    point: Point


@dataclass(frozen=True)
class Stop:
    """One place of the journey, in the reader's language. Times are aware, in the stop's own zone; None: undated.

    `notes` are closures and doubts worth carrying along, each a sentence; `hours` that day's hours in words.
    """

    code: str  # the permanent short code, /q/{code}
    number: int  # counted over the whole journey, from 1
    name: str
    language: str  # of the name (BCP 47)
    kind: str  # in words, as in "Museum"
    path: str  # the page, from the root
    point: Point | None
    zone: str  # IANA name
    stay_minutes: int
    arrives: datetime | None = None
    starts: datetime | None = None  # the visit itself; later than `arrives` when one waits for the door
    leaves: datetime | None = None
    hours: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Day:
    """One day. `legs` are those driven: from `start` (if any), between the stops, to `end` (if any)."""

    number: int
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...] = ()
    date: date | None = None
    start: End | None = None
    end: End | None = None
    departs: datetime | None = None
    ends: datetime | None = None
    lunch: tuple[datetime, datetime] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Itinerary:
    """The whole journey. `uid` names it for ever: a route's short code, or a plan's first day."""

    uid: str
    title: str
    language: str
    path: str  # the page that shows it, with its query, from the root
    mode: str  # a key of routes.travel.Mode
    mode_words: str
    days: tuple[Day, ...]
    line: tuple[Point, ...] = ()  # the way as drawn; empty: straight between stops
    drawn_metres: int = 0  # the length of a drawn line that leads by all stops; 0: there is none
    source: str = ""  # who stands behind it, in words
    notes: tuple[str, ...] = ()

    def stops(self) -> Iterator[Stop]:
        """All stops in order."""
        for day in self.days:
            yield from day.stops
