"""Reading crafts."""

from __future__ import annotations

from typing import Self

from django.db.models import Count, F, Q

from core.querysets import RecordQuerySet


class CraftQuerySet(RecordQuerySet):
    """Crafts with what their cards and pages show."""

    def for_list(self) -> Self:
        """Count the live villages of each craft."""
        return self.annotate(village_count=Count("villages", filter=Q(villages__live=True), distinct=True))

    def in_season(self, month: int) -> Self:
        """Keep crafts whose season is known and holds the month (1 to 12)."""
        return self.alias(season=F("months").bitand(1 << month)).filter(season__gt=0)

    def for_detail(self) -> Self:
        """Fetch the steps too."""
        return self.prefetch_related("steps")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().prefetch_related("steps")
