"""Small cards of any searchable type, each type in one query: the motif comes along as a column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from core.cards import Card, card_of, foreign, planned, record_card
from core.languages import active, content_language
from crafts.models import Craft
from places.cards import show_closure
from routes.models import RouteStop
from stories.models import StorySubject

FAMILY = "search_family"


def _of_village(reference: str) -> Subquery:
    """Return the family of a village's first craft."""
    crafts = Craft.objects.filter(villages=OuterRef(reference)).order_by("sort_en", "pk")
    return Subquery(crafts.values("family")[:1], output_field=CharField())


def _of_route() -> Subquery:
    stops = RouteStop.objects.filter(route=OuterRef("pk"), village__crafts__isnull=False).order_by("sort_order")
    return Subquery(stops.values("village__crafts__family")[:1], output_field=CharField())


def _of_story() -> Subquery:
    family = Coalesce("craft__family", "product__craft__family", "village__crafts__family")
    subjects = StorySubject.objects.filter(page=OuterRef("pk")).order_by("sort_order")
    return Subquery(subjects.values_list(family)[:1], output_field=CharField())


def _of_destination() -> Coalesce:
    """Return the family of a campaign's village, or of its centre's."""
    return Coalesce(_of_village("village_id"), _of_village("centre__village_id"))


_PLANS: dict[str, Callable[[Any], QuerySet[Any]]] = {
    "villages": lambda found: (
        found.select_related("province").with_closure_days().annotate(**{FAMILY: _of_village("pk")})
    ),
    "centres": lambda found: (
        found.select_related("province", "village").with_closure_days().annotate(**{FAMILY: _of_village("village_id")})
    ),
    "routes": lambda found: found.annotate(**{FAMILY: _of_route()}),
    "products": lambda found: found.select_related("programme", "group", "craft", "province", "village__province"),
    "producers": lambda found: found.select_related("province"),
    "events": lambda found: found.select_related("village__province", "province"),
    "stories": lambda found: found.select_related("locale").annotate(**{FAMILY: _of_story()}),
    "campaigns": lambda found: found.select_related("locale", "village", "centre").annotate(
        **{FAMILY: _of_destination()}
    ),
    "pages": lambda found: found.select_related("locale"),
}


def plan(key: str, found: QuerySet[Any]) -> QuerySet[Any]:
    """Return the queryset with everything that `card` reads."""
    return _PLANS[key](found) if key in _PLANS else found


def card(key: str, item: Any) -> Card:
    """Return the small card of a record or page that was fetched by `plan`."""
    if key in ("stories", "pages"):
        return _page_card(key, item)
    if key == "campaigns":
        return _campaign_card(item)
    if key in ("villages", "centres", "routes"):
        return _place_card(item)
    return card_of(item)


def _place_card(record: Any) -> Card:
    """Return name, province, tagline and closure, without asking for crafts, hours or stops."""
    province = getattr(record, "province", None)
    shown = record_card(_WithoutMotif(record), [province.name_in()[0]] if province else [])
    shown.motif = record.illustration or getattr(record, FAMILY) or "community"
    shown.plan = planned(record) if province else None  # a route's stops aren't read
    show_closure(shown, record)
    return shown


class _WithoutMotif:
    """A record whose motif is not worked out."""

    motif = ""

    def __init__(self, record: Any) -> None:
        self._record = record

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)


def _campaign_card(page: Any) -> Card:
    """Return the card of a campaign: its own words, and the picture of its destination."""
    place = page.place
    shown = _page_card("campaigns", page)
    return replace(shown, slug=place.slug, motif=place.illustration or shown.motif)


def _page_card(key: str, page: Any) -> Card:
    """Return title and introduction; a page of a language that the reader asked for keeps its own address."""
    section = "stories/" if key == "stories" else ""
    language = active() if page.language == content_language() else page.language
    return Card(
        url=f"/{language}/{section}{page.slug}/",
        slug=page.slug,
        title=page.title,
        title_lang=foreign(page.language),
        text=page.introduction,
        text_lang=foreign(page.language),
        motif=getattr(page, FAMILY, None) or "community",
        image=getattr(page, "photograph", None),
    )
