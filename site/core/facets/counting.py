"""All counts of a page in one query, on SQLite and PostgreSQL alike.

The query returns one row: for each facet the values of its column, as a list, for the records that all *other* chosen
facets leave; they are counted here. Grouping in the database would sort the records once per facet, which takes three
times as long at 17,500 records. Values in rows of their own are listed whole, beside the keys of the records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from django.db.models import Aggregate, Count, F, Func, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat


class _Spoken:
    """Part of an expression: PostgreSQL's own words for a list."""

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Say it as PostgreSQL does."""
        spoken = self.copy()  # type: ignore[attr-defined]  # of Func
        spoken.template = "STRING_AGG((%(expressions)s)::text, ',')"
        return spoken.as_sql(compiler, connection, **context)


class Listed(_Spoken, Aggregate):
    """The values of a column as text, with commas between; values must hold no comma or colon themselves."""

    function = "GROUP_CONCAT"
    output_field = TextField()


class _ListedAlone(_Spoken, Func):
    """The same in a query of its own, without grouping."""

    function = "GROUP_CONCAT"
    output_field = TextField()


class Beside(Subquery):
    """A value of a query of its own in the one row; Django takes what stands beside aggregates for one of them."""

    contains_aggregate: ClassVar[bool] = True

    @classmethod
    def pairs(cls, rows: QuerySet[Any], owner: str, column: str) -> Beside:
        """List `owner:value` for all rows that have a value."""
        known = rows.filter(**{f"{column}__isnull": False}).order_by()
        parts = (Cast(F(owner), TextField()), Value(":"), Cast(F(column), TextField()))
        return cls(known.values(values_listed=_ListedAlone(Concat(*parts, output_field=TextField()))))

    @classmethod
    def keys(cls, model: Any, condition: Q) -> Beside:
        """List the keys of all records of a model that fulfil a condition."""
        holding = model._default_manager.filter(condition).order_by()
        return cls(holding.values(values_listed=_ListedAlone(F("pk"))))


Part = tuple[Any, Any]
"""What a facet asks for: a key, by which equal questions are asked once, and the expression."""

KEYS = "keys"
"""The part that asks for the keys of the records themselves; its answer comes as a set."""


def keys_part(condition: Q | None) -> Part:
    """Ask for the keys of the records."""
    return KEYS, Listed("pk", filter=condition)


class Counted(Protocol):
    """What is asked of a facet's field."""

    def parts(self, model: Any, condition: Q | None) -> list[Part]:
        """Return its parts of the query about records of a model, under the conditions of the other facets."""

    def tally(self, *answers: Any) -> Counter[str]:
        """Return the counts by key that the answers to its parts give."""


@dataclass(frozen=True)
class Counts:
    """How many records all filters leave, and how many each key of each facet would leave."""

    total: int
    by_facet: Mapping[str, Counter[str]]
    keys: frozenset[str] = frozenset()


def count(
    records: QuerySet[Any], facets: Mapping[str, Counted], chosen: Mapping[str, Q], with_keys: bool = False
) -> Counts:
    """Count records by facet; `chosen` gives the condition of each facet that has a value.

    `with_keys` adds the keys of the records that all filters leave, as text.
    """
    query: dict[str, Any] = {"total": Count("pk", filter=_all_of(chosen, but=""))}
    aliases: dict[tuple[Any, str], str] = {}
    parts: dict[str, list[str]] = {}
    if with_keys:
        aliases[KEYS, ""] = "keys"
        query["keys"] = Listed("pk", filter=_all_of(chosen, but=""))
    for name, facet in facets.items():
        parts[name] = []
        for key, expression in facet.parts(records.model, _all_of(chosen, but=name)):
            alias = aliases.setdefault((key, name if name in chosen else ""), f"part_{len(aliases)}")
            query.setdefault(alias, expression)
            parts[name].append(alias)
    row = records.order_by().aggregate(**query)
    for (key, _own), alias in aliases.items():
        if key == KEYS:
            row[alias] = frozenset(row[alias].split(",")) if row[alias] else frozenset()
    counts = {name: facet.tally(*(row[alias] for alias in parts[name])) for name, facet in facets.items()}
    return Counts(row["total"], counts, row.get("keys", frozenset()))


def tally(listed: str | None) -> Counter[str]:
    """Count the values of a list."""
    return Counter(listed.split(",")) if listed else Counter()


def tally_pairs(keys: frozenset[str], pairs: str | None) -> Counter[str]:
    """Count the records of some keys by value; a record counts once for each of its different values."""
    if not keys or not pairs:
        return Counter()
    flat = pairs.replace(":", ",").split(",")
    different = set(zip(flat[::2], flat[1::2], strict=True))
    return Counter([value for key, value in different if key in keys])


def _all_of(chosen: Mapping[str, Q], but: str) -> Q | None:
    """Return the conjunction of the conditions, without the facet's own; None when nothing is left."""
    kept = [condition for name, condition in chosen.items() if name != but]
    return Q(*kept) if kept else None
