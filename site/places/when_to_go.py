"""When to go to a place or along a route: the twelve months from this one on, and why in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from core import clock, languages, sections
from core.fields import mask_of, months_of
from crafts.models import Craft
from places.event_month import Named
from places.event_rules import months_words
from places.event_words import status_words, when_words
from places.models import Event
from places.months import MONTHS_OF_YEAR, Month, months_touched
from places.occurrences import SOLAR, Occurrence, runs

ALL_YEAR = mask_of(range(1, MONTHS_OF_YEAR + 1))
FESTIVAL, PERHAPS, SEASON, BEST = "festival", "perhaps", "season", "best"
WORDS: dict[str, str | Promise] = {
    FESTIVAL: gettext_lazy("Festival"),
    PERHAPS: gettext_lazy("Perhaps a festival"),
    SEASON: gettext_lazy("Being made"),
    BEST: gettext_lazy("Best time"),
}


@dataclass(frozen=True)
class Mark:
    """One reason to come in a month: its kind, for the shape beside the words."""

    kind: str
    text: str


@dataclass(frozen=True)
class Cell:
    """One of the twelve months; `url` leads to what takes place in it, where something does."""

    short: str
    is_now: bool
    marks: list[Mark]
    url: str = ""


@dataclass(frozen=True)
class Festival:
    """A festival, and when it takes place next."""

    name: Named
    when: str
    status: str


@dataclass(frozen=True)
class Season:
    """A craft, and the months in which it is made."""

    name: Named
    months: str


@dataclass(frozen=True)
class WhenToGo:
    """What components/when_to_go.html shows. `best`: the best months in words, empty when nobody said."""

    cells: list[Cell]
    festivals: list[Festival] = field(default_factory=list)
    seasons: list[Season] = field(default_factory=list)
    best: str = ""


def when_to_go(crafts: Iterable[Craft], events: Iterable[Event], months: int, query: str = "") -> WhenToGo | None:
    """Return the months of a place or route; None when no season, festival or best month is known.

    `months`: the mask of its best months. `query`: what filters the page of a month, as in `village=bat-trang`.
    """
    today = clock.today()
    now = Month.of(today)
    span = [now.later(step) for step in range(MONTHS_OF_YEAR)]
    seasonal = [craft for craft in crafts if craft.months]
    times = [(event, time) for event in events for time in event.between(today, span[-1].last)]
    if not (seasonal or times or months):
        return None
    marks = {month: _marks(month, [time for _event, time in times], seasonal, months) for month in span}
    return WhenToGo(
        cells=[_cell(month, marks[month], month == now, query) for month in span],
        festivals=[Festival(Named.of(event), when_words(time), status_words(time)) for event, time in in_order(times)],
        seasons=[Season(Named.of(craft), season_words(craft.months)) for craft in seasonal],
        best=season_words(months),
    )


def in_order(times: list[tuple[Event, Occurrence]]) -> list[tuple[Event, Occurrence]]:
    """Return the next time of each event, the first to come first."""
    ordered = sorted(times, key=lambda pair: (pair[1].starts_on, pair[0].slug))
    nearest: dict[Any, tuple[Event, Occurrence]] = {}
    for event, time in ordered:
        nearest.setdefault(event.pk, (event, time))
    return list(nearest.values())


def season_words(mask: int) -> str:
    """Say a set of months: “May to August, November”; empty for none."""
    return ", ".join(months_words(SOLAR, run) for run in runs(months_of(mask)))


def made_in(crafts: Iterable[Craft], month: int) -> list[Craft]:
    """Return those crafts whose known season holds a month (1 to 12)."""
    return [craft for craft in crafts if craft.months >> month & 1]


def _marks(month: Month, times: list[Occurrence], crafts: list[Craft], best: int) -> list[Mark]:
    """Return the reasons to come in a month; what holds all year is no reason to choose one."""
    there = [time for time in times if month in months_touched(time.starts_on, time.ends_on)]
    certain = any(time.day_known or _lies_in(time, month) for time in there)
    kinds = [
        *([FESTIVAL if certain else PERHAPS] if there else []),
        *([SEASON] if any(craft.months != ALL_YEAR for craft in made_in(crafts, month.number)) else []),
        *([BEST] if best != ALL_YEAR and best >> month.number & 1 else []),
    ]
    return [Mark(kind, str(WORDS[kind])) for kind in kinds]


def _lies_in(time: Occurrence, month: Month) -> bool:
    return month.first <= time.starts_on and time.ends_on <= month.last


def _cell(month: Month, marks: list[Mark], is_now: bool, query: str) -> Cell:
    festival = any(mark.kind in (FESTIVAL, PERHAPS) for mark in marks)
    return Cell(
        short=date_format(month.first, "M Y"),
        is_now=is_now,
        marks=marks,
        url=month_address(query, month) if festival else "",
    )


def month_address(query: str = "", month: Month | None = None) -> str:
    """Return the address of the page of a month, by default this one, under a filter of place."""
    shown = month or Month.of(clock.today())
    return f"{sections.url('events', languages.active())}?month={shown}{'&' if query else ''}{query}"
