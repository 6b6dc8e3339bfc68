"""Writing the search index: after bulk writes, and for records whose words changed elsewhere (pages, places, crafts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from modelsearch import signal_handlers
from wagtail.search import index
from wagtail.search.backends import get_search_backends

from core.models import SavedRecord

CHUNK = 500
_held = False


def is_held() -> bool:
    """Tell whether a bulk writer has promised to rebuild the index at its end."""
    return _held


@contextmanager
def held() -> Iterator[None]:
    """Index nothing within: the bulk writer calls `reindex_models` at its end. For commands, not for requests."""
    global _held
    models = [model for model in index.get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(signal_handlers.post_save_signal_handler, sender=model)
        post_delete.disconnect(signal_handlers.post_delete_signal_handler, sender=model)
    _held = True
    try:
        yield
    finally:
        _held = False
        for model in models:
            post_save.connect(signal_handlers.post_save_signal_handler, sender=model)
            post_delete.connect(signal_handlers.post_delete_signal_handler, sender=model)


def reindex(records: Iterable[Any]) -> int:
    """Write the index entries of these records or pages anew; return how many."""
    if _held:
        return 0
    by_model: dict[type[Model], dict[Any, Any]] = {}
    for record in records:
        by_model.setdefault(type(record), {})[record.pk] = record
    for model, found in by_model.items():
        _add(model, found.values())
    return sum(len(found) for found in by_model.values())


def reindex_models(models: Iterable[type[Model]] | None = None) -> int:
    """Write the index entries of whole tables anew (all indexed ones by default); return how many."""
    count = 0
    for model in models or index.get_indexed_models():
        rows = model.get_indexed_objects().order_by("pk")  # type: ignore[attr-defined]  # of index.Indexed
        count += _add(model, rows.iterator(CHUNK))
    return count


def _add(model: type[Model], rows: Iterable[Any]) -> int:
    backends = list(get_search_backends(with_auto_update=True))
    iterator, count = iter(rows), 0
    while chunk := list(islice(iterator, CHUNK)):
        for backend in backends:
            backend.add_bulk(model, chunk)
        count += len(chunk)
    return count


def dependants(instance: Model) -> Iterator[QuerySet[Any]]:
    """Yield the indexed records that point at `instance`, directly or through a child row: they show its name."""
    for relation in instance._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if issubclass(model, SavedRecord):
            yield model._default_manager.filter(**{name: instance}).distinct()
        for column in model._meta.concrete_fields:
            owner = column.related_model
            if isinstance(column, ParentalKey) and column.name != name and issubclass(owner, SavedRecord):
                rows = model._default_manager.filter(**{name: instance})
                yield owner._default_manager.filter(pk__in=rows.values(column.name))


def reindex_dependants(instance: Model) -> int:
    """Write the index entries of everything that shows the name of `instance` anew; return how many."""
    if _held:
        return 0
    return sum(_add(rows.model, rows.iterator(CHUNK)) for rows in dependants(instance))
