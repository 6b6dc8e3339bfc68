"""What the pages of villages show."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import detail, facts
from core.cards import foreign
from core.listing import listing
from core.numbers import grouped
from core.related import campaign_url, routes_through, stories_about
from core.together import read_together
from crafts.models import Craft
from crafts.views import steps_of
from places.around import map_points, nearby_villages
from places.closures import closed_words, notices_ahead
from places.event_month import Named
from places.experiences import experience_rows
from places.filters import VillageFilters
from places.models import Village, VillageIndexPage
from places.when_to_go import month_address, when_to_go

SHOWN = 12


def village_list(request: HttpRequest, page: VillageIndexPage) -> dict[str, Any]:
    """Return the filtered list of villages."""
    return listing(
        request, VillageFilters(request.GET), Village.objects.live(), methodcaller("for_cards"), count_villages
    )


def count_villages(count: int) -> str:
    """Say a number of villages in words."""
    return ngettext("%(n)s village", "%(n)s villages", count) % {"n": grouped(count)}


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
    events, products, centres = _lists(village)
    query = f"village={village.slug}"
    return {
        "facts": village_facts(village),
        "points": map_points(village),
        "access": access_rows(village),
        "sources": facts.sources(village.source),
        "confidence": facts.confidence_words(village.confidence),
        "notices": notices_ahead(village),
        "closed_words": closed_words(village),
        "products": products,
        "centres": centres,
        "routes": routes_through(village),
        "stories": stories_about(village),
        "experiences": experience_rows(village),
        "events": events,
        "months": when_to_go(live_crafts(village), events, village.months, query),
        "months_url": month_address(query),
        "months_around": months_around(village),
    }


def _lists(village: Village) -> list[list[Any]]:
    """Return events, products and centres of a village in one query; none of a village that isn't saved."""
    if village.pk is None:
        return [[], [], []]
    plans = (village.events.live().for_list(), village.products.live().for_list(), village.centres.live().for_cards())
    shown = [plan.by_name()[:SHOWN] for plan in plans]
    read_together(*shown)
    return [list(rows) for rows in shown]


def months_around(village: Village) -> Named | None:
    """Return the province's name with the address of its page of this month; None when it is unknown."""
    if village.province is None or not village.province.live:
        return None
    text, language = village.province.name_in()
    return Named(text, foreign(language), month_address(f"province={village.province.slug}"))


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
