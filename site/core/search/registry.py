"""What the public can search; apps register their types in `apps.ready()`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CharField, Count, Value

from core import privacy
from core.search.engine import filter_queryset
from core.search.query import Query


@dataclass(frozen=True)
class SearchType:
    """A searchable type: its model (`places.Village`), key in addresses, plural name and place in the results."""

    label: str
    key: str
    name: Any
    order: int

    @property
    def model(self) -> Any:
        """Return the model."""
        return apps.get_model(self.label)

    def public(self) -> Any:
        """Return what the public may see of it: live, and for pages not behind a login; no query of its own."""
        live = self.model._default_manager.live()
        return privacy.public(live) if hasattr(live, "public") else live


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


def counts_by_type(text: str | Query, kinds: list[SearchType] | None = None) -> dict[str, int]:
    """Return how many public records and pages match, by key; one query."""
    query = text if isinstance(text, Query) else Query.parse(text)
    kinds = types() if kinds is None else kinds
    if not kinds or query.blank or query.hopeless:
        return {kind.key: 0 for kind in kinds}
    parts = [
        filter_queryset(kind.public(), query)
        .order_by()
        .annotate(search_key=Value(kind.key, output_field=CharField()))
        .values("search_key")
        .annotate(found=Count("pk"))
        .values_list("search_key", "found")
        for kind in kinds
    ]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return {**{kind.key: 0 for kind in kinds}, **dict(rows)}
