"""Reading routes."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import Case, CharField, F, OuterRef, Prefetch, Subquery, When
from django.db.models.functions import Coalesce

from core.querysets import RecordQuerySet, sort_column
from crafts.motifs import first_craft
from crafts.of_village import crafts_listed


class RouteQuerySet(RecordQuerySet):
    """Routes with their stops, as cards and pages show them."""

    def for_list(self) -> Self:
        """Fetch the stops with their places in order; the family of their craft comes along as a column."""
        return self.prefetch_related(Prefetch("stops", queryset=self._read_stops()))

    def for_detail(self) -> Self:
        """Fetch the stops with the crafts of their village too.

        Hours and notices are the matter of `routes.guide.reading.read_doors`: one query for every kind of place.
        """
        stops = self._read_stops().select_related("centre__village__province")
        stops = stops.annotate(craft_rows=crafts_listed("village_id"))
        return self.prefetch_related(Prefetch("stops", queryset=stops))

    def in_season_first(self, month: int) -> Self:
        """Order by name, routes whose best months hold this one (1 to 12) before all others."""
        in_season = Case(When(season__gt=0, then=0), default=1)
        return self.annotate(season=F("months").bitand(1 << month)).order_by(in_season, sort_column(), "pk")

    def with_motif(self) -> Self:
        """Add the craft family of the first stop that has one, for cards that don't name the stops."""
        stops = self._stop_rows().filter(route=OuterRef("pk")).annotate(home=_home_village())
        family = stops.annotate(family=first_craft("home", "family")).filter(family__isnull=False)
        first = family.order_by("sort_order", "pk").values("family")[:1]
        return self.annotate(craft_family=Subquery(first, output_field=CharField()))

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        stops = self._stop_rows().select_related("village", "centre")
        return super().for_index().prefetch_related(Prefetch("stops", queryset=stops))

    def _read_stops(self) -> Any:
        places = self._stop_rows().select_related("village__province", "centre__province")
        craft = {
            "craft_family": first_craft("home_village", "family"),
            "craft_months": first_craft("village_id", "months"),
        }
        return places.annotate(home_village=_home_village()).annotate(**craft)

    def _stop_rows(self) -> Any:
        return self.model._meta.get_field("stops").related_model._default_manager.all()


def _home_village() -> Coalesce:
    """Return the village that a stop is, or in which its centre stands."""
    return Coalesce("village_id", "centre__village_id")
