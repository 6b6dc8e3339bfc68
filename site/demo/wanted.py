"""What the files ask for, before anything is written: plain values, and links to other rows by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """A reference to another loaded row: the model's label and the row's key."""

    label: str
    key: str


@dataclass(frozen=True)
class Wanted:
    """One thing to be written: its key among its kind, and its fields (values, or links to other rows)."""

    key: str
    values: dict[str, Any]


def link(label: str, key: str) -> Link | None:
    """Return a link, or None for an empty key: unknown."""
    return Link(label, key) if key else None
