"""What stands in the way of deleting records: other records that can't be without them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import router
from django.db.models.deletion import Collector, ProtectedError


def needing(records: Sequence[Any]) -> list[Any]:
    """Return the records that refer to one of these and forbid its deletion, type by type; none when all may go.

    The rows are asked, not Wagtail's reference index: what was written in bulk need not stand in that.
    """
    model = type(records[0])
    try:
        Collector(using=router.db_for_write(model)).collect(records)
    except ProtectedError as error:
        return sorted(error.protected_objects, key=lambda record: (record._meta.label, record.pk))
    return []
