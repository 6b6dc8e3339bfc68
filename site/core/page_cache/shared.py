"""Answers in Redis, shared by any number of processes and machines. While Redis is away pages are made each time."""

from __future__ import annotations

import hashlib
import logging
import uuid
from functools import cache as once

from django.conf import settings
from django.core.cache import cache

from core import clock
from core.page_cache.entry import Entry
from core.page_cache.memory import Memory

log = logging.getLogger(__name__)
PREFIX = "page-cache"
VERSION = f"{PREFIX}.version"
BESIDE_BYTES, BESIDE_ENTRIES = 16 * 1024 * 1024, 4_000
LONGEST = 60 * 60  # seconds: what is kept although a write couldn't be told (Redis was away) heals within the hour
SOURCES = ("site/**/*.py", "templates/**/*", "static/**/*", "locale/**/*.po", "requirements.txt")


@once
def release() -> str:
    """Return a name of this release: it changes with its sources and its environment, so that pages do, too."""
    digest = hashlib.sha256(settings.ENVIRONMENT.encode())
    for pattern in SOURCES:
        for path in sorted(settings.ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.relative_to(settings.ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


class SharedStore:
    """The default cache of the settings. A process keeps its latest ones beside it, and asks for the version only."""

    def __init__(self) -> None:
        self.beside = Memory(BESIDE_BYTES, BESIDE_ENTRIES)
        self.owes_bump = False

    def bump(self) -> None:
        """Move the version on; when that fails, do it before the next answer is read."""
        try:
            cache.set(VERSION, uuid.uuid4().hex, None)
            self.owes_bump = False
        except Exception:  # every cache library raises its own errors
            self.owes_bump = True
            log.exception("The cache was not told that content changed.")

    def read(self, key: str) -> tuple[str, Entry | None]:
        """Return the present version ("" when there is no telling), and what is kept under the key."""
        if self.owes_bump:
            self.bump()
        try:
            version = cache.get(VERSION) or cache.get_or_set(VERSION, uuid.uuid4().hex, None) or ""
            entry = self.beside.get(key)
            if entry is None or entry.version != version:
                entry = cache.get(self._name(key))
                if entry is not None:
                    self.beside.put(key, entry)
        except Exception:  # every cache library raises its own errors
            log.exception("The cache does not answer.")
            return "", None
        return version, entry

    def write(self, key: str, entry: Entry) -> None:
        """Keep an answer until it changes by itself, an hour at most."""
        seconds = min(LONGEST, int(entry.until - clock.now().timestamp()))
        if not entry.version or seconds < 1:
            return
        self.beside.put(key, entry)
        try:
            cache.set(self._name(key), entry, seconds)
        except Exception:  # every cache library raises its own errors
            log.exception("The cache does not answer.")

    def _name(self, key: str) -> str:
        return f"{PREFIX}.{release()}.{hashlib.sha256(key.encode()).hexdigest()}"
