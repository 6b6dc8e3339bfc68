"""Which entries of the search index hold the words, as SQL for the two databases; names mean the titles alone."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import QuerySet

from core.search.query import Query

SQL = tuple[str, list[Any]]
DATABASES = ("sqlite", "postgresql")


def entry_model() -> type[models.Model]:
    """Return the model of the index entries."""
    return apps.get_app_config("wagtailsearch").get_model("IndexEntry")


def entries() -> QuerySet[Any]:
    """Return the rows of the search index."""
    return entry_model()._default_manager.all()


def own_index() -> bool:
    """Tell whether the index lives in this database, and not in OpenSearch."""
    return (
        connection.vendor in DATABASES
        and settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"] == "core.search.backend"
    )


def matching_rows(query: Query, names_only: bool = False) -> SQL:
    """Return a SELECT of the keys of the entries that hold all the words of one of the query's forms."""
    table = entry_model()._meta.db_table
    columns = ("title",) if names_only else ("title", "body")
    if connection.vendor == "sqlite":
        return f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH %s", [query.fts5(" ".join(columns))]
    # Each word on its own column by column, so that PostgreSQL can combine its indexes on title and body.
    word = "(" + " OR ".join(f"{column} @@ to_tsquery('simple', %s)" for column in columns) + ")"
    forms = query.tsqueries()
    words = " OR ".join("(" + " AND ".join([word] * len(form)) + ")" for form in forms)
    return f"SELECT id FROM {table} WHERE {words}", [each for form in forms for each in form for _column in columns]
