"""What is known of the door of a stop on a date: its hours in words, that it is closed, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from centres.day_words import day_hours_words
from centres.hours import Schedule
from centres.models import Centre
from core.marked import Marked, marked_label
from places.closures import closure_note, closure_on
from places.models import Notice


class Known(StrEnum):
    """What can be said of a stop on a date."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Door:
    """A stop on a date. `hours` in words, "" where a place has none of its own; `notes` are whole sentences."""

    known: Known
    hours: str = ""
    notes: tuple[str, ...] = ()


def door_on(place: Any, day: date) -> Door:
    """Return what is known of a village or centre on a date. A village has no door: only a notice closes it."""
    if isinstance(place, Centre):
        words = day_hours_words(place, day)
        known = Known.UNKNOWN if not words.known else Known.OPEN if words.opens else Known.CLOSED
        return Door(known, words.hours, (*words.notes, *_warnings(place, day)))
    closure = closure_on(place, day)
    if closure is None:
        return Door(Known.OPEN, "", tuple(_warnings(place, day)))
    return Door(Known.CLOSED, _("closed"), (closure_note(closure), *_warnings(place, day)))


def schedule_of_place(place: Any) -> Schedule:
    """Return the hours of a place; a village has none."""
    return place.schedule if isinstance(place, Centre) else Schedule((), (), place.zone, place.country)


def _warnings(place: Any, day: date) -> list[Marked]:
    """Return what else holds at the place on the day, or in the village it stands in."""
    places = (place, place.village if isinstance(place, Centre) else None)
    notices = (notice for one in places if one is not None and one.pk for notice in one.notices.all())
    warnings = (one for one in notices if one.kind == Notice.Kind.WARNING and one.holds_on(day))
    return [marked_label(notice.text) for notice in warnings]
