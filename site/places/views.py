"""What the pages of villages and events show."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock, detail, facts
from core.listing import listing
from core.numbers import grouped
from core.related import campaign_url, routes_through, stories_about
from crafts.models import Craft
from crafts.views import steps_of
from places.around import map_points, nearby_villages
from places.experiences import experience_rows
from places.filters import EventFilters, VillageFilters
from places.models import Event, EventIndexPage, Village, VillageIndexPage

SHOWN = 12


def village_list(request: HttpRequest, page: VillageIndexPage) -> dict[str, Any]:
    """Return the filtered list of villages."""
    return listing(
        request, VillageFilters(request.GET), Village.objects.live(), methodcaller("for_cards"), count_villages
    )


def count_villages(count: int) -> str:
    """Say a number of villages in words."""
    return ngettext("%(n)s village", "%(n)s villages", count) % {"n": grouped(count)}


def event_list(request: HttpRequest, page: EventIndexPage) -> dict[str, Any]:
    """Return the filtered list of events."""
    return listing(request, EventFilters(request.GET), Event.objects.live(), methodcaller("for_list"), count_events)


def count_events(count: int) -> str:
    """Say a number of events in words."""
    return ngettext("%(n)s event", "%(n)s events", count) % {"n": grouped(count)}


def village_detail(request: HttpRequest, village: Village) -> dict[str, Any]:
    """Return what is known of a village, how its craft works when nobody has told it, and the ways on."""
    craft = next(iter(live_crafts(village)), None)
    return {
        **village_known(village),
        "craft": craft,
        "steps": [] if detail.narratives_by_language(village) else steps_of(craft),
        "neighbours": nearby_villages(village),
        "campaign_url": campaign_url(village),
    }


def village_known(village: Village) -> dict[str, Any]:
    """Return facts, notices, products, centres, routes, stories and events of a village."""
    known = village.pk is not None
    return {
        "facts": village_facts(village),
        "points": map_points(village),
        "access": access_rows(village),
        "sources": facts.sources(village.source),
        "confidence": facts.confidence_words(village.confidence),
        "notices": list(village.notices.in_force(clock.today())) if known else [],
        "products": list(village.products.live().for_list().by_name()[:SHOWN]) if known else [],
        "centres": list(village.centres.live().for_cards().by_name()[:SHOWN]) if known else [],
        "routes": routes_through(village),
        "stories": stories_about(village),
        "experiences": experience_rows(village),
        "events": list(village.events.live().for_list().by_name()[:SHOWN]) if known else [],
    }


def live_crafts(village: Village) -> list[Craft]:
    """Return the village's crafts that have a page."""
    return [craft for craft in village.crafts.all() if craft.live] if village.pk else []


def village_facts(village: Village) -> list[facts.Fact]:
    """Return the facts table of a village."""
    rows = [facts.record_fact(_("Craft"), craft) for craft in live_crafts(village)] or [
        facts.label_fact(_("Craft"), village.craft_text)
    ]
    return [
        *rows,
        facts.unknown(facts.record_fact(_("Province"), village.province, url=province_url(village))),
        facts.text_fact(_("Commune or ward"), village.commune),
        facts.unit_fact(_("Former unit"), village.former_unit),
        facts.label_fact(_("Age and origin"), village.founded),
        facts.label_fact(_("Known for"), village.fact),
        facts.label_fact(_("Best season, festival"), village.season),
        facts.text_fact(_("Model destination"), model_words(village)),
        point_fact(village),
    ]


def province_url(record: Any) -> str:
    """Return the address of the record's section filtered by its province; empty when the province is unknown."""
    return f"{record.url.removesuffix(record.slug + '/')}?province={record.province.slug}" if record.province else ""


def model_words(place: Any) -> str:
    """Say since when and by whose decision a place is a model destination; empty when it is none."""
    if not place.is_model_destination:
        return ""
    return " · ".join(part for part in (place.model_since, place.model_decided_by) if part) or _("yes")


def point_fact(place: Any) -> facts.Fact:
    """Return the point of a place with what is known of its exactness."""
    if place.point is None:
        return facts.Fact(label=_("Point on the map"), value=_("Not known"))
    return facts.Fact(
        label=_("Point on the map"),
        value=f"{place.latitude:.4f}, {place.longitude:.4f}",
        source_name=facts.said(place.geo_source),
        confidence=facts.confidence_words(place.geo_confidence),
    )


def access_rows(place: Any) -> list[dict[str, str]]:
    """Return step-free entrance, toilet and parking in words."""
    names = ("step_free_entrance", "accessible_toilet", "parking")
    return [
        {
            "label": str(place._meta.get_field(name).verbose_name).capitalize(),
            "value": str(getattr(place, f"get_{name}_display")()),
        }
        for name in names
    ]


def event_detail(request: HttpRequest, event: Event) -> dict[str, Any]:
    """Return place and coming dates of an event."""
    today = clock.today()
    dates = [date for date in event.dates.all() if (date.ends_on or date.starts_on) >= today]
    return {
        "facts": [
            facts.record_fact(_("Village"), event.village),
            facts.record_fact(_("Centre"), event.centre),
            facts.record_fact(_("Province"), event.province, url=""),
            facts.text_fact(_("Calendar"), event.get_calendar_display()),
            facts.label_fact(_("Description"), event.description),
        ],
        "sources": facts.sources(event.source),
        "confidence": facts.confidence_words(event.confidence),
        "points": map_points(event.village or event.centre),
        "dates": [{"text": _date_words(date), "confirmed": date.confirmed} for date in dates],
    }


def _date_words(date: Any) -> str:
    first = date_format(date.starts_on, "DATE_FORMAT")
    return f"{first} – {date_format(date.ends_on, 'DATE_FORMAT')}" if date.ends_on else first
