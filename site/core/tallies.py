"""Adding one to a row that counts, whoever else does so at the same moment."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F


def add_one(model: Any, column: str, **key: Any) -> None:
    """Add one to the row with this key; of two who are first at once, the second adds to the row of the first."""
    row = model._default_manager.filter(**key)
    one_more = {column: F(column) + 1}
    if row.update(**one_more):
        return
    try:
        with transaction.atomic():
            model._default_manager.create(**key, **{column: 1})
    except IntegrityError:
        row.update(**one_more)
