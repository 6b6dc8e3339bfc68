"""What files say about a journey, in the reader's words (made by `wording`). Pure: no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StopCaption:
    """The words of a stop. `before`: the way from where the day begins; `onward`: the way to what comes next."""

    when: str
    lines: tuple[str, ...] = ()
    before: str = ""
    onward: str = ""

    def told(self) -> tuple[str, ...]:
        """Return everything in order."""
        return tuple(line for line in (self.before, self.when, *self.lines, self.onward) if line)


@dataclass(frozen=True)
class Captions:
    """All words of one journey: days by their number, stops by theirs. `unlocated` names the stops without a point."""

    journey: tuple[str, ...]
    days: Mapping[int, str]
    stops: Mapping[int, StopCaption]
    unlocated: str = ""
    more: str = ""  # before the address of a page that tells more
