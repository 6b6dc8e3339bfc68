"""How products and producers look in a list."""

from __future__ import annotations

from typing import Any

from django.utils.translation import ngettext

from core.cards import Card, planned, record_card
from core.numbers import grouped
from products.models import Producer, Product


def stars_of(product: Product) -> dict[str, Any] | None:
    """Return what the star badge shows; None when no stars hold today."""
    badge = product.badge
    if badge is None:
        return None
    return {
        "stars": badge.stars,
        "out_of": badge.out_of,
        "year": badge.year or "",
        "slug": badge.slug,
        "exact_date_known": badge.exact,
        "programme": product.programme.short_name,
    }


def product_card(product: Product) -> Card:
    """Return the card of a product."""
    eyebrow = [product.group.name, product.province and product.province.name_in()[0]]
    return record_card(product, eyebrow, stars=stars_of(product), plan=planned(product.village, named=True))


def producer_card(producer: Producer) -> Card:
    """Return the card of a producer."""
    made = getattr(producer, "product_count", None)
    words = "" if made is None else ngettext("%(n)s product", "%(n)s products", made) % {"n": grouped(made)}
    return record_card(producer, [producer.province and producer.province.name_in()[0], words])
