"""Reading products, producers and recognitions. “Valid” always compares the stored date with the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from core import clock
from core.querysets import RecordQuerySet

LAPSES_SOON = timedelta(days=90)


class ProductQuerySet(RecordQuerySet):
    """Products with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join everything a card names."""
        return self.select_related("programme", "group", "craft", "province", "village__province")

    def for_api(self) -> Self:
        """Join the producer too: a card doesn't name it, a row of the API does."""
        return self.for_list().select_related("producer")

    def for_detail(self) -> Self:
        """Join everything the page names."""
        return self.select_related(
            "programme", "group", "craft", "producer", "province__region", "village__province", "centre__province"
        )

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        joined = super().for_index().select_related("producer", "village")
        return joined.prefetch_related("craft", "group", "province__aliases")

    def starred(self, stars: list[int] | None = None) -> Self:
        """Keep products whose stars hold today, optionally only these numbers of stars."""
        valid = self.filter(current_until__gte=clock.today(), current_stars__isnull=False)
        return valid.filter(current_stars__in=stars) if stars else valid

    def lapsing(self) -> Self:
        """Keep products whose stars hold today, but not `LAPSES_SOON` any more."""
        return self.starred().filter(current_until__lte=clock.today() + LAPSES_SOON)

    def by_stars(self) -> Self:
        """Add `stars_today`: the stars that hold today, else 0."""
        return self.annotate(stars_today=self._while_valid("current_stars"))

    def by_newest(self) -> Self:
        """Add `year_today`: the year of the recognition that holds today, else 0."""
        return self.annotate(year_today=self._while_valid("current_year"))

    def _while_valid(self, column: str) -> models.Case:
        value = Coalesce(column, 0)
        return models.Case(
            models.When(current_until__gte=clock.today(), then=value), default=0, output_field=models.IntegerField()
        )


class ProducerQuerySet(RecordQuerySet):
    """Producers with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join the place and count the live products, one producer at a time: only those of one page are read."""
        products: Any = self.model._meta.get_field("products").related_model
        own = products._default_manager.filter(live=True, producer_id=OuterRef("pk")).order_by().values("producer_id")
        count = Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)
        return self.select_related("province", "village__province").annotate(product_count=count)

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().select_related("village").prefetch_related("province")


class RecognitionQuerySet(models.QuerySet[Any]):
    """Awards of products."""

    def awards(self) -> Self:
        """Keep acts that recognise the product."""
        return self.filter(status__in=("recognised", "stars_not_stated"))

    def valid(self) -> Self:
        """Keep awards that hold today."""
        return self.awards().filter(valid_until__gte=clock.today())

    def newest_first(self) -> Self:
        """Order as a history: dated ones newest first, undated ones last."""
        return self.order_by(models.F("issued_on").desc(nulls_last=True), "-pk")

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return self.select_related("product")
