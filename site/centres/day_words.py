"""The hours of a centre on one date in the reader's words: for the week on its page, for routes and for plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from centres.door import fair_without
from centres.holiday_words import holiday_words
from centres.hours import DayHours, day_hours
from centres.models import Centre
from core.marked import Marked, joined, marked_label
from places.closures import closure_note, closure_on


@dataclass(frozen=True)
class DayWords:
    """One date: `hours` (“08:00–17:00”, “closed”, “not known”); whether that is known, and whether the door opens.

    `notes`: what else to know, each a sentence of its own: a closure, a special day's reason, a public holiday.
    """

    day: date
    hours: str
    known: bool
    opens: bool
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> Marked:
        """Return the notes as one text."""
        return joined(" · ", self.notes)


def day_hours_words(centre: Centre, day: date) -> DayWords:
    """Return the hours that begin on a date, closures, dates of a fair and public holidays included."""
    hours = day_hours(centre.schedule, day)
    return DayWords(day, hours_words(hours), hours.known, bool(hours.hours), tuple(_notes(centre, hours)))


def hours_words(day: DayHours) -> str:
    """Say one day's hours: intervals, closed, or not known."""
    if not day.known:
        return _("not known")
    spans = [f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in day.hours]
    return ", ".join(spans) or _("closed")


def holiday_note(centre: Centre, day: date) -> str:
    """Warn that a public holiday may change the day's hours; empty when they are none, or stated for that very day."""
    hours = day_hours(centre.schedule, day)
    if not hours.known or hours.special or hours.shut:
        return ""
    name = holiday_words(centre.country, day)
    return capfirst(_("%(holiday)s: hours may differ") % {"holiday": name}) if name else ""


def _notes(centre: Centre, hours: DayHours) -> list[str]:
    if hours.shut:
        closure, fair = closure_on(centre, hours.day), fair_without(centre, hours.day)
        if closure is not None:
            return [closure_note(closure)]
        return [fair_words(fair)] if fair else []
    if hours.special:
        reasons = [marked_label(row.reason) for row in centre.special_days.all() if row.day == hours.day]
        return [reason for reason in reasons if reason]
    note = holiday_note(centre, hours.day)
    return [note] if note else []


def fair_words(fair: tuple[date, date]) -> str:
    """Say when a fair takes place, on a day when it doesn't."""
    first, last = (date_format(edge, "DATE_FORMAT") for edge in fair)
    return _("Closed: the fair is from %(first)s to %(last)s") % {"first": first, "last": last}
