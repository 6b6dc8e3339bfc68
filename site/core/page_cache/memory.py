"""The most recently used answers, in memory."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from core.page_cache.entry import Entry

OVERHEAD = 2_000  # bytes of an entry beside its body, roughly: headers, key, Python's objects


class Memory:
    """Answers by key, within a number of bytes and of entries; the least recently used ones go first."""

    def __init__(self, max_bytes: int, max_entries: int) -> None:
        self.max_bytes, self.max_entries = max_bytes, max_entries
        self.entries: OrderedDict[str, Entry] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()

    def get(self, key: str) -> Entry | None:
        """Return what is kept under the key."""
        with self.lock:
            entry = self.entries.get(key)
            if entry is not None:
                self.entries.move_to_end(key)
        return entry

    def put(self, key: str, entry: Entry) -> None:
        """Keep an answer; forget others when it gets too much."""
        with self.lock:
            self._drop(self.entries.pop(key, None))
            self.entries[key] = entry
            self.bytes += len(entry.body) + OVERHEAD
            while self.bytes > self.max_bytes or len(self.entries) > self.max_entries:
                self._drop(self.entries.popitem(last=False)[1])

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            self.entries.clear()
            self.bytes = 0

    def _drop(self, entry: Entry | None) -> None:
        if entry is not None:
            self.bytes -= len(entry.body) + OVERHEAD
