"""Wagtail's search backend for this site: whatever its screens search goes through `core.search`.

Set as `WAGTAILSEARCH_BACKENDS["default"]["BACKEND"]`. Lists, choosers, the page explorer, pictures and the API call
`search` or `autocomplete` of the backend; plain words are then cleaned, folded, matched and ranked as everywhere, so
that no input breaks the query and no list needs an override of its own. Do not set `search_fields` on an admin view:
a search in named fields is left to modelsearch.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from modelsearch.backends import database
from modelsearch.query import PlainText

from core.search.engine import filter_queryset, ranked


class RankedWords:
    """Compiler part: plain words over all fields are matched by `core.search`; anything else as modelsearch does."""

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None, **more: Any
    ) -> Any:
        """Return the slice of matches, best first unless the caller ordered them."""
        query, queryset = self.query, self.queryset  # type: ignore[attr-defined]  # of modelsearch's compiler
        if not isinstance(query, PlainText) or self.fields is not None or score_field:  # type: ignore[attr-defined]
            return super().search(config, start, stop, score_field=score_field, **more)  # type: ignore[misc]
        whole = start in (0, None) and stop is None  # Wagtail counts, filters and facets this one
        if whole or not self.order_by_relevance:  # type: ignore[attr-defined]
            return self._unranked(queryset, query)[start:stop]
        return ranked(queryset, query.query_string)[start:stop]

    def _unranked(self, queryset: QuerySet[Any], query: PlainText) -> QuerySet[Any]:
        found = filter_queryset(queryset, query.query_string)
        return found if found.ordered else found.order_by("-pk")


def SearchBackend(params: dict[str, Any]) -> Any:
    """Return the backend of the present database, with our compilers."""
    backend = database.SearchBackend(params)
    if connection.vendor in ("sqlite", "postgresql"):
        for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
            setattr(backend, name, _ranked_compiler(getattr(backend, name)))
    return backend


@cache
def _ranked_compiler(compiler: type[Any]) -> type[Any]:
    return type(f"Ranked{compiler.__name__}", (RankedWords, compiler), {})
