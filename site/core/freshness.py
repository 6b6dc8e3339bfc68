"""What the answer being made depends on: until when it is right, which parameters it reads, whether it may be kept.

The page cache (`core.page_cache`) opens the notes of a request; whatever renders writes into them. Outside a request
every function here does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Notes:
    """The notes on one answer. `until`: the earliest instant at which it changes; `version`: of all content."""

    until: datetime
    version: str = ""
    names: set[str] = field(default_factory=set)
    is_personal: bool = False
    is_malformed: bool = False


_notes: ContextVar[Notes | None] = ContextVar("freshness", default=None)


@contextmanager
def collected(until: datetime, version: str = "") -> Iterator[Notes]:
    """Collect the notes of the answer that is made within, which is right until `until` at most."""
    notes = Notes(until, version)
    token = _notes.set(notes)
    try:
        yield notes
    finally:
        _notes.reset(token)


def is_collecting() -> bool:
    """Tell whether anybody asks: for notes that cost time to work out."""
    return _notes.get() is not None


def version() -> str:
    """Return the version of all content under which the answer is made; "" when nothing is kept."""
    notes = _notes.get()
    return notes.version if notes is not None else ""


def until(at: datetime) -> None:
    """Note that the answer changes at the aware instant `at`."""
    notes = _notes.get()
    if notes is not None:
        notes.until = min(notes.until, at)


def reads(*names: str) -> None:
    """Note that these parameters of the query have a meaning here; an answer to any other one is not kept."""
    notes = _notes.get()
    if notes is not None:
        notes.names.update(names)


def personal() -> None:
    """Note that the answer is for one reader: neither we nor anybody on the way may keep it."""
    notes = _notes.get()
    if notes is not None:
        notes.is_personal = True


def malformed() -> None:
    """Note that a value was nonsense and ignored: there are endlessly many of these, so the answer isn't kept."""
    notes = _notes.get()
    if notes is not None:
        notes.is_malformed = True
