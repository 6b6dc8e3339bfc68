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
        """Join the province; fetch the crafts and the notices."""
        return self.select_related("province").prefetch_related("crafts", "notices")

    def for_cards(self) -> Self:
        """Join the province and fetch the notices; family and name of the first craft come along as columns."""
        joined = self.select_related("province").prefetch_related("notices")
        return joined.annotate(craft_family=first_craft("pk", "family"), craft_name=first_craft("pk", "name"))

    def for_detail(self) -> Self:
        """Join the region too."""
        return self.select_related("province__region").prefetch_related("crafts", "notices")

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
        return self.select_related("village__province", "centre__province", "province").prefetch_related("dates")

    def for_calendar(self) -> Self:
        """Fetch the notices of the places too."""
        return self.for_list().prefetch_related("village__notices", "centre__notices", "centre__village__notices")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().select_related("village", "province")


class NoticeQuerySet(models.QuerySet[Any]):
    """Closures and warnings."""

    def in_force_between(self, first: date, last: date) -> Self:
        """Keep notices that hold on some day from `first` to `last`."""
        return self.filter(live=True, starts_on__lte=last).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first))

    def closures_by_place(self, first: date, last: date) -> dict[tuple[str, int | None], list[Any]]:
        """Return the closures that hold on some day from `first` to `last`, by `("village" | "centre", key)`."""
        found: dict[tuple[str, int | None], list[Any]] = {}
        rows = self.in_force_between(first, last).filter(kind="closure").order_by("pk")
        for row in rows.values_list("village_id", "centre_id", "starts_on", "ends_on", named=True):
            key = ("centre", row.centre_id) if row.centre_id else ("village", row.village_id)
            found.setdefault(key, []).append(row)
        return found
