"""Records and pages of higher apps that belong to a record, found through the relations those apps declare."""

from __future__ import annotations

from typing import Any

from core import languages

SHOWN = 12


def routes_through(place: Any) -> list[Any]:
    """Return the live routes that stop at a village or centre, by name (through `route_stops`, filled by routes)."""
    if not place.pk:
        return []
    model = place._meta.get_field("route_stops").related_model._meta.get_field("route").related_model
    stops = place.route_stops.values("route_id")
    return list(model.objects.live().for_cards().filter(pk__in=stops).by_name()[:SHOWN])


def campaign_url(place: Any) -> str:
    """Return the address of the page that invites to a village or centre (through `campaigns`, filled by home).

    Empty when there is none in the reader's own language.
    """
    slug = place.campaigns.for_readers().values_list("slug", flat=True).first() if place.pk else None
    return f"/{languages.active()}/{slug}/" if slug else ""


def stories_about(record: Any) -> list[Any]:
    """Return the stories about a record, each in its best language (through `story_subjects`, filled by stories)."""
    if not record.pk:
        return []
    model = record._meta.get_field("story_subjects").related_model._meta.get_field("page").related_model
    keys = model.objects.filter(pk__in=record.story_subjects.values("page_id")).values("translation_key")
    return list(model.objects.filter(translation_key__in=keys).best_per_story(limit=SHOWN))
