"""Writing many index entries at once: each record's words are worked out once and stored in one statement a batch.

modelsearch's own `add_bulk` works them out three to five times and, on SQLite, updates row by row. Only for records,
whose whole index entry is `title` and `search_body`.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from modelsearch.index import SearchField

_POSTGRESQL = """
    INSERT INTO {table} (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)
    SELECT %s, key, setweight(to_tsvector('simple', title), 'A'), to_tsvector('simple', title),
           to_tsvector('simple', body), 1.0, title, body
    FROM unnest(%s::text[], %s::text[], %s::text[]) AS given (key, title, body)
    ON CONFLICT (content_type_id, object_id) DO UPDATE SET
        title = EXCLUDED.title, autocomplete = EXCLUDED.autocomplete, body = EXCLUDED.body,
        title_text = EXCLUDED.title_text, body_text = EXCLUDED.body_text
"""


def writable(model: Any) -> bool:
    """Tell whether a model's entry is just its title and its words."""
    names = {field.field_name for field in model.get_search_fields() if isinstance(field, SearchField)}
    return names == {"title", "search_body"}


def write(entry: type[models.Model], model: Any, records: list[Any]) -> None:
    """Insert or replace the entries of these records of one model."""
    content_type = ContentType.objects.get_for_model(model).pk
    rows = [(str(record.pk), record.title, record.search_body) for record in records]
    if connection.vendor == "postgresql":
        _write_postgresql(entry, content_type, rows)
    else:
        _write_sqlite(entry, content_type, rows)


def _write_sqlite(entry: type[models.Model], content_type: int, rows: list[tuple[str, str, str]]) -> None:
    """Write with an upsert; the table's triggers carry it over to the full-text table."""
    entry._default_manager.bulk_create(
        [
            entry(content_type_id=content_type, object_id=key, title=title, autocomplete=title, body=body)
            for key, title, body in rows
        ],
        update_conflicts=True,
        unique_fields=["content_type", "object_id"],
        update_fields=["title", "autocomplete", "body"],
    )


def _write_postgresql(entry: type[models.Model], content_type: int, rows: list[tuple[str, str, str]]) -> None:
    keys, titles, bodies = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL.format(table=entry._meta.db_table), [content_type, keys, titles, bodies])
