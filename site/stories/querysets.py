"""Reading stories: for every story, the best language of the chain."""

from __future__ import annotations

from typing import Any, Self

from wagtail.models import PageManager, PageQuerySet

from core import languages
from core.privacy import public


class StoryQuerySet(PageQuerySet):
    """Stories with what their cards show."""

    def for_list(self) -> Self:
        """Fetch language and subjects, for the card's motif and places."""
        return self.select_related("locale").prefetch_related(
            "subjects__village__crafts",
            "subjects__village__province",
            "subjects__product__craft",
            "subjects__product__group",
            "subjects__centre__village__crafts",
            "subjects__craft",
        )

    def best_per_story(self, language: str | None = None) -> list[Any]:
        """Return one live and public page per story, in the best language of the chain, newest first."""
        best: dict[Any, Any] = {}
        order = languages.chain(language)
        pages = public(self.live()).for_list().order_by("-first_published_at", "pk")
        for page in pages:
            rival = best.get(page.translation_key)
            if rival is None or order.index(page.language) < order.index(rival.language):
                best[page.translation_key] = page
        return list(best.values())


StoryManager = PageManager.from_queryset(StoryQuerySet)
