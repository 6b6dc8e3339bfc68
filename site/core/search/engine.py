"""Matching and ranking on the search index, as querysets: the same records in the same order on both databases.

modelsearch orders by a correlated full-text query (3.5 s for a common word at 17,500 rows on SQLite). Here the full-text
table is asked once for the keys, and the rank is worked out from the words that the index entry stores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Concat, Length
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backend

from core.search.query import Query

RANK = "search_rank"
_TIER = 10_000  # names are far shorter, so that the length only orders within a tier
_TEXT_COLUMNS = {"sqlite": ("title", "body"), "postgresql": ("title_text", "body_text")}
_MATCHING = {
    "sqlite": "SELECT CAST({entry}.object_id AS INTEGER) FROM {entry}_fts JOIN {entry} ON {entry}.id = {entry}_fts.rowid "
    "WHERE {words} AND {entry}.content_type_id IN ({types})",
    "postgresql": "SELECT CAST(object_id AS bigint) FROM {entry} WHERE ({words}) AND content_type_id IN ({types})",
}
# Each word on its own column by column, so that PostgreSQL can combine its indexes on title and body.
_WORD = "(title @@ to_tsquery('simple', %s) OR body @@ to_tsquery('simple', %s))"


@dataclass(frozen=True)
class Matches:
    """What a search found: the query as understood, and primary keys, best first."""

    query: Query
    ids: list[Any]


def search(source: Any, text: str | Query, limit: int | None = None) -> Matches:
    """Search a model or a queryset; nothing typed finds nothing."""
    query = _query(text)
    if query.blank:
        return Matches(query, [])
    return Matches(query, list(ranked(source, query).values_list("pk", flat=True)[:limit]))


def filter_queryset(queryset: QuerySet[Any], text: str | Query) -> QuerySet[Any]:
    """Keep what the words find, in the queryset's own order; nothing typed keeps everything."""
    query = _query(text)
    if query.blank:
        return queryset
    if query.hopeless:
        return queryset.none()
    return queryset.filter(pk__in=_matching(queryset.model, query))


def ranked(source: Any, text: str | Query) -> QuerySet[Any]:
    """Keep what the words find, best first: marks as typed, then whole names, parts of names, and the rest."""
    query = _query(text)
    queryset = source if isinstance(source, QuerySet) else source._default_manager.all()
    found = filter_queryset(queryset, query)
    return found if query.blank or query.hopeless else by_rank(found, query)


def by_rank(queryset: QuerySet[Any], query: Query) -> QuerySet[Any]:
    """Order rows by how well they match, without keeping only matches; OpenSearch keeps its own order."""
    if not own_index():
        return queryset
    return queryset.annotate(**{RANK: _rank(queryset.model, query)}).order_by(RANK, "pk")


def entries() -> QuerySet[Any]:
    """Return the rows of the search index."""
    return apps.get_app_config("wagtailsearch").get_model("IndexEntry")._default_manager.all()


def _query(text: str | Query) -> Query:
    return text if isinstance(text, Query) else Query.parse(text)


def own_index() -> bool:
    """Tell whether the index lives in this database, and not in OpenSearch."""
    return connection.vendor in _MATCHING and settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == "core.search.backend"


def _matching(model: type[models.Model], query: Query) -> Any:
    """Return the keys of a model's matches, as a subquery or as a list."""
    if not own_index():
        return [found.pk for found in get_search_backend().search(" ".join(query.folded), model, operator="and")]
    types = get_descendants_content_types_pks(model)
    table, places = entries().model._meta.db_table, ", ".join(["%s"] * len(types))
    words, values = _sqlite_words(table, query) if connection.vendor == "sqlite" else _postgresql_words(query)
    sql = _MATCHING[connection.vendor].format(entry=table, types=places, words=words)
    return RawSQL(sql, (*values, *types))  # noqa: S611 - the only text in it is the table's name; values are parameters


def _sqlite_words(table: str, query: Query) -> tuple[str, list[str]]:
    return f"{table}_fts MATCH %s", [query.fts5()]


def _postgresql_words(query: Query) -> tuple[str, list[str]]:
    forms = query.tsqueries()
    sql = " OR ".join("(" + " AND ".join([_WORD] * len(form)) + ")" for form in forms)
    return sql, [word for form in forms for word in form for _column in ("title", "body")]


def _rank(model: type[models.Model], query: Query) -> Subquery:
    """Return the rank of a row by its index entry: tier, then the shorter name."""
    title, body = _TEXT_COLUMNS[connection.vendor]
    rows = entries().filter(
        content_type_id__in=get_descendants_content_types_pks(model), object_id=Cast(OuterRef("pk"), TextField())
    )
    rows = rows.annotate(names=_spaced(title), words=_spaced(body), size=Length(title))
    return Subquery(rows.values_list(_tier(query) * _TIER + F("size"))[:1], output_field=IntegerField())


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
