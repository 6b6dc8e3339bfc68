"""Motifs: deterministic SVG artwork for a record without a photograph. The craft decides what, the slug how.

motif = compose("pottery", "bat-trang")   # the same bytes for ever, on every machine
motif.defs                                # what a page needs once for all motifs of this variant
motif.body                                # what one record adds: some hundred bytes
standalone(motif)                         # a whole SVG document
"""

from __future__ import annotations

from dataclasses import dataclass

from core.motifs.dice import Dice
from core.motifs.drawing import Canvas
from core.motifs.geometry import short
from core.motifs.markup import many
from core.motifs.registry import VARIANTS

__all__ = ["FAMILIES", "SIZES", "Motif", "compose", "standalone"]

FAMILIES: tuple[str, ...] = tuple(VARIANTS)
FALLBACK = "community"
SIZES: dict[str, tuple[int, int]] = {"card": (400, 300), "hero": (800, 640), "square": (400, 400)}
ENLARGED = {"hero": 2, "square": 1.16}  # so that all sizes show about as much as a card does


@dataclass(frozen=True)
class Motif:
    """The artwork of one record: `body` belongs into an <svg> of width × height, `defs` once into the document."""

    family: str
    variant: str
    width: int
    height: int
    defs: tuple[tuple[str, str], ...]
    body: str


def compose(family: str, seed: str, size: str = "card") -> Motif:
    """Return the motif of a record; an unknown family gets the village road. KeyError for an unknown size."""
    width, height = SIZES[size]
    known = family if family in VARIANTS else FALLBACK
    dice = Dice(f"{known}/{seed}")
    variant = dice.pick(VARIANTS[known])
    scale = ENLARGED.get(size, 1)
    body = variant.draw(Canvas(width / scale, height / scale), dice)
    if scale != 1:
        body = many(body, transform=f"scale({short(scale, 2)})")
    return Motif(known, variant.name, width, height, variant.defs, body)


def standalone(motif: Motif) -> str:
    """Return a motif as an SVG document of its own."""
    defs = "".join(markup for _, markup in motif.defs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{motif.width}" height="{motif.height}" '
        f'viewBox="0 0 {motif.width} {motif.height}"><defs>{defs}</defs>{motif.body}</svg>'
    )
