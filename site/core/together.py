"""Several reads in one query: a page that shows a little of much pays for every trip to the database.

The query returns one row, in it a list for each read (as `core.facets.counting` does), so that neither the number of
columns nor their types must agree. It rests on Django's compiler, which every upgrade's run of the tests checks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import QuerySet

ARGUMENTS = 90  # PostgreSQL's functions take at most 100, SQLite's 127
LISTS = {"postgresql": ("json_agg", "json_build_array", "::text"), "sqlite": ("json_group_array", "json_array", "")}
# Among them the float: 20.0 comes back as 20.
TYPES_OUTSIDE_JSON = (models.DateField, models.TimeField, models.UUIDField, models.DecimalField, models.FloatField)


def read_together(*querysets: QuerySet[Any]) -> None:
    """Read querysets of one database with one query, each with its own joins, columns and order.

    Afterwards each holds its rows, as if it had been iterated; what it prefetches still costs queries of its own.
    Columns of bytes can't be read so, nor `dates()` on PostgreSQL; of numbers SQLite gives fifteen digits, which tell
    a degree to the micrometre.
    """
    reads = [read for read in map(_Read, querysets) if read.sql]
    if len(reads) < 2:  # one is as well read as ever
        return
    selected = ", ".join(f"({read.sql})" for read in reads)
    with connections[querysets[0].db].cursor() as cursor:
        cursor.execute(f"SELECT {selected}", list(chain.from_iterable(read.params for read in reads)))
        answers = cursor.fetchone()
    for read, answer in zip(reads, answers, strict=True):
        read.take(json.loads(answer) if answer else [])


def prefetch_together(records: Sequence[Any], *relations: str) -> None:
    """Fetch rows that point at the records with one query, as `prefetch_related` does with one each.

    A relation may lead over joined records, as in `village__notices`; its last name is the reverse of a foreign key.
    """
    pointing = []
    for relation in relations:
        *way, name = relation.split("__")
        owners = records
        for joined in way:
            owners = [owner for one in owners if (owner := getattr(one, joined)) is not None]
        if owners:
            pointing.append(_Pointing(owners, name))
    read_together(*(rows.queryset for rows in pointing))
    for rows in pointing:
        rows.hand_out()


def fetched(record: Any, relation: str, found: list[Any]) -> None:
    """Leave related rows with a record as `prefetch_related` would."""
    rows = getattr(record, relation).all()
    rows._result_cache, rows._prefetch_done = found, True
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    record._prefetched_objects_cache[relation] = rows


class _Pointing:
    """The rows that point at some records by one foreign key."""

    def __init__(self, owners: Sequence[Any], name: str) -> None:
        self.owners, self.name = owners, name
        self.field: Any = owners[0]._meta.get_field(name).field
        keys = {owner.pk for owner in owners}
        self.queryset: Any = self.field.model._default_manager.filter(**{f"{self.field.attname}__in": keys})

    def hand_out(self) -> None:
        """Leave the rows with those they point at."""
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self.queryset:
            found[getattr(row, self.field.attname)].append(row)
        for owner in self.owners:
            for row in found[owner.pk]:
                setattr(row, self.field.name, owner)
            fetched(owner, self.name, found[owner.pk])


class _Read:
    """One queryset: what it asks, as SQL for a list (none for nothing), and how it takes the answer."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        self.queryset: Any = queryset
        self.compiler: Any = queryset.query.get_compiler(using=queryset.db)
        self.sql, self.params = "", ()
        if self.queryset._result_cache is None:
            self._ask()

    def _ask(self) -> None:
        try:
            rows, self.params = self.compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:  # as of `none()`
            return
        connection = self.compiler.connection
        listed, array, text = LISTS[connection.vendor]
        names = [connection.ops.quote_name(alias) for _column, _sql, alias in self.compiler.select]
        parts = (", ".join(names[at : at + ARGUMENTS]) for at in range(0, len(names), ARGUMENTS))
        row = f"{array}({', '.join(f'{array}({part})' for part in parts)})"
        self.sql = f"SELECT {listed}({row}){text} FROM ({rows}) one_read"

    def take(self, rows: list[list[list[Any]]]) -> None:
        """Let the queryset make of the rows what it makes of a cursor's, prefetching included."""
        fields = [column.output_field for column, _sql, _alias in self.compiler.select]
        found = [tuple(map(self._stored, fields, [value for part in row for value in part])) for row in rows]
        self.compiler.execute_sql = lambda *_args, **_options: [found]
        self.queryset.query.get_compiler = lambda *_args, **_options: self.compiler
        try:
            self.queryset._fetch_all()
        finally:
            del self.queryset.query.get_compiler

    def _stored(self, field: Any, value: Any) -> Any:
        """Return a value as the driver would: SQLite's gives texts and numbers, as JSON does."""
        of_sqlite = self.compiler.connection.vendor == "sqlite"
        if value is None or (of_sqlite and not isinstance(value, list | dict)):
            return value
        if field.get_internal_type() == "JSONField":
            return json.dumps(value)
        return field.to_python(value) if isinstance(field, TYPES_OUTSIDE_JSON) else value
