"""Bringing the sort columns of records that are there already into step with `core.collation`, after migrations."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from core.models import Record

BATCH = 500


def refresh_all(using: str = DEFAULT_DB_ALIAS, **_signal: Any) -> int:
    """Refresh every record type; return how many records had other keys. `post_migrate` calls it once.

    Does nothing while migrations wait to be applied: the next run makes it good.
    """
    executor = MigrationExecutor(connections[using])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return 0
    return sum(_refresh(model, using) for model in apps.get_models() if issubclass(model, Record))


def _refresh(model: Any, using: str) -> int:
    changed = []
    with transaction.atomic(using=using):
        for record in model.objects.using(using).for_list().order_by("pk").iterator(chunk_size=BATCH):
            before = _keys(record)
            record.derive_sort_keys()
            if _keys(record) != before:
                changed.append(record)
        model.objects.using(using).bulk_update(changed, Record.sort_columns, batch_size=BATCH)
    return len(changed)


def _keys(record: Record) -> list[str]:
    return [getattr(record, column) for column in Record.sort_columns]
