"""What is open on the reader's date, in words: “Monday, 30 November 2026: 2 of 5 closed”, the closed ones named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.cards import foreign
from routes.doors import Door, Known
from routes.wording import day_words


@dataclass(frozen=True)
class Called:
    """A stop and what is known of its door on the day one comes by (1 is the first)."""

    number: int
    day: int
    place: Any
    door: Door


@dataclass(frozen=True)
class Named:
    """A stop by number and name, as a link into the page."""

    number: int
    name: str
    lang: str


@dataclass(frozen=True)
class OpenDay:
    """`when` names the date, `count` says how many are closed, `unknown` of how many nobody knows ("" for none)."""

    when: str
    count: str
    closed: tuple[Named, ...]
    unknown: str
    level: str  # of the notice: closed, unknown or open


def open_day(calls: Sequence[Called], first: date, chosen: bool) -> OpenDay | None:
    """Tell how many of the stops are closed, each on its own day; None for no stop. Unknown is counted apart."""
    if not calls:
        return None
    closed = [call for call in calls if call.door.known is Known.CLOSED]
    unknown = sum(call.door.known is Known.UNKNOWN for call in calls)
    return OpenDay(
        when=_when(first, chosen, several=any(call.day > 1 for call in calls)),
        count=_count(len(calls), len(closed), unknown),
        closed=tuple(_named(call) for call in closed),
        unknown=_unknown_words(unknown) if unknown else "",
        level="closed" if closed else "unknown" if unknown else "open",
    )


def _when(first: date, chosen: bool, several: bool) -> str:
    day = day_words(first) if chosen else _("Today, %(date)s") % {"date": day_words(first)}
    return _("%(date)s, and the days after") % {"date": day} if several else day


def _count(stops: int, closed: int, unknown: int) -> str:
    if closed:
        words = ngettext("%(n)s of %(total)s closed", "%(n)s of %(total)s closed", closed)
        return words % {"n": closed, "total": stops}
    return _("none known to be closed") if unknown else _("nothing is closed")


def _unknown_words(unknown: int) -> str:
    words = ngettext(
        "The opening hours of %(n)s stop are not known.", "The opening hours of %(n)s stops are not known.", unknown
    )
    return words % {"n": unknown}


def _named(call: Called) -> Named:
    name, language = call.place.name_in()
    return Named(call.number, name, foreign(language))
