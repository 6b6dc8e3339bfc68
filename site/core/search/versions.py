"""Versions of what a process keeps in memory, shared by all processes through the cache."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

from django.core.cache import cache

_own: Counter[str] = Counter()  # of this process, for when the cache keeps nothing


def current(name: str) -> str:
    """Return the version; a new one when the cache holds none (any more)."""
    if cache.get(name) is None:
        cache.add(name, uuid4().hex, timeout=None)
    return f"{_own[name]} {cache.get(name, '')}"


def bump(name: str) -> None:
    """Make what is kept under the version out of date."""
    _own[name] += 1
    cache.set(name, uuid4().hex, timeout=None)
