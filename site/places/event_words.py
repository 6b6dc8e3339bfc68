"""When an event takes place, in words: exact days, or about when; and how far that can be trusted."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from places.event_rules import lunar_month
from places.occurrences import LUNAR, OTHER, SOLAR, Occurrence


def when_words(found: Occurrence) -> str:
    """Say when: “6 May – 10 May 2027”, “in lunar month 3, about 17 April – 16 May 2026”, “in March 2027”."""
    span = range_words(found.starts_on, found.ends_on)
    if found.day_known:
        return span
    if found.calendar == LUNAR and len(found.months) == 1:
        return _("in lunar month %(number)s, about %(span)s") % {"number": lunar_month(found.months[0]), "span": span}
    if found.calendar == LUNAR:
        first, last = (lunar_month(found.months[number]) for number in (0, -1))
        return _("in lunar months %(first)s to %(last)s, about %(span)s") % {
            "first": first,
            "last": last,
            "span": span,
        }
    first, last = month_words(found.starts_on), month_words(found.ends_on)
    if first == last:
        return (_("usually in %(month)s") if found.calendar == OTHER else _("in %(month)s")) % {"month": first}
    words = _("usually from %(first)s to %(last)s") if found.calendar == OTHER else _("from %(first)s to %(last)s")
    return words % {"first": first, "last": last}


def time_words(found: Occurrence) -> str:
    """Say when, and how far that can be trusted."""
    return f"{when_words(found)} ({status_words(found)})"


def status_words(found: Occurrence) -> str:
    """Say how far the date can be trusted; always something."""
    if found.confirmed:
        return _("confirmed")
    if found.stated:
        return _("not confirmed yet: ask before you travel")
    if found.calendar == OTHER:
        return _("announced each year: day to be confirmed")
    if not found.day_known:
        return _("day to be confirmed")
    if found.calendar == SOLAR:
        return _("the same day each year, to be confirmed")
    return _("worked out from the lunar calendar, to be confirmed")


def range_words(first: date, last: date) -> str:
    """Say one day, or the first and the last of several; the year once where it is the same."""
    words = date_format(last, "DATE_FORMAT")
    if first == last:
        return words
    return f"{date_format(first, 'MONTH_DAY_FORMAT' if first.year == last.year else 'DATE_FORMAT')} – {words}"


def month_words(day: date) -> str:
    """Say the month of a day: “March 2027”."""
    return date_format(day, "YEAR_MONTH_FORMAT")
