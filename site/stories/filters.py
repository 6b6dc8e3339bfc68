"""The filters of the list of stories."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from core.filters import FilterForm


class StoryFilters(FilterForm):
    """Stories are searched by words; the list itself keeps one language per story."""

    def order_name(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order newest first."""
        return queryset.order_by("-first_published_at", "pk")
