"""When the search index is written: not during bulk writes, and for records whose words changed elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from modelsearch import signal_handlers
from wagtail.search import index

from core import search
from core.models import SavedRecord

_held = False


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
    """Write the index entries of these records anew; return how many."""
    ids: dict[type[Model], list[Any]] = {}
    for record in records if not _held else ():
        ids.setdefault(type(record), []).append(record.pk)
    return sum(search.reindex(model, keys) for model, keys in ids.items())


def reindex_models() -> int:
    """Write the index entries of everything that is indexed anew; return how many."""
    return sum(search.reindex(model) for model in index.get_indexed_models())


def dependants(instance: Model) -> Iterator[QuerySet[Any]]:
    """Yield the indexed records that point at `instance`, directly or through a child row: they show its name."""
    for relation in instance._meta.related_objects:
        model, name = relation.related_model, relation.field.name
        if isinstance(model, type) and issubclass(model, SavedRecord):
            yield model._default_manager.filter(**{name: instance}).distinct()
        for column in model._meta.concrete_fields:
            owner = column.related_model if isinstance(column, ParentalKey) and column.name != name else None
            if isinstance(owner, type) and issubclass(owner, SavedRecord):
                rows = model._default_manager.filter(**{name: instance})
                yield owner._default_manager.filter(pk__in=rows.values(column.name))


def reindex_dependants(instance: Model) -> int:
    """Write the index entries of everything that shows the name of `instance` anew; return how many."""
    return 0 if _held else sum(search.reindex(rows) for rows in dependants(instance))
