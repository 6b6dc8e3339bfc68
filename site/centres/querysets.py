"""Reading centres."""

from __future__ import annotations

from typing import Self

from core.querysets import PlaceQuerySet
from crafts.motifs import first_craft


class CentreQuerySet(PlaceQuerySet):
    """Centres with what their cards, their pages and the map show."""

    def for_list(self) -> Self:
        """Join the places; fetch the village's crafts (for the motif) and the hours."""
        return self.select_related("province", "village").prefetch_related(
            "village__crafts", "opening_periods", "special_days", "notices"
        )

    def for_cards(self) -> Self:
        """Join the places; the family of the village's first craft comes along as a column. No hours, no state."""
        return self.select_related("province", "village").annotate(craft_family=first_craft("village_id", "family"))

    def with_hours(self) -> Self:
        """Fetch the hours too, so that cards tell the state of the door."""
        return self.prefetch_related("opening_periods", "special_days", "notices")

    def for_detail(self) -> Self:
        """Join the region too, and fetch the hours."""
        places = self.select_related("province__region", "village__province")
        return places.annotate(craft_family=first_craft("village_id", "family")).with_hours()

    def for_map(self) -> Self:
        """Fetch what a feature of the map needs, nothing more."""
        return self.select_related("province", "village").with_hours()

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().prefetch_related("province__aliases", "village")

    def model_destinations(self) -> Self:
        """Keep the programme's model destinations."""
        return self.filter(is_model_destination=True)
