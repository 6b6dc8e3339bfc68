"""Answers in the memory of one process, under a version that other processes of the machine can move on."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from django.conf import settings

from core.page_cache.entry import Entry
from core.page_cache.memory import Memory

log = logging.getLogger(__name__)
MAX_BYTES = 64 * 1024 * 1024
MAX_ENTRIES = 20_000


class LocalStore:
    """The store of a deployment with one process.

    The version is the size and date of a file in `VAR_DIR` to which every write of content appends a byte: a
    management command moves it on while the server runs, and asking costs a microsecond.
    """

    def __init__(self) -> None:
        self.memory = Memory(MAX_BYTES, MAX_ENTRIES)
        self.bumps = 0  # of this process: holds even where the file can't be written

    @property
    def file(self) -> Path:
        """Return the file whose state is the version."""
        return Path(settings.VAR_DIR) / "page-cache.version"

    def version(self) -> str:
        """Return the present version."""
        try:
            state = os.stat(self.file)
        except OSError:
            return f"{self.bumps}"
        return f"{self.bumps}.{state.st_size}.{state.st_mtime_ns}"

    def bump(self) -> None:
        """Move the version on, for every process."""
        self.bumps += 1
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("ab") as file:
                file.write(b".")
        except OSError:
            log.exception("Other processes are not told that content changed: %s can't be written.", self.file)

    def read(self, key: str) -> tuple[str, Entry | None]:
        """Return the present version, and what is kept under the key."""
        return self.version(), self.memory.get(key)

    def write(self, key: str, entry: Entry) -> None:
        """Keep an answer."""
        self.memory.put(key, entry)
