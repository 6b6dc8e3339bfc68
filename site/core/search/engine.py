"""Matching and ranking on the search index, as querysets: the same records in the same order on both databases.

modelsearch orders by a correlated full-text query (3.5 s for a common word at 17,500 rows on SQLite). Here the
full-text table is asked once, and the rank is worked out from the words that the index entries store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Concat, Length
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backend

from core.search.query import Query

RANK = "search_rank"
_TIER = 10_000  # names are far shorter, so that the length only orders within a tier
_TEXT_COLUMNS = {"sqlite": ("title", "body"), "postgresql": ("title_text", "body_text")}
_MATCHING = {
    "sqlite": "SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH %s",
    "postgresql": "SELECT id FROM {table} WHERE {words}",
}
# Each word on its own column by column, so that PostgreSQL can combine its indexes on title and body.
_WORD = "(title @@ to_tsquery('simple', %s) OR body @@ to_tsquery('simple', %s))"


@dataclass(frozen=True)
class Matches:
    """What a search found: the query as understood, and primary keys, best first."""

    query: Query
    ids: list[Any]


class Ranked(Sequence[Any]):
    """Matches as a paginator wants them: counted, and fetched slice by slice, best first, a query each.

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
        keys = _best_keys(self._queryset, self._query)[part.start : part.stop]
        found = self._queryset.filter(pk__in=keys)
        if own_index():
            return list(by_rank(found, self._query))
        return sorted(found, key=lambda row: keys.index(row.pk))


def search(source: Any, text: str | Query, limit: int | None = None) -> Matches:
    """Search a model or a queryset; nothing typed finds nothing."""
    query = _query(text)
    if query.blank or query.hopeless:
        return Matches(query, [])
    return Matches(query, list(_best_keys(_queryset(source), query)[:limit]))


def filter_queryset(queryset: QuerySet[Any], text: str | Query) -> QuerySet[Any]:
    """Keep what the words find, in the queryset's own order; nothing typed keeps everything."""
    query = _query(text)
    if query.blank:
        return queryset
    if query.hopeless:
        return queryset.none()
    return queryset.filter(pk__in=_matching_keys(queryset.model, query))


def ranked(source: Any, text: str | Query) -> Any:
    """Keep what the words find, best first: marks as typed, then whole names, parts of names, and the rest.

    The answer can be counted, sliced and paginated. Nothing typed keeps the queryset as it is.
    """
    query, queryset = _query(text), _queryset(source)
    return filter_queryset(queryset, query) if query.blank or query.hopeless else Ranked(queryset, query)


def by_rank(queryset: QuerySet[Any], query: Query) -> QuerySet[Any]:
    """Order a few rows by how well they match, without keeping only matches; OpenSearch doesn't tell."""
    if not own_index():
        return queryset
    own = entries().filter(
        content_type_id__in=get_descendants_content_types_pks(queryset.model),
        object_id=Cast(OuterRef("pk"), TextField()),
    )
    rank = Subquery(_with_rank(own, query).values(RANK)[:1], output_field=IntegerField())
    return queryset.annotate(**{RANK: rank}).order_by(RANK, "pk")


def entries() -> QuerySet[Any]:
    """Return the rows of the search index."""
    return apps.get_app_config("wagtailsearch").get_model("IndexEntry")._default_manager.all()


def own_index() -> bool:
    """Tell whether the index lives in this database, and not in OpenSearch."""
    return (
        connection.vendor in _MATCHING
        and settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == "core.search.backend"
    )


def _query(text: str | Query) -> Query:
    return text if isinstance(text, Query) else Query.parse(text)


def _queryset(source: Any) -> QuerySet[Any]:
    return source if isinstance(source, QuerySet) else source._default_manager.all()


def _best_keys(queryset: QuerySet[Any], query: Query) -> Any:
    """Return the keys of the matches in a queryset, best first: lazy, to be sliced."""
    if not own_index():
        keys = _matching_keys(queryset.model, query)
        there = set(queryset.filter(pk__in=keys).values_list("pk", flat=True))
        return [key for key in keys if key in there]
    found = _matching_entries(queryset.model, query).filter(key__in=queryset.order_by().values("pk"))
    return _with_rank(found, query).order_by(RANK, "key").values_list("key", flat=True)


def _matching_keys(model: type[models.Model], query: Query) -> Any:
    """Return the keys of a model's matches, as a subquery or as a list."""
    if own_index():
        return _matching_entries(model, query).values("key")
    return [found.pk for found in get_search_backend().search(" ".join(query.folded), model, operator="and")]


def _matching_entries(model: type[models.Model], query: Query) -> QuerySet[Any]:
    """Return the index entries of a model that hold the words, with the object's key as a number in `key`."""
    found = _sqlite_found(query) if connection.vendor == "sqlite" else _postgresql_found(query)
    types = get_descendants_content_types_pks(model)
    return entries().filter(found, content_type_id__in=types).annotate(key=Cast("object_id", BigIntegerField()))


def _sqlite_found(query: Query) -> Q:
    sql = _MATCHING["sqlite"].format(table=entries().model._meta.db_table)
    return Q(pk__in=RawSQL(sql, [query.fts5()]))


def _postgresql_found(query: Query) -> Q:
    """Ask for the matches as an array, so that no plan ranks every entry before it looks for the words."""
    forms = query.tsqueries()
    words = " OR ".join("(" + " AND ".join([_WORD] * len(form)) + ")" for form in forms)
    sql = _MATCHING["postgresql"].format(table=entries().model._meta.db_table, words=words)
    values = [word for form in forms for word in form for _column in ("title", "body")]
    matches = RawSQL(sql, values)
    return Q(
        Func(F("pk"), matches, template="(%(expressions)s))", arg_joiner=" = ANY(ARRAY", output_field=BooleanField())
    )


def _with_rank(rows: QuerySet[Any], query: Query) -> QuerySet[Any]:
    """Add the rank of index entries: the tier, then the shorter name."""
    title, body = _TEXT_COLUMNS[connection.vendor]
    rows = rows.annotate(names=_spaced(title), words=_spaced(body), size=Length(title))
    return rows.annotate(**{RANK: _tier(query) * _TIER + F("size")})


def _spaced(column: str) -> Concat:
    return Concat(Value(" "), F(column), Value(" "), output_field=TextField())


def _tier(query: Query) -> Case:
    """Return 0 for the best kind of match and 6 for the weakest; each is tried only when the better ones fail."""
    exact, folded = " ".join(query.exact), " ".join(query.folded)
    tiers = [
        Q(names__contains=f" {exact} "),
        Q(names__contains=f" {folded} "),
        Q(names__contains=f" {folded}"),
        Q(*(Q(names__contains=f" {word}") for word in dict.fromkeys(query.folded))),
        Q(words__contains=f" {exact} "),
        Q(words__contains=f" {folded} "),
    ]
    whens = [When(condition, then=Value(tier)) for tier, condition in enumerate(tiers)]
    return Case(*whens, default=Value(len(tiers)), output_field=IntegerField())
