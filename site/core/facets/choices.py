"""What can be chosen in a facet, and reading it from the database once per form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Choices


@dataclass(frozen=True)
class Choice:
    """One value as addresses carry it, and the keys of the counted column that it stands for (default: itself)."""

    value: str
    label: str
    keys: tuple[Any, ...] = ()
    group: str = ""
    lang: str = ""

    def __post_init__(self) -> None:
        if not self.keys:
            object.__setattr__(self, "keys", (self.value,))


class Reading:
    """Calls each reader of the database once, however many facets of a form need it."""

    def __init__(self) -> None:
        self._known: dict[Callable[[], Any], Any] = {}

    def __call__(self, read: Callable[[], Any]) -> Any:
        """Return what `read` gives, from the first call on."""
        if read not in self._known:
            self._known[read] = read()
        return self._known[read]


Source = Callable[[Reading], list[Choice]]


def of_enum(choices: type[Choices]) -> Source:
    """Return the source of the choices of a Django enumeration."""
    return lambda _reading: [Choice(str(value), str(label)) for value, label in choices.choices]


def of_pairs(pairs: Iterable[tuple[str, Any]]) -> Source:
    """Return the source of fixed choices; their labels are translated when they are shown."""
    fixed = list(pairs)
    return lambda _reading: [Choice(value, str(label)) for value, label in fixed]
