"""Reading centres."""

from __future__ import annotations

from typing import Self

from core.querysets import PlaceQuerySet


class CentreQuerySet(PlaceQuerySet):
    """Centres with what their cards, their pages and the map show."""

    def for_list(self) -> Self:
        """Join the places; fetch the village's crafts (for the motif) and the hours."""
        return self.select_related("province", "village").prefetch_related(
            "village__crafts", "opening_periods", "special_days"
        )

    def for_detail(self) -> Self:
        """Join the region too."""
        return self.select_related("province__region", "village__province").prefetch_related(
            "village__crafts", "opening_periods", "special_days"
        )

    def for_map(self) -> Self:
        """Fetch what a feature of the map needs, nothing more."""
        return self.select_related("province").prefetch_related("opening_periods", "special_days")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().prefetch_related("province__aliases", "village")

    def model_destinations(self) -> Self:
        """Keep the programme's model destinations."""
        return self.filter(is_model_destination=True)
