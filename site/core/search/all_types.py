"""The best of every type that the public can search, and how many there are: one statement, whatever the types.

The full-text index is asked once; what it finds is joined with what is public, ranked and numbered within its type.
A type that holds pages is numbered within each language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale, Page

from core import languages
from core.search.engine import best_keys, found_entries
from core.search.matching import SQL, entry_model, own_index
from core.search.query import Query
from core.search.ranking import OBSCURE, WORST, Tier, length, name_rank, tier_of, word_rank
from core.search.registry import SearchType, types

NO_LANGUAGE = ""  # of records, beside the codes of pages
_NO_PAGE = {"sqlite": "NULL", "postgresql": "CAST(NULL AS uuid)"}  # the translation key of a record
_PLACES = 10**12  # more than there are pages: the place of a narrative's language counts before its key


@dataclass(frozen=True)
class Hit:
    """One match: its type, the object's key, how well it matches; a page's language, a record's best narrative."""

    kind: str
    key: int
    rank: int
    language: str = NO_LANGUAGE
    narrative: int | None = None

    @property
    def tier(self) -> Tier:
        """Return the kind of match."""
        return tier_of(self.rank)


@dataclass
class Overview:
    """The best hits of each type, best first, and the number of matches by type and language."""

    hits: list[Hit]
    counts: Counter[tuple[str, str]]

    @property
    def best(self) -> Tier | None:
        """Return the best kind of match in any language; None when there is none."""
        return min((hit.tier for hit in self.hits), default=None)

    def of(self, kind: SearchType, language: str) -> list[Hit]:
        """Return the hits of a type, as a reader of this language finds them."""
        wanted = language if kind.holds_pages else NO_LANGUAGE
        return [hit for hit in self.hits if hit.kind == kind.key and hit.language == wanted]

    def count(self, kind: SearchType, language: str) -> int:
        """Return how many matches a type has for a reader of this language."""
        return self.counts[kind.key, language if kind.holds_pages else NO_LANGUAGE]


def overview(query: Query, most: int, kinds: Sequence[SearchType] = (), names_only: bool = False) -> Overview:
    """Return the best `most` of each type (0 only counts); names only leaves out what just the other words hold.

    Pages of another language count only when they don't match in the reader's own.
    """
    return part_of_overview(query, 0, most, kinds, names_only)


def part_of_overview(
    query: Query, start: int, stop: int, kinds: Sequence[SearchType] = (), names_only: bool = False
) -> Overview:
    """Return the hits from `start` to `stop` of each type; the counts are those of types that have such hits."""
    kinds = kinds or types()
    if query.blank or query.hopeless:
        return Overview([], Counter())
    if not own_index():
        return _elsewhere(query, start, stop, kinds)
    sql, values = _statement(query, kinds, names_only, max(1, stop))
    with connection.cursor() as cursor:
        cursor.execute(
            f"{sql} SELECT numbered.kind, numbered.key, rank, language, best, total FROM numbered "
            "LEFT JOIN narrated ON narrated.kind = numbered.kind AND narrated.key = numbered.key "
            "WHERE place > %s AND place <= %s ORDER BY numbered.kind, language, place",
            [*values, start, max(start + 1, stop)],
        )
        rows = cursor.fetchall()
    counts = Counter({(kind, language): total for kind, _key, _rank, language, _best, total in rows})
    hits = [
        Hit(kind, key, rank, language, best and best % _PLACES) for kind, key, rank, language, best, _total in rows
    ]
    return Overview(hits if stop > start else [], counts)


def _statement(query: Query, kinds: Sequence[SearchType], names_only: bool, enough: int) -> SQL:
    """Return the statement up to `numbered`: every match with its rank and its place in its type.

    Where names alone fill the places that are asked for, `enough`, the long other words aren't read.
    """
    by_model = _content_types(kinds)
    found, values = found_entries(query, list(by_model.values()), names_only)
    narrated, narrated_values = _narrated(kinds, by_model)
    shown, shown_values = _shown(kinds, by_model)
    by_name, name_values = name_rank(query, "entry")
    by_words, word_values = word_rank(query, "entry", "named.foreign_only")
    entry, own = entry_model()._meta.db_table, languages.active()
    sql = (
        f"WITH found AS MATERIALIZED ({found}), narrated AS MATERIALIZED ({narrated}), "
        f"shown AS MATERIALIZED ({shown}), "
        f"named AS MATERIALIZED (SELECT shown.*, {by_name} AS by_name, {length('entry')} AS size FROM shown "
        f"JOIN {entry} entry ON entry.id = shown.id WHERE shown.language IN ('{NO_LANGUAGE}', %s) "
        "OR shown.page NOT IN (SELECT page FROM shown WHERE language = %s)), "
        "ranked AS (SELECT kind, key, language, CASE WHEN by_name IS NOT NULL THEN by_name "
        "WHEN (kind, language) IN (SELECT kind, language FROM named WHERE by_name IS NOT NULL "
        f"GROUP BY kind, language HAVING COUNT(*) >= %s) THEN {WORST} "
        f"ELSE (SELECT {by_words} FROM {entry} entry WHERE entry.id = named.id) END "
        f"+ obscure * {OBSCURE} + size AS rank FROM named), "
        "numbered AS (SELECT ranked.*, ROW_NUMBER() OVER (PARTITION BY kind, language ORDER BY rank, key) AS place, "
        "COUNT(*) OVER (PARTITION BY kind, language) AS total FROM ranked)"
    )
    return sql, [
        *values, *narrated_values, *shown_values, *name_values, own, own, enough, *word_values,
    ]  # fmt: skip


def _content_types(kinds: Sequence[SearchType]) -> dict[Any, int]:
    """Return the content types of the types and of their narratives, by model; no query once they are known."""
    models = [model for kind in kinds for model in (kind.model, kind.narratives) if model is not None]
    return {model: found.pk for model, found in ContentType.objects.get_for_models(*models).items()}


def _narrated(kinds: Sequence[SearchType], by_model: dict[Any, int]) -> SQL:
    """Return a SELECT of the records whose live narratives match, with the best of these for the reader.

    The best one is `_PLACES` times its language's place in the reader's chain, and its key.
    """
    parts, values = [], []
    chain = languages.chain()
    place = "CASE locale.language_code " + " ".join("WHEN %s THEN %s" for _code in chain) + " ELSE 99 END"
    for kind in kinds:
        if kind.narratives is None:
            continue
        table, page, locale = (model._meta.db_table for model in (kind.narratives, Page, Locale))
        parts.append(
            f"SELECT '{kind.key}' AS kind, words.record_id AS key, MIN({place} * {_PLACES} + page.id) AS best "
            f"FROM found JOIN {table} words ON words.page_ptr_id = found.key "
            f"JOIN {page} page ON page.id = words.page_ptr_id JOIN {locale} locale ON locale.id = page.locale_id "
            "WHERE found.type = %s AND page.live GROUP BY words.record_id"
        )
        values += [*(value for pair in zip(chain, range(len(chain)), strict=True) for value in pair)]
        values.append(by_model[kind.narratives])
    return " UNION ALL ".join(parts) or "SELECT '' AS kind, 0 AS key, 0 AS best", values


def _shown(kinds: Sequence[SearchType], by_model: dict[Any, int]) -> SQL:
    """Return a SELECT of the matches that are public, with what ranks them within a tier."""
    parts, values = [], []
    for kind in kinds:
        public, public_values = kind.public_keys
        known = _known(kind)
        obscure = f"CASE WHEN found.key IN ({known}) THEN 0 ELSE 1 END" if known else "1"
        foreign_only = f"SELECT key FROM narrated WHERE kind = '{kind.key}' AND best >= {_PLACES}"
        columns, join = f"'{NO_LANGUAGE}' AS language, {_NO_PAGE[connection.vendor]} AS page", ""
        if kind.holds_pages:
            columns = "locale.language_code AS language, page.translation_key AS page"
            join = (
                f"JOIN {Page._meta.db_table} page ON page.id = found.key "
                f"JOIN {Locale._meta.db_table} locale ON locale.id = page.locale_id "
            )
        parts.append(
            f"SELECT '{kind.key}' AS kind, found.key, found.id, {obscure} AS obscure, "
            f"CASE WHEN found.key IN ({foreign_only}) THEN 1 ELSE 0 END AS foreign_only, {columns} FROM found {join}"
            f"WHERE found.type = %s AND found.key IN ({public})"
        )
        values += [by_model[kind.model], *public_values]
    return " UNION ALL ".join(parts), values


def _known(kind: SearchType) -> str:
    """Return a SELECT of the records that there is more to say about: with a narrative, or a model destination."""
    parts = []
    if kind.narratives is not None:
        parts.append(f"SELECT record_id FROM {kind.narratives._meta.db_table}")
    if any(column.name == "is_model_destination" for column in kind.model._meta.concrete_fields):
        parts.append(f"SELECT id FROM {kind.model._meta.db_table} WHERE is_model_destination")
    return " UNION ".join(parts)


def _elsewhere(query: Query, start: int, stop: int, kinds: Sequence[SearchType]) -> Overview:
    """Return the same from OpenSearch, which knows relevance but neither our tiers nor translations."""
    hits: list[Hit] = []
    counts: Counter[tuple[str, str]] = Counter()
    for kind in kinds:
        public = kind.public()
        keys = best_keys(public, query)
        codes = public.filter(pk__in=keys).values_list("pk", "locale__language_code") if kind.holds_pages else ()
        by_key = dict(codes)
        for key in keys:
            language = by_key.get(key, NO_LANGUAGE)
            counts[kind.key, language] += 1
            if start < counts[kind.key, language] <= stop:
                hits.append(Hit(kind.key, key, Tier.NAME, language))
    return Overview(hits, counts)


def counts_by_type(text: str | Query, kinds: Sequence[SearchType] = ()) -> dict[str, int]:
    """Return how many public records and pages match, by key; one query."""
    query = text if isinstance(text, Query) else Query.parse(text)
    kinds = kinds or types()
    found = overview(query, 0, kinds)
    return {kind.key: found.count(kind, languages.active()) for kind in kinds}
