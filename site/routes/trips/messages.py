"""What a page says of a plan as a whole: unreadable parts of its link, stops that are gone, a date that has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from routes.planner.problem import MOST_STOPS
from routes.trips.link import Flaw, FlawKind, written
from routes.trips.plan import MOST_DAYS
from routes.trips.reading import Gone
from routes.trips.trip import Trip, same_weekday
from routes.wording import day_words


@dataclass(frozen=True)
class Message:
    """One notice; see templates/components/notice.html."""

    level: str
    text: str
    title: str = ""
    url: str = ""
    link_text: str = ""


_FLAWS: dict[FlawKind, str | Promise] = {
    FlawKind.VERSION: gettext_lazy(
        "This link was made by another version of the site: its stops can’t be read (“%(text)s”)."
    ),
    FlawKind.UNREADABLE: gettext_lazy("A part of the link can’t be read and was left out: “%(text)s”."),
    FlawKind.TOO_MANY: gettext_lazy(
        "A plan has at most %(stops)s stops, and these are %(text)s: only the first ones were kept."
    ),
    FlawKind.DATE: gettext_lazy("First day: “%(text)s” is no date that can be planned."),
    FlawKind.DAYS: gettext_lazy("How long: “%(text)s” isn’t a number from 1 to %(days)s, so the plan is for one day."),
    FlawKind.WINDOW: gettext_lazy(
        "Time of the day: “%(text)s” doesn’t start before it ends, so the plan is from 08:00 to 18:00."
    ),
    FlawKind.MODE: gettext_lazy("Means of transport: “%(text)s” isn’t known, so the plan is by motorbike."),
    FlawKind.START: gettext_lazy("Start: “%(text)s” is neither a place nor a point such as 21.03, 105.85."),
    FlawKind.END: gettext_lazy("End: “%(text)s” is neither a place nor a point such as 21.03, 105.85."),
    FlawKind.MOVED: gettext_lazy(
        "%(text)s was kept on a day that this plan doesn’t have any more: it is free to move now."
    ),
}


def messages_of(trip: Trip) -> list[Message]:
    """Return what the reader of a plan must know before all else."""
    return [
        *_of_date(trip),
        *map(_of_gone, trip.gone),
        *(_of_flaw(flaw, trip) for flaw in trip.flaws),
        *_of_ways(trip),
    ]


def _of_flaw(flaw: Flaw, trip: Trip) -> Message:
    named = _name(trip, flaw.text) if flaw.kind is FlawKind.MOVED else flaw.text
    words = {"text": named, "stops": MOST_STOPS, "days": MOST_DAYS}
    return Message("warning", str(_FLAWS[flaw.kind]) % words)


def _of_date(trip: Trip) -> Iterator[Message]:
    """Yield that the date has passed, with the same plan on the next such day of the week."""
    if trip.is_past and trip.plan.stops:
        again = same_weekday(trip.first_day, trip.today)
        yield Message(
            "info",
            _("This plan is for %(date)s, which has passed.") % {"date": day_words(trip.first_day)},
            url=f"?{written(replace(trip.plan, date=again))}",
            link_text=_("The same plan on %(date)s") % {"date": day_words(again)},
        )


def _of_gone(gone: Gone) -> Message:
    words = {"code": gone.code}
    if gone.record is not None:
        text = _("%(name)s is no longer shown on this site, so it is left out of the plan.")
        words["name"] = gone.record.name_in()[0]
    elif gone.slug:
        text = _("“%(name)s” (%(code)s) isn’t a place to visit, or is no longer on this site: it is left out.")
        words["name"] = gone.slug.replace("-", " ")
    else:
        text = _("No place has the code “%(code)s”: it is left out.")
    return Message("warning", text % words)


def _of_ways(trip: Trip) -> Iterator[Message]:
    for key in trip.lost_spots:
        words = {"name": _name(trip, key)}
        yield Message("warning", _("Start or end: “%(name)s” isn’t known, or has no place on the map.") % words)
    if trip.fell_back:
        yield Message("info", _("The routing server did not answer: all times on the way are estimates."))


def _name(trip: Trip, code: str) -> str:
    place = trip.places.get(code)
    return place.name_in()[0] if place else code
