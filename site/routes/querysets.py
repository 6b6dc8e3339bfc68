"""Reading routes."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Case, F, Prefetch, When
from django.db.models.functions import Coalesce

from core.querysets import RecordQuerySet, sort_column
from crafts.motifs import first_craft


class RouteQuerySet(RecordQuerySet):
    """Routes with their stops, as cards and pages show them."""

    def for_list(self) -> Self:
        """Fetch the stops with their places in order; the family of their craft comes along as a column."""
        return self.prefetch_related(self._stops())

    def for_detail(self) -> Self:
        """Fetch the stops with provinces too, and the hours of stops that are centres."""
        hours = ("opening_periods", "special_days", "notices")
        return self.prefetch_related(self._stops(), *(f"stops__centre__{name}" for name in hours))

    def in_season_first(self, month: int) -> Self:
        """Order by name, routes whose best months hold this one (1 to 12) before all others."""
        in_season = Case(When(season__gt=0, then=0), default=1)
        return self.annotate(season=F("months").bitand(1 << month)).order_by(in_season, sort_column(), "pk")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().prefetch_related("stops__village", "stops__centre")

    def _stops(self) -> Prefetch[Any]:
        stops = self.model._meta.get_field("stops").related_model._default_manager
        return Prefetch(
            "stops",
            queryset=stops.select_related("village__province", "centre__province")
            .annotate(home_village=Coalesce("village_id", "centre__village_id"))
            .annotate(craft_family=first_craft("home_village", "family")),
        )
