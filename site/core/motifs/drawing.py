"""What a family's modules are made of: the surface a motif is drawn on, and one variant of a family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot

from core.motifs.dice import Dice
from core.motifs.markup import Attribute, Definition, moved, rect, tag


@dataclass(frozen=True)
class Canvas:
    """A surface of width × height units with its origin at the top left."""

    width: float
    height: float

    def ground(self, fill: str) -> str:
        """Return the whole surface in one colour."""
        return rect(0, 0, self.width, self.height, fill)

    def cover(
        self, key: str, x: float = 0, y: float = 0, turn: float = 0, scale: float = 1, **attributes: Attribute
    ) -> str:
        """Return the whole surface filled with a pattern whose first tile starts at (x, y)."""
        reach = round(hypot(self.width, self.height) / scale) + 1
        return tag(
            "path",
            d=f"M-{reach}-{reach}H{reach}V{reach}H-{reach}z",
            fill=f"url(#{key})",
            transform=moved(x, y, turn, scale),
            **attributes,
        )


@dataclass(frozen=True)
class Variant:
    """One way to draw a family: what all its records share, and how one record is composed of it."""

    name: str
    defs: tuple[Definition, ...]
    draw: Callable[[Canvas, Dice], str]
