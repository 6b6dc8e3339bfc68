"""Versions of what a process keeps in memory, shared by all processes through the cache."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache

NAMES = "search.names"  # of all that the public can search, and of places
MOST_SECONDS = 60  # for processes that share no cache, such as a command beside the server

_own: Counter[str] = Counter()  # of this process, for when the cache keeps nothing


def current(name: str) -> str:
    """Return the version; a new one when the cache holds none (any more)."""
    if cache.get(name) is None:
        cache.add(name, uuid4().hex, timeout=None)
    return f"{_own[name]} {cache.get(name, '')}"


Value = TypeVar("Value")


class Kept(Generic[Value]):
    """A value that is made once in a process, and again when its version is another one."""

    def __init__(self, name: str, make: Callable[[], Value]) -> None:
        self._name, self._make = name, make
        self._kept: tuple[str, float, Value] | None = None

    def current(self) -> Value:
        """Return the value as it is now."""
        version, now = current(self._name), time.monotonic()
        if self._kept is None or self._kept[0] != version or now - self._kept[1] > MOST_SECONDS:
            self._kept = (version, now, self._make())
        return self._kept[2]


def bump(name: str) -> None:
    """Make what is kept under the version out of date."""
    _own[name] += 1
    cache.set(name, uuid4().hex, timeout=None)
