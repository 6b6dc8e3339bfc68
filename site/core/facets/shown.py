"""What a page shows of its filters: facets with their options, chips to take one away, orders. Pure: no Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One value of a facet. `count`: records left when it is chosen too; None where nothing is counted."""

    value: str
    label: str
    count: int | None = None
    chosen: bool = False
    group: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Facet:
    """One filter of a listing.

    `kind`: "many" (check boxes), "flag" (one check box), "moment" (a date, or a date and a time), "near" (a place) or
    "words". `value` is what was typed, where something can be typed; `more` tells how many options are left out.
    """

    name: str
    label: str
    kind: str
    options: Sequence[Option] = ()
    value: str = ""
    more: int = 0
    errors: Sequence[str] = ()

    @property
    def is_chosen(self) -> bool:
        """Tell whether the facet narrows the list."""
        return bool(self.value) or any(option.chosen for option in self.options)

    @property
    def chosen(self) -> int:
        """Return how many values are chosen: of the options, or the one of the reader's own."""
        return sum(option.chosen for option in self.options) or int(bool(self.value))

    @property
    def is_own(self) -> bool:
        """Tell whether the value is none of the options: where the reader is now."""
        return bool(self.value) and not any(option.chosen for option in self.options)

    @property
    def is_empty(self) -> bool:
        """Tell that there is nothing to choose from, so that it need not be shown."""
        return self.kind in ("many", "flag") and not self.options and not self.errors


@dataclass(frozen=True)
class Chip:
    """One chosen value, and the address of the list without it."""

    label: str
    remove_url: str
    name: str = ""
    value: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Sort:
    """One order of the list, and the address of the list in it."""

    label: str
    url: str
    current: bool
    value: str
