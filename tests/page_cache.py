"""The page cache, switched on for a test: `kept_pages` is a fixture of tests/conftest.py."""

from __future__ import annotations

from contextlib import contextmanager

from django.db import connection

from core.page_cache.store import LOCAL


@contextmanager
def committed():
    """Run what waits for the commit of the changes within; a test never commits."""
    connection.run_on_commit = []
    yield
    while connection.run_on_commit:
        waiting, connection.run_on_commit = connection.run_on_commit, []
        for _savepoints, function, _robust in waiting:
            function()


def version():
    return LOCAL.version()


def entries():
    """Return the addresses of what is kept, without scheme and host."""
    return [key.split("testserver", 1)[1] for key in LOCAL.memory.entries]


def fresh(client, url, settings, **options):
    """Return the answer that is made now, whatever is kept."""
    settings.PAGE_CACHE = "off"
    try:
        return client.get(url, **options)
    finally:
        settings.PAGE_CACHE = "local"
