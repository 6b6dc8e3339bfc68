"""What the public can search; apps register their types in `apps.ready()`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps

from core import privacy
from core.search.matching import SQL


@dataclass(frozen=True)
class SearchType:
    """A searchable type: its model (`places.Village`), key in addresses, plural name and place in the results."""

    label: str
    key: str
    name: Any
    order: int

    @cached_property
    def model(self) -> Any:
        """Return the model."""
        return apps.get_model(self.label)

    @property
    def holds_pages(self) -> bool:
        """Tell whether it holds pages, one per language, and not records."""
        return hasattr(self.model, "translation_key")

    @cached_property
    def narratives(self) -> Any:
        """Return the model of the narratives of its records; None when it has none."""
        relation = getattr(self.model, "narratives", None)
        return relation.rel.related_model if relation is not None else None

    def public(self) -> Any:
        """Return what the public may see of it: live, and for pages not behind a login; no query of its own."""
        live = self.model._default_manager.live()
        return privacy.public(live) if hasattr(live, "public") else live

    @cached_property
    def public_keys(self) -> SQL:
        """Return a SELECT of the keys of `public`: the same in every request, and dear to write."""
        sql, values = self.public().order_by().values("pk").query.sql_with_params()
        return sql, list(values)


_types: dict[str, SearchType] = {}


def register(label: str, key: str, name: Any, order: int) -> None:
    """Make a model with `live()` searchable by the public; the same label or key twice is an error."""
    if label in _types or any(other.key == key for other in _types.values()):
        raise ValueError(f"{label} ({key}) is registered twice.")
    _types[label] = SearchType(label, key, name, order)


def types() -> list[SearchType]:
    """Return the searchable types in the order of the results."""
    return sorted(_types.values(), key=lambda kind: kind.order)


def searchable(key: str) -> SearchType | None:
    """Return the type with this key in addresses; None for nonsense."""
    return next((kind for kind in _types.values() if kind.key == key), None)
