"""Which record types have a public address, by the section of the site they answer under."""

from __future__ import annotations

from functools import cache

from django.apps import apps

from core.models.records import Record


@cache
def models_by_section() -> dict[str, type[Record]]:
    """Return every record type with an address of its own, by its section (`products` → `products.Product`)."""
    models = [model for model in apps.get_models() if issubclass(model, Record) and model.section]
    return {model.section: model for model in sorted(models, key=lambda model: model.section)}


def narrative_model(model: type[Record]) -> type | None:
    """Return the page type that holds the narratives of a record type; None when it has none."""
    relation = getattr(model, "narratives", None)
    return relation.rel.related_model if relation is not None else None
