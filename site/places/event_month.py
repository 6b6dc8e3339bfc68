"""A month as its page shows it: day by day, what is only known to lie in it, and the crafts whose season it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import clock
from core.cards import foreign
from crafts.models import Craft
from places import lunar
from places.closures import closure_words
from places.event_calendar import Happening, closure_during, fairs_between, happenings, within
from places.event_filters import EventFilters, read_events
from places.event_rules import lunar_month
from places.event_words import month_words, status_words, when_words
from places.models import Event, Village
from places.months import Month

MOST = 200  # lines of a month; more are told by their number
VILLAGES = 6  # of a craft


@dataclass(frozen=True)
class Named:
    """A name with its language, when that isn't the reader's, and its address."""

    text: str
    lang: str = ""
    url: str = ""

    @classmethod
    def of(cls, record: Any) -> Named:
        """Return the name of a record."""
        text, language = record.name_in()
        return cls(text, foreign(language), record.url)


@dataclass(frozen=True)
class Line:
    """One festival or fair of the month."""

    name: Named
    place: Named | None
    when: str
    status: str
    confirmed: bool
    is_fair: bool
    closed: str


@dataclass(frozen=True)
class Day:
    """A day of the month, and what begins on it (or goes on, on the first)."""

    words: str
    lines: list[Line]


@dataclass(frozen=True)
class CraftInSeason:
    """A craft that is made in the month, and villages that work in it."""

    name: Named
    villages: list[Named]
    more: int


@dataclass(frozen=True)
class MonthView:
    """Everything the page of a month shows. `previous` and `following` are missing where nothing is worked out."""

    title: str
    lunar: str
    days: list[Day] = field(default_factory=list)
    sometime: list[Line] = field(default_factory=list)
    more: int = 0
    crafts: list[CraftInSeason] = field(default_factory=list)
    previous: Named | None = None
    following: Named | None = None


def month_view(form: EventFilters, month: Month) -> MonthView:
    """Return the page of a month under the filters; words narrow the events only."""
    events: Any = form.narrow(Event.objects.live())
    is_search = "q" in form.values
    crafts = [] if is_search else list(Craft.objects.live().in_season(month.number).by_name())
    fairs = [] if is_search else within(form, fairs_between(month.first, month.last), "village_id")
    found = happenings(events.for_calendar(), form.reading(read_events), fairs, month.first, month.last)
    shown = found[:MOST]
    return MonthView(
        title=month_words(month.first),
        lunar=lunar_words(month),
        days=_days([one for one in shown if one.occurrence.day_known], month),
        sometime=[_line(one) for one in shown if not one.occurrence.day_known],
        more=len(found) - len(shown),
        crafts=crafts_here(crafts, within(form, Village.objects.live(), "pk")),
        previous=_link(form, month.later(-1)),
        following=_link(form, month.later(1)),
    )


def _days(found: Iterable[Happening], month: Month) -> list[Day]:
    """Return the days on which something begins; what began in an earlier month stands on the first."""
    by_day: dict[date, list[Line]] = {}
    for one in found:
        by_day.setdefault(max(one.occurrence.starts_on, month.first), []).append(_line(one))
    return [Day(day_words(day), lines) for day, lines in by_day.items()]


def day_words(day: date) -> str:
    """Say a day of the month: “Wednesday, 6 May”."""
    return f"{date_format(day, 'l')}, {date_format(day, 'MONTH_DAY_FORMAT')}"


def _line(one: Happening) -> Line:
    record, time, closure = one.record, one.occurrence, closure_during(one)
    return Line(
        name=Named.of(record),
        place=Named.of(one.place) if one.place is not None else None,
        when=when_words(time),
        status=status_words(time),
        confirmed=time.confirmed,
        is_fair=one.is_fair,
        closed=closure_words(closure) if closure else "",
    )


def crafts_here(crafts: list[Craft], villages: Any) -> list[CraftInSeason]:
    """Return those of the crafts that some of the villages work in, with these; one query."""
    here = Prefetch("villages", villages.select_related("province").by_name(), to_attr="here")
    prefetch_related_objects(crafts, here)
    return [_in_season(craft) for craft in crafts if craft.here]


def _in_season(craft: Any) -> CraftInSeason:
    named = [Named.of(village) for village in craft.here[:VILLAGES]]
    return CraftInSeason(Named.of(craft), named, len(craft.here) - len(named))


def lunar_words(month: Month) -> str:
    """Say the month in the lunar calendar: from which day of it to which."""
    first, last = (_lunar_day(day) for day in (month.first, month.last))
    return _("In the Vietnamese lunar calendar: %(first)s to %(last)s") % {"first": first, "last": last}


def _lunar_day(day: date) -> str:
    found = lunar.month_at(day)
    values = {"day": (day - found.starts_on).days + 1, "month": lunar_month(found.number)}
    return (_("%(day)s of leap month %(month)s") if found.is_leap else _("%(day)s of month %(month)s")) % values


def month_url(form: EventFilters, month: Month) -> str:
    """Return the address of a month under the same filters."""
    kept = [pair for pair in form.pairs() if pair[0] not in ("month", "sort")]
    return f"?{urlencode([('month', str(month)), *kept])}"


def _link(form: EventFilters, month: Month) -> Named | None:
    if Month.read(str(month), Month.of(clock.today())) is None:
        return None
    return Named(month_words(month.first), url=month_url(form, month))
