"""Writing the index: after bulk writes, and when a narrative comes or goes. Wagtail itself indexes single saves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from modelsearch.backends import get_search_backends
from modelsearch.index import class_is_indexed

from core.search import bulk, vocabulary
from core.search.matching import entries, own_index

BATCH = 500


def reindex(source: Any, ids: Iterable[Any] | None = None) -> int:
    """Index the records of a model or queryset, optionally only those with these keys; return how many.

    Everything is read afresh and in few queries, so call it after the write that changed what a record is found by:
    `reindex(Product, ids)` after an import, `reindex(Village, [page.record_id])` when a narrative comes or goes.
    """
    queryset = source if isinstance(source, QuerySet) else source._default_manager.all()
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)) if ids is None else sorted(set(ids))
    model = queryset.model
    if not class_is_indexed(model):
        raise ValueError(f"{model._meta.label} isn't indexed.")
    done = 0
    for start in range(0, len(keys), BATCH):
        records = list(model.get_indexed_objects().filter(pk__in=keys[start : start + BATCH]))
        _write(model, records)
        done += len(records)
    vocabulary.changed()
    return done


def _write(model: Any, records: list[Any]) -> None:
    if own_index() and bulk.writable(model):
        bulk.write(entries().model, model, records)
        return
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(model, records)


def remove(model: Any, ids: Iterable[Any]) -> None:
    """Take records out of the index that were deleted without Django knowing (a raw or cascading database delete)."""
    keys = [str(key) for key in ids]
    content_type = ContentType.objects.get_for_model(model)
    for start in range(0, len(keys), BATCH):
        entries().filter(content_type=content_type, object_id__in=keys[start : start + BATCH]).delete()
