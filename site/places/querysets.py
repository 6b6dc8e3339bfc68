"""Reading villages, events and notices."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from core.facets.counting import ListedAlone
from core.querysets import PlaceQuerySet, RecordQuerySet
from crafts.motifs import first_craft

CLOSURE_DAYS = "closure_days"  # the column that `places.closures` reads where the notices were not


class VillageQuerySet(PlaceQuerySet):
    """Villages with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join the province; fetch the crafts and the notices."""
        return self.select_related("province").prefetch_related("crafts", "notices")

    def for_cards(self) -> Self:
        """Join the province; family and name of the first craft and the closures' days come along as columns."""
        joined = self.select_related("province").with_closure_days()
        return joined.annotate(craft_family=first_craft("pk", "family"), craft_name=first_craft("pk", "name"))

    def with_closure_days(self) -> Self:
        """Add the days of the closures as a column."""
        notices = self.model._meta.get_field("notices").related_model._default_manager
        return self.annotate(**{CLOSURE_DAYS: notices.closure_days(village=OuterRef("pk"))})

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
        return self._with_places().prefetch_related("dates")

    def for_calendar(self) -> Self:
        """Join the places; the days on which the place is closed come along as a column. No dates."""
        notices = self.model._meta.get_field("village").related_model._meta.get_field("notices").related_model
        village = Coalesce(OuterRef("centre__village_id"), OuterRef("village_id"))
        days = notices._default_manager.closure_days(village=village, centre=OuterRef("centre_id"))
        return self._with_places().annotate(**{CLOSURE_DAYS: days})

    def _with_places(self) -> Self:
        return self.select_related("village__province", "centre__province", "province")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().select_related("village", "province")


class NoticeQuerySet(models.QuerySet[Any]):
    """Closures and warnings."""

    def closure_days(self, village: Any, centre: Any = None) -> Subquery:
        """Return the days of a village's closures, and a centre's, for a column: `first:last` with commas between."""
        there = Q(village=village) if centre is None else Q(village=village) | Q(centre=centre)
        rows = self.filter(there, live=True, kind="closure").order_by()
        first, last = (Cast(F(column), TextField()) for column in ("starts_on", "ends_on"))
        pair = Concat(first, Value(":"), last, output_field=TextField())  # nothing for no last day
        return Subquery(rows.values(days=ListedAlone(pair)))
