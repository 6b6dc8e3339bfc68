"""The calendar of festivals and fairs to subscribe to: iCalendar (RFC 5545, 7986), under the filters of place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from icalendar import Calendar, vDuration
from icalendar import Event as Entry

from core import addresses, clock, freshness, languages
from core.clean_text import one_line
from core.labels import Label
from places.closures import closure_words
from places.event_calendar import Happening, closure_during, fairs_between, happenings, within
from places.event_filters import EventFilters, read_events
from places.event_words import status_words, when_words
from places.map_feed import Refused, refusal
from places.models import Event
from places.months import Month

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Duong Lang//Festivals and fairs//EN"
FILTERS = frozenset({"region", "province", "village", "route"})
BACK, AHEAD = 1, 18  # months
RENEWED = timedelta(days=1)
ONE_DAY = timedelta(days=1)


@require_safe
def events_calendar(request: HttpRequest) -> HttpResponse:
    """Return the calendar from a month ago to eighteen months ahead; 400 with `{"error", "field"}` for a bad value."""
    try:
        form = _asked(request)
    except Refused as refused:
        return refusal(str(refused), refused.field)
    first, last = span(clock.today())
    events: Any = form.narrow(Event.objects.live())
    fairs = within(form, fairs_between(first, last), "village_id")
    calendar = empty_calendar(form)
    for one in happenings(events.for_calendar(), form.reading(read_events), fairs, first, last):
        calendar.add_component(entry(request, one))
    response = HttpResponse(calendar.to_ical(), content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = 'inline; filename="events.ics"'
    return response


def _asked(request: HttpRequest) -> EventFilters:
    """Read the filters. Raises `Refused`."""
    freshness.reads(*FILTERS)
    if unknown := sorted(set(request.GET) - FILTERS):
        raise Refused("This is not a filter of the calendar.", unknown[0])
    form = EventFilters(request.GET, shown=False)
    for name, messages in form.errors.items():
        raise Refused(" ".join(str(message) for message in messages), name)
    return form


def span(today: date) -> tuple[date, date]:
    """Return the first and the last day that the calendar holds: of whole months, so that it rarely changes."""
    month = Month.of(today)
    return month.later(-BACK).first, month.later(AHEAD).last


def empty_calendar(form: EventFilters) -> Calendar:
    """Return the calendar without entries, named after the places chosen."""
    chosen = [chip.label for chip in form.chips()]
    name = one_line(" · ".join([_("Festivals and fairs"), *chosen]))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(RENEWED), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(RENEWED))
    return calendar


def entry(request: HttpRequest, one: Happening) -> Entry:
    """Return one all-day entry; where only the months are known it spans them, tentative, and blocks nobody's time."""
    record, time = one.record, one.occurrence
    found = Entry()
    found.add("uid", f"{'fair' if one.is_fair else 'event'}-{record.code}-{time.key}@{host()}")
    found.add("dtstamp", record.updated_at)
    found.add("last-modified", record.updated_at)
    found.add("dtstart", time.starts_on)
    found.add("dtend", time.ends_on + ONE_DAY)
    found.add("summary", summary(one))
    found.add("description", description(one))
    found.add("status", "CONFIRMED" if time.confirmed else "TENTATIVE")
    found.add("transp", "TRANSPARENT")
    found.add("url", addresses.absolute(request, record.url))
    if place := place_words(one):
        found.add("location", place)
    if point := getattr(one.place, "point", None):
        found.add("geo", point)
    return found


def host() -> str:
    """Return the name of this site in identifiers: whatever host was asked, they stay the same."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"


def summary(one: Happening) -> str:
    """Return the name, and in words whether the day is still open."""
    time = one.occurrence
    name = one.record.shown_name
    if time.confirmed:
        return name
    if time.day_known:
        return pgettext("title in a calendar", "%(name)s (to be confirmed)") % {"name": name}
    return pgettext("title in a calendar", "%(name)s (day to be confirmed)") % {"name": name}


def description(one: Happening) -> str:
    """Return when, how far that can be trusted, closures, and what is known of it."""
    time = one.occurrence
    closure = closure_during(one)
    lines = [
        f"{when_words(time)}: {status_words(time)}",
        closure_words(closure) if closure else "",
        str(Label(getattr(one.record, "description", ""))),
    ]
    return "\n".join(line for line in lines if line)


def place_words(one: Happening) -> str:
    """Return the place with its province."""
    own = [one.place, one.record.province]
    names = [place.name_in(languages.active())[0] for place in own if place is not None and place.live]
    return ", ".join(dict.fromkeys(names))
