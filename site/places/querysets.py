"""Reading villages, events and notices."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from core.querysets import PlaceQuerySet, RecordQuerySet
from crafts.motifs import first_craft


class VillageQuerySet(PlaceQuerySet):
    """Villages with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join the province and fetch the crafts."""
        return self.select_related("province").prefetch_related("crafts")

    def for_cards(self) -> Self:
        """Join the province; family and name of the first craft come along as columns."""
        return self.select_related("province").annotate(
            craft_family=first_craft("pk", "family"), craft_name=first_craft("pk", "name")
        )

    def for_detail(self) -> Self:
        """Join the region too."""
        return self.select_related("province__region").prefetch_related("crafts")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().prefetch_related("province__aliases", "crafts")

    def model_destinations(self) -> Self:
        """Keep the programme's model destinations."""
        return self.filter(is_model_destination=True)


class EventQuerySet(RecordQuerySet):
    """Festivals and fairs."""

    def for_list(self) -> Self:
        """Join the places and fetch the dates."""
        return self.select_related("village__province", "province").prefetch_related("dates")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().select_related("village", "province")


class NoticeQuerySet(models.QuerySet[Any]):
    """Closures and warnings."""

    def in_force(self, today: date) -> Self:
        """Keep notices that hold on `today`."""
        return self.filter(live=True, starts_on__lte=today).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
