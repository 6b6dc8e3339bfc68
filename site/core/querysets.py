"""The verbs every record queryset shares."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models.query import ModelIterable

from core import languages
from core.together import prefetch_together

SORT_COLUMNS = ("vi", "en", "id")


def sort_column(language: str | None = None) -> str:
    """Return the column that orders records by name for a reader of `language`."""
    code = next(code for code in [*languages.chain(language), "en"] if code in SORT_COLUMNS)
    return f"sort_{code}"


class RecordQuerySet(models.QuerySet[Any]):
    """Records by liveness and name; `for_list` and `for_detail` are the whole reading plan of a page."""

    _together: tuple[str, ...] = ()

    def live(self) -> Self:
        """Keep what the public may see."""
        return self.filter(live=True)

    def by_name(self, language: str | None = None) -> Self:
        """Order by name in the reader's language; ties by primary key."""
        return self.order_by(sort_column(language), "pk")

    def for_list(self) -> Self:
        """Fetch what a card needs; subclasses add their joins."""
        return self

    def for_cards(self) -> Self:
        """Fetch what a card in a strip needs, in one query where that is possible; subclasses narrow it."""
        return self.for_list()

    def for_api(self) -> Self:
        """Fetch what a row of the read API's list names; subclasses add their joins."""
        return self.for_list()

    def for_detail(self) -> Self:
        """Fetch what a record's page needs; subclasses add their joins."""
        return self.for_list()

    def for_index(self) -> Self:
        """Fetch what the search index reads, the live public narratives included; subclasses add their joins."""
        relation = getattr(self.model, "narratives", None)
        if relation is None:
            return self
        pages = relation.rel.related_model._default_manager.live().public()
        return self.prefetch_related(models.Prefetch("narratives", queryset=pages, to_attr="public_narratives"))

    def prefetch_together(self, *relations: str) -> Self:
        """Fetch rows that point at the records, all relations with one query; see `core.together`."""
        clone: Self = self._chain()  # type: ignore[attr-defined]  # of QuerySet
        clone._together = (*self._together, *relations)
        return clone

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # of QuerySet
        clone._together = self._together
        return clone

    def _fetch_all(self) -> None:
        was_read, of_records = self._result_cache is not None, issubclass(self._iterable_class, ModelIterable)
        super()._fetch_all()
        if self._together and of_records and not was_read:
            prefetch_together(self._result_cache or (), *self._together)


class PlaceQuerySet(RecordQuerySet):
    """Records with a point."""

    def located(self) -> Self:
        """Keep records with a known point."""
        return self.filter(latitude__isnull=False, longitude__isnull=False)

    def within(self, west: float, south: float, east: float, north: float) -> Self:
        """Keep points in a box of degrees; `west` > `east` crosses the antimeridian."""
        box = self.filter(latitude__range=(south, north))
        if west <= east:
            return box.filter(longitude__range=(west, east))
        return box.filter(models.Q(longitude__gte=west) | models.Q(longitude__lte=east))
