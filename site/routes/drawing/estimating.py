"""The estimates of a route that is being edited: the same as its page will show, from what the form holds now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from centres.models import Centre
from places.models import Village
from places.near_filters import distance_text
from routes.drawing.reading import Point
from routes.guide.itinerary import route_itinerary
from routes.itinerary import Day, Itinerary
from routes.measures import basis_words, duration_words, leg_words, total_words
from routes.models import Route, RouteStop
from routes.modes import usual_mode
from routes.totals import totals
from routes.travel.along_line import REACH, DrawnLine
from routes.travel.estimate import Mode

MOST_STOPS = 60
LONGEST_STAY, LATEST_DAY = 24 * 60, 30
MODELS: dict[str, Any] = {"village": Village, "centre": Centre}
# village or centre, key, stay in minutes, day; the last two may be empty
_STOP = re.compile(r"(village|centre)-(\d{1,9})-(\d{0,4})-(\d{0,2})", re.ASCII)


@dataclass(frozen=True)
class Row:
    """One stop of the table: its number, name and stay, and the way to it in words."""

    number: int
    name: str
    stay: str
    way: str
    point: Point | None
    off: str = ""  # how far it lies from the drawn line, where that is far


@dataclass(frozen=True)
class Estimates:
    """What the editor sees: the days with their stops, the sum of all with what it is worth, and notes."""

    days: tuple[tuple[int, tuple[Row, ...]], ...]
    total: str
    basis: str
    notes: tuple[str, ...]

    @property
    def points(self) -> list[dict[str, Any]]:
        """Return the stops that have a point, for the map."""
        rows = (row for _number, rows in self.days for row in rows)
        return [
            {"number": row.number, "name": row.name, "lat": row.point[0], "lon": row.point[1]}
            for row in rows
            if row.point
        ]


def stops_asked(values: Iterable[str]) -> list[RouteStop]:
    """Return the stops that a form holds, in order and unsaved, without those that are none or not there any more."""
    matches = [match.groups() for match in map(_STOP.fullmatch, values) if match][:MOST_STOPS]
    found = {
        kind: model.objects.select_related("province").in_bulk([int(key) for of, key, *_ in matches if of == kind])
        for kind, model in MODELS.items()
    }
    return [
        RouteStop(
            **{kind: found[kind][int(key)]},
            stay_minutes=min(int(stay), LONGEST_STAY) if stay else None,
            day=min(max(int(day), 1), LATEST_DAY) if day else None,
            documented=True,
        )
        for kind, key, stay, day in matches
        if int(key) in found[kind]
    ]


def estimates(route: Route, stops: Sequence[RouteStop]) -> Estimates:
    """Return the estimates for stops and line of a route, saved or not; by motorbike when it names no such means."""
    itinerary = route_itinerary(route, stops, None, usual_mode(route) or Mode.MOTORBIKE)
    away, sums = _away(route.drawn_line, stops), totals(itinerary)
    return Estimates(
        days=tuple((day.number, tuple(_rows(day, itinerary, away))) for day in itinerary.days),
        total=total_words(sums),
        basis=basis_words(sums, itinerary.mode_words),
        notes=itinerary.notes,
    )


def _rows(day: Day, itinerary: Itinerary, away: dict[int, str]) -> Iterable[Row]:
    legs = iter(day.legs)
    begun = day.start is not None
    for stop in day.stops:
        leg = next(legs, None) if begun else None
        begun = True
        yield Row(
            number=stop.number,
            name=stop.name,
            stay=duration_words(stop.stay_minutes),
            way=leg_words(leg, itinerary.mode_words) if leg else "",
            point=stop.point,
            off=away.get(stop.number, ""),
        )


def _away(line: Sequence[Point], stops: Sequence[RouteStop]) -> dict[int, str]:
    """Return how far stops lie from the line, by their number, where that is too far for their ways to follow it."""
    located = [(number, stop.place.point) for number, stop in enumerate(stops, 1) if stop.place and stop.place.point]
    if len(line) < 2 or not located:
        return {}
    drawn = DrawnLine(line)
    metres = ((number, drawn.away(point)) for number, point in located)
    return {
        number: _("%(distance)s from the line") % {"distance": distance_text(far)}
        for number, far in metres
        if far > REACH
    }
