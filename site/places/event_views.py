"""What the pages of events show: the list, a month of it, one event."""

from __future__ import annotations

from operator import methodcaller
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock, facts
from core.listing import form_context, listing, page_of
from core.numbers import grouped
from places.around import map_points
from places.event_calendar import upcoming
from places.event_data import event_data
from places.event_filters import EventFilters
from places.event_month import month_url, month_view
from places.event_rules import rule_words
from places.event_words import status_words, when_words
from places.models import Event, EventIndexPage
from places.months import Month
from places.occurrences import Occurrence
from places.when_to_go import month_address

NEXT = 3  # times that the page of an event shows
FEED_FILTERS = ("region", "province", "village", "route")


def event_list(request: HttpRequest, page: EventIndexPage) -> dict[str, Any]:
    """Return the filtered list of events; with one month chosen, that month day by day."""
    form = EventFilters(request.GET)
    now = Month.of(clock.today())
    asked = [Month.read(text, now) for text in form.values.get("month", [])]
    month = asked[0] if len(asked) == 1 else None
    return {
        **(month_context(request, form, month) if month else cards_context(request, form)),
        "this_month_url": month_url(form, now),
        "list_url": list_url(request, form),
        "feed": feed_links(request, form),
    }


def cards_context(request: HttpRequest, form: EventFilters) -> dict[str, Any]:
    """Return one page of cards."""
    cards = listing(request, form, Event.objects.live(), methodcaller("for_list"), count_events)
    return {**cards, "month": None}


def month_context(request: HttpRequest, form: EventFilters, month: Month) -> dict[str, Any]:
    """Return what the list's template expects, with a month in place of cards: on one page, in the order of days."""
    count = form.count(Event.objects.live())
    return {
        **form_context(request, form),
        "sorts": [],
        "result_text": count_events(count),
        "cards": [],
        "page_obj": page_of([], request.GET.get("page")),
        "month": month_view(form, month),
    }


def list_url(request: HttpRequest, form: EventFilters) -> str:
    """Return the address of the whole list under the filters without the month."""
    rest = form.querystring(without="month")
    return f"{request.path}?{rest}" if rest else request.path


def count_events(count: int) -> str:
    """Say a number of events in words."""
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": grouped(count)}


def feed_links(request: HttpRequest, form: EventFilters) -> dict[str, str]:
    """Return the addresses of the calendar feed under the filters of place: to subscribe, and to fetch once."""
    pairs = [pair for pair in form.pairs() if pair[0] in FEED_FILTERS]
    path = reverse("events_calendar") + (f"?{urlencode(pairs)}" if pairs else "")
    return {"subscribe": f"webcal://{request.get_host()}{path}", "fetch": path}


def event_detail(request: HttpRequest, event: Event) -> dict[str, Any]:
    """Return place, calendar and coming dates of an event."""
    coming = upcoming(event, clock.today())
    return {
        "facts": [
            facts.record_fact(_("Village"), event.village),
            facts.record_fact(_("Centre"), event.centre),
            facts.record_fact(_("Province"), event.province, url=""),
            facts.text_fact(_("Calendar"), event.get_calendar_display()),
            facts.text_fact(_("When"), rule_words(event.rule)),
            facts.label_fact(_("Description"), event.description),
        ],
        "sources": facts.sources(event.source),
        "confidence": facts.confidence_words(event.confidence),
        "points": map_points(event.village or event.centre),
        "dates": [date_row(found) for found in coming[:NEXT]],
        "month_url": month_address(month=first_month(coming)) if coming else "",
        "data": event_data(request, event, coming),
    }


def first_month(coming: list[Occurrence]) -> Month:
    """Return the month in which an event takes place next."""
    return Month.of(max(coming[0].starts_on, clock.today()))


def date_row(found: Occurrence) -> dict[str, Any]:
    """Return one time as the page shows it."""
    return {"text": when_words(found), "status": status_words(found), "confirmed": found.confirmed}
