"""What keeps a village or centre shut, and what else its notices say: one rule for every page, list, map and file.

A village's notices count for the centres in it. Notices are read with the place (`notices`, and `village__notices` of
a centre), or only the days of its closures as a column (`with_closure_days`), which is all that a card needs. Where
neither was read, a card says nothing rather than asking once per card.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core import clock
from core.labels import Label
from core.marked import Marked, marked_label, sentence
from places.models.events import Notice
from places.querysets import CLOSURE_DAYS

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Closure:
    """A live closure notice, by days in the place's own zone, both included; without an end, until further notice.

    `of_village`: the notice is the village's, and holds for a centre in it.
    """

    starts_on: date
    ends_on: date | None
    text: Label = field(default_factory=Label, compare=False)
    of_village: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether it keeps the place shut on the day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def closures_of(place: Any) -> tuple[Closure, ...]:
    """Return every live closure of a village or centre, past and to come, for a centre those of its village too.

    Without their texts where only the days were read.
    """
    if CLOSURE_DAYS in place.__dict__ and not notices_were_read(place):
        return closures_listed(place.__dict__[CLOSURE_DAYS] or "")
    return tuple(
        Closure(notice.starts_on, notice.ends_on, Label(notice.text), of_village=_is_of_village(notice, place))
        for notice in _notices_of(place)
        if notice.live and notice.kind == Notice.Kind.CLOSURE
    )


def closures_listed(listed: str) -> tuple[Closure, ...]:
    """Return closures by their days, as the column lists them: `first:last` with commas between."""
    days = [pair.partition(":") for pair in listed.split(",") if pair]
    return tuple(
        Closure(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, _sep, last in days
    )


def closure_on(place: Any, day: date) -> Closure | None:
    """Return what keeps the place shut on a day; None when nothing does, or it isn't known.

    Its end is the last day of those that follow one another without a gap.
    """
    closures = closures_of(place)
    holding = [closure for closure in closures if closure.holds_on(day)]
    if not holding:
        return None
    found = max(holding, key=_end)
    last = _end(found)
    for closure in sorted(closures, key=lambda one: one.starts_on):
        if last < date.max and closure.starts_on <= last + ONE_DAY:
            last = max(last, _end(closure))
    return replace(found, ends_on=None if last == date.max else last)


def closed_now(place: Any) -> Closure | None:
    """Return what keeps the place shut today, by its own calendar, where its closures were read with it."""
    were_read = CLOSURE_DAYS in place.__dict__ or notices_were_read(place)
    return closure_on(place, clock.today(place.zone)) if were_read else None


def closure_words(closure: Closure, today: date | None = None) -> str:
    """Say how long a place is closed; with `today`, its last day is “today”."""
    if closure.ends_on is None:
        return _("Closed until further notice")
    if closure.ends_on == today:
        return _("Closed today")
    return _("Closed until the end of %(date)s") % {"date": date_format(closure.ends_on, "DATE_FORMAT")}


def closure_note(closure: Closure) -> Marked:
    """Say how long a place is closed, and why when the notice tells."""
    words, text = closure_words(closure), marked_label(closure.text)
    return sentence(_("%(closed)s: %(text)s"), closed=words, text=text) if text else Marked(words)


def closed_words(place: Any) -> str:
    """Say how long a place is closed from today on, where its closures were read with it; empty when it isn't."""
    closure = closed_now(place)
    return closure_words(closure, clock.today(place.zone)) if closure else ""


def notices_were_read(place: Any) -> bool:
    """Tell whether the notices of a place came with it; those of its village count when it has one."""
    if "notices" not in getattr(place, "_prefetched_objects_cache", {}):
        return False
    village = _village_of(place)
    return village is None or "notices" in getattr(village, "_prefetched_objects_cache", {})


def notices_ahead(place: Any) -> list[dict[str, Any]]:
    """Return the live notices of a place that are not over, those in force first, for layout/notices.html."""
    today = clock.today(place.zone)
    ahead = [one for one in _notices_of(place) if one.live and (one.ends_on is None or today <= one.ends_on)]
    return [
        {
            "kind": notice.kind,
            "title": str(notice.get_kind_display()),
            "village": _shown_village(notice, place),
            "dates": dates_words(notice, today),
            "text": notice.text,
            "in_force": notice.starts_on <= today,
        }
        for notice in sorted(ahead, key=lambda one: (one.starts_on > today, one.starts_on, one.pk))
    ]


def dates_words(notice: Notice | Closure, today: date) -> str:
    """Say from when (if that is to come) and until when a notice holds; its days are both included."""
    starts, ends = notice.starts_on, notice.ends_on
    first = date_format(starts, "DATE_FORMAT")
    if ends is None:
        words = _("from %(first)s until further notice") if starts > today else _("until further notice")
        return words % {"first": first}
    if starts == ends:
        return _("today only") if starts == today else _("only on %(first)s") % {"first": first}
    last = date_format(ends, "DATE_FORMAT")
    words = _("from %(first)s until the end of %(last)s") if starts > today else _("until the end of %(last)s")
    return words % {"first": first, "last": last}


def _notices_of(place: Any) -> list[Notice]:
    """Return the notices of a place and of the village it stands in; none of a place that isn't saved yet."""
    owners = [one for one in (place, _village_of(place)) if one is not None and one.pk]
    return [notice for one in owners for notice in one.notices.all()]


def _village_of(place: Any) -> Any:
    return place.village if getattr(place, "village_id", None) else None


def _is_of_village(notice: Notice, place: Any) -> bool:
    return notice.village_id is not None and _village_of(place) is not None


def _shown_village(notice: Notice, place: Any) -> Any:
    """Return the village whose notice it is, when the place is another and readers may see the village."""
    village = _village_of(place)
    return village if _is_of_village(notice, place) and village.live else None


def _end(closure: Closure) -> date:
    return closure.ends_on or date.max
