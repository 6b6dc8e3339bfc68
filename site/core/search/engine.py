"""Matching and ranking on the search index, as querysets: the same records in the same order on both databases.

modelsearch orders by a correlated full-text query (3.5 s for a common word at 17,500 rows). Here the full-text table
is asked once, and the rank is worked out from the words that the index entries store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import BigIntegerField, BooleanField, F, Func, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backend

from core.search.matching import SQL, entries, entry_model, matching_rows, own_index
from core.search.query import Query
from core.search.ranking import rank


@dataclass(frozen=True)
class Matches:
    """What a search found: the query as understood, and primary keys, best first."""

    query: Query
    ids: list[Any]


class Ranked(Sequence[Any]):
    """Matches as a paginator wants them: counted, and fetched slice by slice, best first.

    The order is worked out on keys alone, so that joins and wide rows cost only what is shown.
    """

    def __init__(self, queryset: QuerySet[Any], query: Query) -> None:
        self._queryset, self._query = queryset, query

    def count(self) -> int:  # type: ignore[override]  # a queryset's count, as Django's paginator expects
        """Return how many match."""
        return filter_queryset(self._queryset, self._query).count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        keys = best_keys(self._queryset, self._query, part.start or 0, part.stop)
        return in_order(self._queryset, keys)


def search(source: Any, text: str | Query, limit: int | None = None) -> Matches:
    """Search a model or a queryset; nothing typed finds nothing."""
    query = _query(text)
    if query.blank or query.hopeless:
        return Matches(query, [])
    return Matches(query, best_keys(_queryset(source), query, 0, limit))


def filter_queryset(queryset: QuerySet[Any], text: str | Query) -> QuerySet[Any]:
    """Keep what the words find, in the queryset's own order; nothing typed keeps everything."""
    query = _query(text)
    if query.blank:
        return queryset
    if query.hopeless:
        return queryset.none()
    return queryset.filter(pk__in=_matching_keys(queryset.model, query))


def ranked(source: Any, text: str | Query) -> Any:
    """Keep what the words find, best first: names before other words, marks as typed before others.

    The answer can be counted, sliced and paginated. Nothing typed keeps the queryset as it is.
    """
    query, queryset = _query(text), _queryset(source)
    return filter_queryset(queryset, query) if query.blank or query.hopeless else Ranked(queryset, query)


def in_order(queryset: QuerySet[Any], keys: Sequence[Any]) -> list[Any]:
    """Return what the queryset holds of these keys, in their order; no query for none."""
    places = {key: place for place, key in enumerate(keys)}
    found = queryset.filter(pk__in=keys).order_by("pk") if keys else []
    return sorted(found, key=lambda row: places[row.pk])


def best_keys(queryset: QuerySet[Any], query: Query, start: int = 0, stop: int | None = None) -> list[Any]:
    """Return the keys of the matches in a queryset, best first."""
    if own_index():
        return _own_best_keys(queryset, query, start, stop)
    keys = _foreign_keys(queryset.model, query)
    there = set(queryset.filter(pk__in=keys).values_list("pk", flat=True))
    return [key for key in keys if key in there][start:stop]


def _own_best_keys(queryset: QuerySet[Any], query: Query, start: int, stop: int | None) -> list[Any]:
    try:
        wanted, wanted_values = queryset.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    found, values = found_entries(query, get_descendants_content_types_pks(queryset.model))
    order, order_values = rank(query, "entry")
    sql = (
        f"WITH found AS ({found}) SELECT found.key FROM found "
        f"JOIN {entry_model()._meta.db_table} entry ON entry.id = found.id "
        f"WHERE found.key IN ({wanted}) ORDER BY {order}, found.key LIMIT %s OFFSET %s"
    )
    limit = _EVERYTHING if stop is None else max(0, stop - start)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, *wanted_values, *order_values, limit, start])
        return [key for (key,) in cursor.fetchall()]


_EVERYTHING = 2**31 - 1


def found_entries(query: Query, types: Sequence[int], names_only: bool = False) -> SQL:
    """Return a SELECT of the entries of some content types that match: `id`, `type`, and the object's `key`."""
    matching, values = matching_rows(query, names_only)
    table = entry_model()._meta.db_table
    places = ", ".join(["%s"] * len(types))
    sql = (
        f"SELECT id, content_type_id AS type, CAST(object_id AS bigint) AS key FROM {table} "
        f"WHERE id IN ({matching}) AND content_type_id IN ({places})"
    )
    return sql, [*values, *types]


def _query(text: str | Query) -> Query:
    return text if isinstance(text, Query) else Query.parse(text)


def _queryset(source: Any) -> QuerySet[Any]:
    return source if isinstance(source, QuerySet) else source._default_manager.all()


def _matching_keys(model: type[models.Model], query: Query) -> Any:
    """Return the keys of a model's matches, as a subquery or as a list."""
    if not own_index():
        return _foreign_keys(model, query)
    types = get_descendants_content_types_pks(model)
    found = entries().filter(_found(query), content_type_id__in=types)
    return found.annotate(key=Cast("object_id", BigIntegerField())).values("key")


def _found(query: Query) -> Q:
    """Keep the index entries that match; PostgreSQL is asked for an array, so that it looks for the words first."""
    matches = RawSQL(*matching_rows(query))
    if connection.vendor == "sqlite":
        return Q(pk__in=matches)
    template = "(%(expressions)s))"
    return Q(Func(F("pk"), matches, template=template, arg_joiner=" = ANY(ARRAY", output_field=BooleanField()))


def _foreign_keys(model: type[models.Model], query: Query) -> list[Any]:
    """Return the keys of the matches in OpenSearch, those of the words themselves before those of synonyms."""
    said = (query.folded or query.exact, *(words.exact for words in query.alternatives))
    phrases = dict.fromkeys(" ".join(words) for words in said)
    backend = get_search_backend()
    found = [hit.pk for words in phrases for hit in backend.search(words, model, operator="and")]
    return list(dict.fromkeys(found))
