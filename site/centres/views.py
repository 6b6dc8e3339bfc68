"""What the pages of centres and the map of outlets show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from centres.filters import CentreFilters
from centres.models import Centre, CentreIndexPage
from centres.structured import centre_data
from centres.truth.ask_view import ask_url
from centres.truth.question import question_of
from centres.visit import visit_of
from core import facts
from core.listing import listing
from core.numbers import grouped
from core.related import campaign_url, routes_through, stories_about
from places.around import map_points
from places.closures import notices_ahead
from places.experiences import experience_rows
from places.views import model_words, point_fact, province_url

SHOWN = 12


def centre_list(request: HttpRequest, page: CentreIndexPage) -> dict[str, Any]:
    """Return the filtered list of centres."""
    return listing(request, CentreFilters(request.GET), Centre.objects.live(), _with_hours, count_centres)


def _with_hours(centres: Any) -> Any:
    """Read cards and hours: the list tells the state of each door."""
    return centres.for_cards().with_hours()


def count_centres(count: int) -> str:
    """Say a number of centres in words."""
    return ngettext("%(n)s centre", "%(n)s centres", count) % {"n": grouped(count)}


def centre_detail(request: HttpRequest, centre: Centre) -> dict[str, Any]:
    """Return what is known of a centre, its stock and its campaign."""
    stock = list(centre.stock.filter(product__live=True).select_related("product__programme", "product__group",
        "product__craft", "product__province", "product__village__province")) if centre.pk else []  # fmt: skip
    return {
        **centre_known(centre),
        "made": [row.product for row in stock if row.role == "made"],
        "sold": [row.product for row in stock if row.role == "sold"],
        "campaign_url": campaign_url(centre),
        "question": question_of(centre),
        "ask_url": ask_url(centre),
        "structured": centre_data(request, centre),
    }


def centre_known(centre: Centre) -> dict[str, Any]:
    """Return facts, hours, notices, experiences, routes, stories and the village's share of a centre."""
    return {
        "facts": centre_facts(centre),
        "points": map_points(centre),
        "visit": visit_of(centre),
        "sources": facts.sources(centre.source),
        "confidence": facts.confidence_words(centre.confidence),
        "notices": notices_ahead(centre),
        "village_products": _village_products(centre),
        "experiences": experience_rows(centre),
        "routes": routes_through(centre),
        "stories": stories_about(centre),
        "neighbours": _neighbours(centre),
    }


def centre_facts(centre: Centre) -> list[facts.Fact]:
    """Return the facts table of a centre."""
    return [
        facts.text_fact(_("Kind"), centre.get_kind_display()),
        facts.record_fact(_("Village"), centre.village),
        facts.unknown(facts.record_fact(_("Province"), centre.province, url=province_url(centre))),
        facts.text_fact(_("Website"), centre.website, url=centre.website),
        facts.text_fact(_("Telephone"), centre.phone, url=f"tel:{centre.phone}" if centre.phone else ""),
        facts.text_fact(_("Model destination"), model_words(centre)),
        facts.label_fact(_("Note"), centre.note),
        point_fact(centre),
    ]


def _village_products(centre: Centre) -> list[Any]:
    """Return live products of the centre's village: from here, not necessarily on its shelves."""
    if not centre.village_id:
        return []
    return list(centre.village.products.live().for_list().by_name()[:SHOWN])


def _neighbours(centre: Centre) -> list[Centre]:
    """Return the other live centres of the same village."""
    if not centre.village_id:
        return []
    others = Centre.objects.live().for_cards().filter(village_id=centre.village_id).exclude(pk=centre.pk)
    return list(others.by_name()[:4])
