"""Every statement that changes content, however it was written: save, bulk update, tree move, raw SQL.

Signals would miss half of them. A connection tells each statement to a wrapper; the first write of content in a
transaction has the version moved on when it is committed, and a write outside of one at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from core.page_cache.invalidation import invalidate

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]

# What no public page shows: sessions, rights, revisions and drafts, logs, editors' own settings, counts of scans.
NOT_SHOWN_APPS = ("accounts", "auth", "contenttypes", "sessions", "wagtailadmin", "wagtailusers")
NOT_SHOWN = (
    "core.ScanCount",
    "wagtail_localize.TranslationLog",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.Task",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowState",
    "wagtailcore.WorkflowTask",
)
# The columns of a page that saving a draft changes, and the table in which the search index then repeats itself.
DRAFT_COLUMNS = frozenset(
    {"draft_title", "has_unpublished_changes", "latest_revision_created_at", "latest_revision_id"}
)
PAGES = "wagtailcore_page"
INDEX = "wagtailsearch_indexentry"

_registered: set[str] = set()
_WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)"
    r'\s+(?:ONLY\s+)?["`]?(\w+)',
    re.IGNORECASE,
)
_SET = re.compile(r'"(\w+)" = ')


def never_shown(label: str) -> None:
    """Register a model of a higher app that no public page shows: writing it leaves what is kept as it is."""
    _registered.add(label)
    _tables_not_shown.cache_clear()


def connect() -> None:
    """Watch every connection, those already open, too."""
    connection_created.connect(_watch, dispatch_uid="core.page_cache.watch")
    for connection in connections.all(initialized_only=True):
        _watch(connection=connection)


def _watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if not any(isinstance(wrapper, Watch) for wrapper in connection.execute_wrappers):
        connection.execute_wrappers.append(Watch())


class Watch:
    """The wrapper of one connection."""

    def __init__(self) -> None:
        self.saved_draft = False

    def __call__(self, execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        """Execute the statement; note what it changed."""
        result = execute(sql, params, many, context)
        if self.changes_content(sql):
            _invalidate_on_commit(context["connection"])
        return result

    def changes_content(self, sql: str) -> bool:
        """Tell whether a statement changes what a public page may show.

        A draft changes none of it; nor does the index entry that is written right after it, of the public words again.
        """
        if not isinstance(sql, str) or sql.startswith("SELECT"):
            return False
        match = _WRITE.match(sql)
        table = match[1].lower() if match else ""
        if not table or table in _tables_not_shown():
            return False
        if table.startswith(INDEX):
            return not self.saved_draft
        self.saved_draft = table == PAGES and _set_columns(sql) <= DRAFT_COLUMNS
        return not self.saved_draft


@cache
def _tables_not_shown() -> frozenset[str]:
    """Return the tables of what isn't shown, their many-to-many tables, and Django's list of migrations."""
    models = [apps.get_model(label) for label in (*NOT_SHOWN, *_registered)]
    for app in NOT_SHOWN_APPS:
        models.extend(apps.get_app_config(app).get_models(include_auto_created=True))
    through = [field.remote_field.through for model in models for field in model._meta.many_to_many]
    return frozenset({model._meta.db_table for model in [*models, *through]} | {"django_migrations"})


def _set_columns(sql: str) -> set[str]:
    """Return the columns that an UPDATE sets; the table itself for an INSERT or DELETE, which is no column of it."""
    if sql.lstrip()[:6].upper() != "UPDATE":
        return {PAGES}
    return set(_SET.findall(sql.partition(" WHERE ")[0])) or {PAGES}


def _invalidate_on_commit(connection: BaseDatabaseWrapper) -> None:
    """Invalidate once per transaction, however many rows and savepoints it has (`on_commit` would once for each)."""
    waiting: list[Any] = connection.run_on_commit
    if not connection.in_atomic_block:
        invalidate()
    elif not any(function is invalidate for _savepoints, function, _robust in waiting):
        waiting.append((set(), invalidate, False))
