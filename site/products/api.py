"""Products and producers in the read API. Stars show only while they hold; the history stands in the detail."""

from __future__ import annotations

from typing import Any, ClassVar

from core.api import RecordAPIViewSet
from core.api_fields import Json, RecordSerializer, Reference, Value
from core.labels import Label
from products.filters import ProducerFilters, ProductFilters
from products.models import Producer, Product, Recognition
from products.validity import FOREVER

KNOWN_PART = {"year": 4, "month": 7, "day": 10}  # characters of an ISO date


def recognition(product: Product, view: Any) -> dict[str, Json] | None:
    """Return the stars that hold today; None when none do."""
    badge = product.badge
    if badge is None:
        return None
    return {
        "stars": badge.stars,
        "out_of": badge.out_of,
        "year": badge.year,
        "exact_date_known": badge.exact,
        "valid_until": badge.until,
    }


def history(product: Product, view: Any) -> list[dict[str, Json]]:
    """Return every act about the product, newest first; `valid` tells whether it holds today."""
    return [_act(row) for row in product.recognitions.newest_first()]


def _act(row: Recognition) -> dict[str, Json]:
    return {
        "status": row.status,
        "stars": row.stars,
        "out_of": row.out_of,
        "issued_on": row.issued_on.isoformat()[: KNOWN_PART[row.precision]] if row.issued_on else None,
        "valid": row.is_valid,
        "valid_until": None if row.valid_until == FOREVER else row.valid_until,
        "revoked_on": row.revoked_on,
        "decision_number": row.decision_number,
        "decision_note": row.decision_note,
        "issuer": row.issuer,
        "level": row.level,
        "source": row.source,
    }


def marks(product: Product, view: Any) -> list[dict[str, Json]]:
    """Return the other marks on a product with their sources."""
    columns = ("kind", "name", "issuer", "issued_on", "valid_until", "source")
    return [{name: getattr(row, name) for name in columns} for row in product.quality_marks.all()]


class ProductSerializer(RecordSerializer):
    """A product as JSON."""

    programme = Value(lambda product, view: {"key": product.programme.key, "name": product.programme.short_name})
    group = Value(lambda product, view: {"key": product.group.key, "names": dict(Label(product.group.name).data)})
    craft = Reference()
    producer = Reference()
    province = Reference()
    village = Reference()
    centre = Reference()
    recognition = Value(recognition)
    recognitions = Value(history)
    quality_marks = Value(marks)


class ProductAPIViewSet(RecordAPIViewSet):
    """Products."""

    model = Product
    name = "products"
    base_serializer_class = ProductSerializer
    filter_form = ProductFilters
    summary: ClassVar[list[str]] = ["programme", "group", "craft", "producer", "province", "village", "recognition"]
    details: ClassVar[list[str]] = ["centre", "note", "recognitions", "quality_marks"]


class ProducerSerializer(RecordSerializer):
    """A producer as JSON: the business, nothing personal."""

    country = Value(lambda producer, view: producer.country)
    province = Reference()
    village = Reference()
    products = Value(lambda producer, view: producer.product_count)


class ProducerAPIViewSet(RecordAPIViewSet):
    """Producers."""

    model = Producer
    name = "producers"
    base_serializer_class = ProducerSerializer
    filter_form = ProducerFilters
    summary: ClassVar[list[str]] = ["country", "province", "village", "products"]
