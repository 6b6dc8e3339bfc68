"""The demonstration content as a second state of the test database, put in place module by module."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.backends.sqlite3.creation import DatabaseCreation
from tests import database
from wagtail.models import Site

SUFFIX = "_demo"


class CopiedCreation(DatabaseCreation):
    """Fills the test database in memory from the migrated one on disk."""

    def create_test_db(self, verbosity=1, autoclobber=False, serialize=True, keepdb=False):
        self.connection.close()
        self.connection.settings_dict["NAME"] = self._get_test_db_name()
        _fill(self.connection, database.migrated())
        if serialize:
            self.connection._test_serialized_contents = self.serialize_db_to_string()
        return self.connection.settings_dict["NAME"]


class SQLiteStates:
    """A copy of the database as it was, and the demonstration's file."""

    def __init__(self) -> None:
        connection.ensure_connection()
        self.empty = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self.empty)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        _fill(connection, database.demonstration())
        _forget()
        try:
            yield
        finally:
            connection.ensure_connection()
            self.empty.backup(connection.connection)
            _forget()

    def close(self) -> None:
        self.empty.close()


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
    """Return the two states: as tests start, and with the demonstration content."""
    return SQLiteStates() if connection.vendor == "sqlite" else PostgreSQLStates()


def _fill(target, source: Path) -> None:
    """Copy a database file into the open connection."""
    target.ensure_connection()
    with sqlite3.connect(source) as original:
        original.backup(target.connection)
    original.close()


def _forget() -> None:
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
