"""Reading campaign pages: one is public only together with its destination."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Q
from wagtail.models import PageManager, PageQuerySet

from core import languages
from core.privacy import public


class CampaignQuerySet(PageQuerySet):
    """Campaign pages, which go down with the place they invite to."""

    def live(self) -> Self:
        """Keep published pages of live destinations: what search, sitemap, alternates and links may show."""
        return super().live().filter(Q(village__live=True) | Q(centre__live=True))

    def for_readers(self, language: str | None = None) -> Self:
        """Keep the live and public pages in the reader's own language, in a fixed order."""
        code = language or languages.active()
        kept: Any = public(self.live()).filter(locale__language_code=code).order_by("pk")
        return kept

    def inviting_to(self, places: list[Any]) -> Self:
        """Keep the campaigns of villages and centres, and of centres in these villages; join the destinations."""
        keys: dict[str, list[Any]] = {"village": [], "centre": []}
        for place in places:
            keys[place._meta.model_name].append(place.pk)
        of_villages = Q(village_id__in=keys["village"]) | Q(centre__village_id__in=keys["village"])
        found = self.filter(of_villages | Q(centre_id__in=keys["centre"]))
        return found.select_related("village", "centre__village")


CampaignManager = PageManager.from_queryset(CampaignQuerySet)
