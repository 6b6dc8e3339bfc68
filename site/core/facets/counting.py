"""All counts of a page in one query, on SQLite and PostgreSQL alike.

The query returns one row of lists, which go through the records in one order: their keys and the column of each facet.
Which records a chosen facet keeps, and what the *other* chosen facets leave, is worked out here, where the same lists
serve both. Grouping in the database would sort the records once per facet, which takes three times as long at 17,500
records. Values in rows of their own are listed whole, beside the records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import and_
from typing import Any, ClassVar, Protocol

from django.db.models import Aggregate, F, Func, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat


class Listed(Aggregate):
    """The values of a column as text, commas between, "" for none; they must hold no comma or colon themselves."""

    template = "GROUP_CONCAT(IFNULL(%(expressions)s, ''))"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Say it as PostgreSQL does."""
        return self.as_sql(compiler, connection, template="STRING_AGG(COALESCE((%(expressions)s)::text, ''), ',')")


class ListedAlone(Func):
    """The values that there are, in a query of its own, without grouping."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Say it as PostgreSQL does."""
        return self.as_sql(compiler, connection, template="STRING_AGG((%(expressions)s)::text, ',')")


class Beside(Subquery):
    """A value of a query of its own in the one row; Django takes what stands beside aggregates for one of them."""

    contains_aggregate: ClassVar[bool] = True

    @classmethod
    def pairs(cls, rows: QuerySet[Any], owner: str, column: str) -> Beside:
        """List `owner:value` for all rows that have a value."""
        known = rows.filter(**{f"{column}__isnull": False}).order_by()
        parts = (Cast(F(owner), TextField()), Value(":"), Cast(F(column), TextField()))
        return cls(known.values(values_listed=ListedAlone(Concat(*parts, output_field=TextField()))))

    @classmethod
    def values(cls, rows: QuerySet[Any], column: str) -> Beside:
        """List a column of all rows."""
        return cls(rows.order_by().values(values_listed=ListedAlone(F(column))))

    @classmethod
    def keys(cls, model: Any, condition: Q) -> Beside:
        """List the keys of all records of a model that fulfil a condition."""
        holding = model._default_manager.filter(condition).order_by()
        return cls(holding.values(values_listed=ListedAlone(F("pk"))))


Part = tuple[Any, Any]
"""What a facet asks for: a key, by which equal questions are asked once, and the expression."""

KEYS = "keys"
NOTHING = ""


class Answer:
    """One list of the row, taken apart once however many ask for it."""

    def __init__(self, listed: str | None) -> None:
        self._listed = listed

    @cached_property
    def values(self) -> list[str]:
        """Return the values, `NOTHING` where there is none."""
        return [] if self._listed is None else self._listed.split(",")

    @cached_property
    def pairs(self) -> tuple[list[str], list[str]]:
        """Return the keys and the values of a list of `owner:value`, side by side, each different pair once."""
        different = {*self._listed.split(",")} if self._listed else ()
        flat = ",".join(different).replace(":", ",").split(",") if different else []
        return flat[::2], flat[1::2]


@dataclass(frozen=True)
class Left:
    """The records that some facets leave: the keys of all, and for each whether it is left (None: all are)."""

    all_keys: list[str]
    mask: list[bool] | None

    def of(self, values: list[str]) -> Iterable[str]:
        """Return those of a column's values whose records are left."""
        return values if self.mask is None else compress(values, self.mask)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the keys of the records left."""
        return frozenset(self.of(self.all_keys))

    def number(self, flags: list[bool]) -> int:
        """Return how many of the records left are flagged."""
        return sum(flags if self.mask is None else compress(flags, self.mask))

    def tally(self, answer: Answer) -> Counter[str]:
        """Count the records left by the value of a column."""
        counts = Counter(self.of(answer.values))
        del counts[NOTHING]
        return counts

    def tally_pairs(self, answer: Answer) -> Counter[str]:
        """Count the records left by the values of their rows; one counts once for each of its different values."""
        keys, values = answer.pairs
        return Counter(compress(values, map(self.keys.__contains__, keys)))


class Counted(Protocol):
    """What is asked of a facet's field."""

    def parts(self, model: Any) -> list[Part]:
        """Return its parts of the query about records of a model."""

    def kept(self, all_keys: list[str], values: list[str], *answers: Answer) -> list[bool]:
        """Return for each record whether one of the chosen values holds, by the answers to its parts."""

    def tally(self, left: Left, *answers: Answer) -> Counter[str]:
        """Return the counts by key that the answers to its parts give for the records that the other facets leave."""


@dataclass(frozen=True)
class Counts:
    """How many records all filters leave and which, and how many each key of each facet would leave."""

    total: int
    by_facet: Mapping[str, Counter[str]]
    left: Left
    columns: Mapping[str, Answer]  # those that were asked for besides, of all records

    def column(self, name: str) -> list[str]:
        """Return the values of such a column for the records left, in their order."""
        return list(self.left.of(self.columns[name].values))

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of the records that all filters leave, as text."""
        return self.left.keys


def count(
    records: QuerySet[Any],
    facets: Mapping[str, Counted],
    chosen: Mapping[str, list[str]],
    columns: Iterable[str] = (),
) -> Counts:
    """Count records by facet; `chosen` gives the values of each facet that has some. `columns` come along."""
    query: dict[str, Any] = {KEYS: Listed("pk")}
    aliases: dict[Any, str] = {"pk": KEYS}
    parts: dict[str, list[str]] = {}
    for name, facet in facets.items():
        parts[name] = []
        for key, expression in facet.parts(records.model):
            alias = aliases.setdefault(key, f"part_{len(aliases)}")
            query.setdefault(alias, expression)
            parts[name].append(alias)
    for column in columns:
        query.setdefault(aliases.setdefault(column, f"part_{len(aliases)}"), Listed(column))
    row = {alias: Answer(listed) for alias, listed in records.order_by().aggregate(**query).items()}
    answers = {name: [row[alias] for alias in own] for name, own in parts.items()}
    keys = row[KEYS].values
    masks = {name: facets[name].kept(keys, values, *answers[name]) for name, values in chosen.items()}
    everything = Left(keys, _all_of(masks, but=""))
    freed = {name: Left(keys, _all_of(masks, but=name)) for name in chosen}
    counts = {name: facet.tally(freed.get(name, everything), *answers[name]) for name, facet in facets.items()}
    total = len(keys) if everything.mask is None else sum(everything.mask)
    return Counts(total, counts, everything, {column: row[aliases[column]] for column in columns})


def _all_of(masks: Mapping[str, list[bool]], but: str) -> list[bool] | None:
    """Return where all masks hold, without the facet's own; None when none is left."""
    together: list[bool] | None = None
    for name, mask in masks.items():
        if name != but:
            together = mask if together is None else list(map(and_, together, mask))
    return together
