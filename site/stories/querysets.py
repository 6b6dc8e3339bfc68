"""Reading stories: for every story, the best language of the chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Coalesce
from wagtail.models import PageManager, PageQuerySet

from core import languages
from core.privacy import public
from crafts.motifs import first_craft

SUBJECTS = ("village", "product", "centre", "craft")
SHARED = ("page__translation_key", *SUBJECTS)


class SubjectQuerySet(models.QuerySet[Any]):
    """The records that stories are about."""

    def with_records(self) -> Self:
        """Fetch the records with what their cards show, in a few queries per type, whatever their number."""
        return self.prefetch_related(*(Prefetch(name, queryset=self._records(name)) for name in SUBJECTS))

    def with_names(self) -> Self:
        """Join the records with what a story's card says of them; the family of a place's craft is a column."""
        joined = self.select_related("village__province", "centre", "craft", "product__craft", "product__group")
        home_village = Coalesce("village_id", "centre__village_id")
        return joined.annotate(home_village=home_village).annotate(craft_family=first_craft("home_village", "family"))

    def _records(self, name: str) -> models.QuerySet[Any]:
        wanted: models.QuerySet[Any] = self.model._meta.get_field(name).related_model._default_manager.for_cards()
        return wanted


class StoryQuerySet(PageQuerySet):
    """Stories with what their cards show."""

    def for_list(self) -> Self:
        """Fetch language and subjects, for the card's motif and places."""
        subjects = self.model._meta.get_field("subjects").related_model._default_manager
        return self.select_related("locale").prefetch_related(Prefetch("subjects", queryset=subjects.with_names()))

    def readable(self) -> Self:
        """Keep the live and public versions, whatever their language."""
        kept: Self = public(self.live())
        return kept

    def best_by_story(self, language: str | None = None) -> dict[Any, int]:
        """Return the primary key of one live and public page per story (translation key), newest first."""
        return {story: pk for story, (pk, _title) in self._best(language).items()}

    def best_titles(self, language: str | None = None) -> dict[int, str]:
        """Return the title of one live and public page per story by its primary key, newest first."""
        return dict(self._best(language).values())

    def _best(self, language: str | None) -> dict[Any, tuple[int, str]]:
        best: dict[Any, tuple[int, int, str]] = {}
        order = languages.chain(language)
        pages = self.readable().order_by("-first_published_at", "pk")
        for pk, story, code, title in pages.values_list("pk", "translation_key", "locale__language_code", "title"):
            rank = order.index(code)
            if story not in best or rank < best[story][0]:
                best[story] = (rank, pk, title)
        return {story: (pk, title) for story, (_rank, pk, title) in best.items()}

    def best_keys(self, language: str | None = None) -> list[int]:
        """Return the primary key of one live and public page per story, in the best language, newest first."""
        return list(self.best_by_story(language).values())

    def in_order(self, keys: Sequence[int]) -> list[Any]:
        """Return the stories with these primary keys, in that order."""
        found = self.for_list().in_bulk(list(keys))
        return [found[key] for key in keys]

    def sharing(self, subjects: Sequence[Any]) -> Counter[Any]:
        """Count, by story (translation key), how many of these subject rows each of the stories has as well."""
        wanted = Q()
        for row in subjects:
            wanted |= Q(**{name: getattr(row, f"{name}_id") for name in SUBJECTS if getattr(row, f"{name}_id")})
        if not wanted:
            return Counter()
        rows = self.model._meta.get_field("subjects").related_model._default_manager.filter(wanted)
        return Counter(story for story, *_subject in rows.order_by().values_list(*SHARED).distinct())

    def best_per_story(self, language: str | None = None, limit: int | None = None) -> list[Any]:
        """Return one live and public page per story, in the best language of the chain, newest first."""
        keys = self.best_keys(language)[:limit]
        return self.in_order(keys) if keys else []

    def newest(self, limit: int) -> list[Any]:
        """Return the newest stories as `best_per_story` does, reading no more than it needs of hundreds.

        A story has at most one page per language, so that many rows hold `limit` stories.
        """
        pages = self.readable().order_by("-first_published_at", "pk")[: limit * len(languages.codes())]
        stories = list(dict.fromkeys(pages.values_list("translation_key", flat=True)))[:limit]
        return self.filter(translation_key__in=stories).best_per_story()


StoryManager = PageManager.from_queryset(StoryQuerySet)
SubjectManager = models.Manager.from_queryset(SubjectQuerySet)
