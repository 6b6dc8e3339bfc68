"""Keeping `Product.current_*` right: the newest recognition that holds today, on every write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core import clock
from products.models import Product, Recognition
from products.models.recognitions import scale_of
from products.validity import Precision, stars_shown

BATCH = 500


def refresh_current(product_ids: Iterable[int]) -> int:
    """Recompute the current recognition of these products; return how many were looked at. Bulk writers call it."""
    ids = sorted(set(product_ids))
    for part in range(0, len(ids), BATCH):
        _refresh_batch(ids[part : part + BATCH])
    return len(ids)


def _refresh_batch(ids: list[int]) -> None:
    today = clock.today()
    newest: dict[int, Recognition] = {}
    rows = Recognition.objects.awards().filter(product_id__in=ids, valid_until__gte=today, issued_on__isnull=False)
    for recognition in (
        rows.select_related("programme").prefetch_related("programme__periods").order_by("issued_on", "pk")
    ):
        newest[recognition.product_id] = recognition
    products = list(Product.objects.filter(pk__in=ids).only("pk", *Product.current_fields))
    changed = [product for product in products if _apply(product, newest.get(product.pk))]
    Product.objects.bulk_update(changed, Product.current_fields, batch_size=200)


def _apply(product: Product, recognition: Recognition | None) -> bool:
    """Put a recognition's values on a product; return whether anything changed."""
    values: dict[str, Any] = dict.fromkeys(Product.current_fields)
    values["current_exact"] = True
    if recognition is not None:
        values = {
            "current_stars": stars_shown(recognition.award, scale_of(recognition.period)),
            "current_out_of": recognition.out_of,
            "current_year": recognition.year,
            "current_exact": recognition.precision == Precision.DAY,
            "current_until": recognition.valid_until,
        }
    changed = any(getattr(product, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(product, name, value)
    return changed
