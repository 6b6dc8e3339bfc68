"""The “before you go” panel of a centre: what the hours say, in the reader's words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from centres.door import door, local_now
from centres.hours import DayHours, Kind, State, holiday_name, week
from centres.models import Centre
from core import clock, facts, languages
from places.views import access_rows

CONFIRM_EVERY = timedelta(days=90)  # hours confirmed longer ago count as unconfirmed


def visit_of(centre: Centre) -> dict[str, Any]:
    """Return everything the visit component shows (templates/components/visit.html)."""
    now = local_now(centre)
    current = door(centre)
    hours_sources = facts.sources(centre.hours_source)
    return {
        "state": css_state(current),
        "state_text": state_words(current, now),
        "days": _week_rows(centre, now) if centre.schedule.periods else [],
        "special_days": _special_days(centre, now),
        "as_published": centre.hours_as_published if not centre.schedule.periods else "",
        "address": centre.address,
        "address_lang": centre.home_language if centre.home_language != languages.active() else "",
        "directions_url": f"geo:{centre.latitude},{centre.longitude}" if centre.point else "",
        "source_url": hours_sources[0].url if hours_sources else "",
        "source_name": hours_sources[0].text if hours_sources else "",
        "checked_on": date_format(centre.hours_confirmed_on, "DATE_FORMAT") if centre.hours_confirmed_on else "",
        "access": access_rows(centre),
        "unconfirmed": unconfirmed_notice(centre),
    }


def is_unconfirmed(centre: Centre) -> bool:
    """Tell whether nobody has confirmed the hours within `CONFIRM_EVERY`."""
    confirmed = centre.hours_confirmed_on
    return confirmed is None or confirmed < clock.today(centre.zone) - CONFIRM_EVERY


def unconfirmed_notice(centre: Centre) -> dict[str, str] | None:
    """Return what to tell a visitor while the hours are unconfirmed; None when they are confirmed."""
    if not is_unconfirmed(centre):
        return None
    if centre.hours_confirmed_on:
        day = date_format(centre.hours_confirmed_on, "DATE_FORMAT")
        text = _("Last confirmed on %(date)s: they may have changed.") % {"date": day}
    elif centre.schedule.periods or centre.hours_as_published:
        text = _("These are the hours as published; nobody has confirmed them yet.")
    else:
        text = _("Nobody has told us the opening hours yet.")
    if centre.phone:
        advice, url, link = _("Call before you travel:"), f"tel:{centre.phone}", centre.phone
    elif centre.website:
        advice, url, link = _("Ask before you travel:"), centre.website, _("the centre’s website")
    else:
        advice, url, link = _("Ask before you travel."), "", ""
    return {"title": _("Opening hours not confirmed"), "text": f"{text} {advice}", "url": url, "link_text": link}


def css_state(current: State) -> str:
    """Return the state as the component names it."""
    return "closed" if current.kind is Kind.CLOSED_UNTIL else str(current.kind)


def state_words(current: State, now: datetime) -> str:
    """Say the state of the door: never “closed” when nothing is known."""
    if current.kind is Kind.UNKNOWN:
        return _("Opening hours not known")
    if current.kind in (Kind.OPEN, Kind.CLOSES_SOON):
        words = _("Open now, until %(time)s") if current.kind is Kind.OPEN else _("Closes soon, at %(time)s")
        return words % {"time": time_format(current.until, "H:i")} if current.until else _("Open now")
    if current.until is None:
        return _("Closed")
    if current.until.date() == now.date():
        return _("Closed now, opens at %(time)s") % {"time": time_format(current.until, "H:i")}
    day = date_format(current.until, "DATE_FORMAT") if current.kind is Kind.CLOSED_UNTIL else _day_name(current.until)
    return _("Closed now, opens %(day)s at %(time)s") % {"day": day, "time": time_format(current.until, "H:i")}


def _day_name(moment: datetime) -> str:
    return str(WEEKDAYS[moment.weekday()])


def _week_rows(centre: Centre, now: datetime) -> list[dict[str, Any]]:
    monday = now.date() - timedelta(days=now.weekday())
    return [
        {
            "name": str(WEEKDAYS[day.day.weekday()]),
            "hours_text": hours_words(day),
            "is_today": day.day == now.date(),
            "note": _holiday_note(centre, day),
        }
        for day in week(centre.schedule, monday)
    ]


def hours_words(day: DayHours) -> str:
    """Say one day's hours: intervals, closed, or not known."""
    if not day.known:
        return _("not known")
    spans = [f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in day.hours]
    return ", ".join(spans) or _("closed")


def _holiday_note(centre: Centre, day: DayHours) -> str:
    name = None if day.special else holiday_name(centre.schedule, day.day, languages.active())
    return _("%(holiday)s: hours may differ") % {"holiday": name} if name else ""


def _special_days(centre: Centre, now: datetime) -> list[dict[str, str]]:
    """Return the special days to come, soonest first."""
    return [
        {
            "date_text": date_format(row.day, "DATE_FORMAT"),
            "hours_text": _("closed") if row.closed else f"{row.opens:%H:%M}–{row.closes:%H:%M}",
            "note": str(row.reason),
        }
        for row in centre.special_days.all()
        if row.day >= now.date()
    ][:10]
