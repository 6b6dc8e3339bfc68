"""The demonstration content as a second state of the test database: loaded once a session, put in place per module."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

SUFFIX = "_demo"


class SQLiteStates:
    """Copies of the whole database, before and after the load, in memory of their own."""

    def __init__(self) -> None:
        self.empty = self._copy()
        call_command("load_demo", verbosity=0)
        self.full = self._copy()
        self._restore(self.empty)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        self._restore(self.full)
        try:
            yield
        finally:
            self._restore(self.empty)

    def close(self) -> None:
        self.empty.close()
        self.full.close()

    def _copy(self) -> sqlite3.Connection:
        connection.ensure_connection()
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(copy)
        return copy

    def _restore(self, copy: sqlite3.Connection) -> None:
        connection.ensure_connection()
        copy.backup(connection.connection)
        _forget()


class PostgreSQLStates:
    """A second database, made from the first as its template."""

    def __init__(self) -> None:
        self.empty = connection.settings_dict["NAME"]
        self.full = f"{self.empty}{SUFFIX}"
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.full}"')
            cursor.execute(f'CREATE DATABASE "{self.full}" TEMPLATE "{self.empty}"')
        with self.in_place():
            call_command("load_demo", verbosity=0)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        self._use(self.full)
        try:
            yield
        finally:
            self._use(self.empty)

    def close(self) -> None:
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.full}"')

    def _use(self, name: str) -> None:
        connection.close()
        connection.settings_dict["NAME"] = name
        _forget()


def states() -> SQLiteStates | PostgreSQLStates:
    """Load the demonstration content and return the two states."""
    return SQLiteStates() if connection.vendor == "sqlite" else PostgreSQLStates()


def _forget() -> None:
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
