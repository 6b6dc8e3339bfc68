"""The “before you go” panel of a centre: what the hours say, in the reader's words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from centres.confirmation import confirmation_of, unconfirmed_notice
from centres.day_words import day_hours_words, fair_words, holiday_note, hours_words
from centres.door import Door, door, local_now
from centres.hours import Kind, State
from centres.models import Centre
from core import facts, languages
from core.cards import foreign
from core.labels import Label
from places.closures import closure_words
from places.views import access_rows

__all__ = ["css_state", "hours_words", "state_note", "state_words", "visit_of", "week_rows"]
SPECIAL_DAYS = 10  # so many of those to come are shown
A_WEEK = timedelta(days=7)


def visit_of(centre: Centre) -> dict[str, Any]:
    """Return everything the visit component shows (templates/components/visit.html)."""
    now = local_now(centre)
    current = door(centre)
    confirmation = confirmation_of(centre)
    return {
        "state": css_state(current),
        "state_text": state_words(current, now),
        "state_note": holiday_note(centre, now.date()),
        "confirmed": confirmation.words if confirmation.is_confirmed else "",
        "confirmed_on": confirmation.on,
        "days": week_rows(centre, now) if centre.schedule.periods else [],
        "is_seasonal": _is_seasonal(centre, now),
        "special_days": _special_days(centre, now),
        "as_published": centre.hours_as_published if not centre.schedule.periods else "",
        "sources": facts.sources(centre.hours_source),
        "address": centre.address,
        "address_lang": centre.home_language if centre.home_language != languages.active() else "",
        "directions_url": f"geo:{centre.latitude},{centre.longitude}" if centre.point else "",
        "access": access_rows(centre),
        "unconfirmed": unconfirmed_notice(centre, confirmation),
    }


def css_state(current: State) -> str:
    """Return the state as the component names it."""
    return "closed" if current.kind is Kind.CLOSED_UNTIL else str(current.kind)


def state_words(current: Door, now: datetime) -> str:
    """Say the state of the door: never “closed” when nothing is known."""
    if current.closure is not None:
        return closure_words(current.closure, now.date())
    if current.kind is Kind.UNKNOWN:
        return _("Opening hours not known")
    if current.kind in (Kind.OPEN, Kind.CLOSES_SOON):
        words = _("Open now, until %(time)s") if current.kind is Kind.OPEN else _("Closes soon, at %(time)s")
        return words % {"time": time_format(current.until, "H:i")} if current.until else _("Open now")
    if current.until is None:
        return fair_words(current.fair) if current.fair else _("Closed")
    if current.until.date() == now.date():
        return _("Closed now, opens at %(time)s") % {"time": time_format(current.until, "H:i")}
    far = current.until.date() - now.date() >= A_WEEK  # from Saturday noon, “Saturday at 08:00” could be today
    day = date_format(current.until, "DATE_FORMAT") if far else _day_name(current.until)
    return _("Closed now, opens %(day)s at %(time)s") % {"day": day, "time": time_format(current.until, "H:i")}


def state_note(centre: Centre, now: datetime) -> str:
    """Say in a few words what to think of the state: a public holiday today, how long ago the hours were confirmed."""
    notes = (holiday_note(centre, now.date()), confirmation_of(centre).words)
    return " · ".join(note for note in notes if note)


def _day_name(moment: datetime) -> str:
    return str(WEEKDAYS[moment.weekday()])


def week_rows(centre: Centre, now: datetime) -> list[dict[str, Any]]:
    """Return this week's days, Monday first, with their hours in words; a note that goes on is said once."""
    monday = now.date() - timedelta(days=now.weekday())
    days = [day_hours_words(centre, monday + timedelta(days=offset)) for offset in range(7)]
    return [
        {
            "name": str(WEEKDAYS[words.day.weekday()]),
            "hours_text": words.hours,
            "is_today": words.day == now.date(),
            "note": words.note if before is None or words.note != before.note else "",
        }
        for before, words in zip([None, *days], days, strict=False)
    ]


def _is_seasonal(centre: Centre, now: datetime) -> bool:
    """Tell whether other weeks, now or later, have other regular hours than this one."""
    monday = now.date() - timedelta(days=now.weekday())
    sunday = monday + timedelta(days=6)
    to_come = [one for one in centre.schedule.periods if one.ends_on is None or one.ends_on >= monday]
    return any(
        0 < len(period.months) < 12
        or period.ends_on is not None
        or (period.starts_on is not None and period.starts_on > sunday)
        for period in to_come
    )


def _special_days(centre: Centre, now: datetime) -> list[dict[str, str]]:
    """Return the special days to come, soonest first."""
    return [
        {
            "date_text": date_format(row.day, "DATE_FORMAT"),
            "hours_text": _("closed") if row.closed else f"{row.opens:%H:%M}–{row.closes:%H:%M}",
            "note": str(row.reason),
            "note_lang": foreign(Label(row.reason).language()),
        }
        for row in centre.special_days.all()
        if row.day >= now.date()
    ][:SPECIAL_DAYS]
