"""Reading products, producers and recognitions. “Valid” always compares the stored date with the clock."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Count, Q

from core import clock
from core.querysets import RecordQuerySet


class ProductQuerySet(RecordQuerySet):
    """Products with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join everything a card names."""
        return self.select_related("programme", "group", "craft", "province", "village", "producer")

    def for_detail(self) -> Self:
        """Join everything the page names."""
        return self.select_related(
            "programme", "group", "craft", "producer", "province__region", "village__province", "centre__province"
        )

    def starred(self, stars: list[int] | None = None) -> Self:
        """Keep products whose stars hold today, optionally only these numbers of stars."""
        valid = self.filter(current_until__gte=clock.today(), current_stars__isnull=False)
        return valid.filter(current_stars__in=stars) if stars else valid

    def by_stars(self) -> Self:
        """Order by stars that hold today, then by name."""
        today = clock.today()
        return self.annotate(
            stars_today=models.Case(models.When(current_until__gte=today, then="current_stars"), default=0)
        )


class ProducerQuerySet(RecordQuerySet):
    """Producers with what their cards and pages show."""

    def for_list(self) -> Self:
        """Join the place and count the live products."""
        return self.select_related("province", "village").annotate(
            product_count=Count("products", filter=Q(products__live=True))
        )


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
