"""The sheets that labels are printed on, in millimetres. Pure: no Django. static/css/labels.css says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")

MOST = 200  # labels printed at once
# Longest names that still fit at each step of size; whatever is longer is set smallest, and clipped at last.
STEPS = ((26, "short"), (52, "medium"), (104, "long"))
LONGEST = "longest"


@dataclass(frozen=True)
class Format:
    """A sheet of equal labels: paper, grid, and the side of the QR code's box with its quiet zone; all in mm."""

    key: str
    paper: tuple[float, float]
    grid: tuple[int, int]  # columns, rows
    label: tuple[float, float]
    gap: float  # between columns; rows touch
    qr: float

    @property
    def per_sheet(self) -> int:
        """Return how many labels a sheet holds."""
        return self.grid[0] * self.grid[1]

    @property
    def margins(self) -> tuple[float, float]:
        """Return the margins at the side and at the top, with the labels in the middle of the paper."""
        columns, rows = self.grid
        across = columns * self.label[0] + (columns - 1) * self.gap
        return (round((self.paper[0] - across) / 2, 2), round((self.paper[1] - rows * self.label[1]) / 2, 2))

    def symbol_mm(self, modules: int, quiet: int = 4) -> float:
        """Return the side of the QR symbol without its quiet zone, for a symbol of so many modules."""
        return self.qr * modules / (modules + 2 * quiet)


A4, A6, A3 = (210.0, 297.0), (105.0, 148.0), (297.0, 420.0)
# The three A4 sheets are the usual sizes of self-adhesive labels (99.1 × 67.7, 99.1 × 57 and 63.5 × 38.1 mm).
FORMATS: dict[str, Format] = {
    each.key: each
    for each in (
        Format("a4-8", A4, (2, 4), (99.1, 67.7), 2.5, 38.0),
        Format("a4-10", A4, (2, 5), (99.1, 57.0), 2.5, 34.0),
        Format("a4-21", A4, (3, 7), (63.5, 38.1), 2.5, 27.0),
        Format("a6", A6, (1, 1), A6, 0.0, 46.0),
        Format("a3", A3, (1, 1), A3, 0.0, 120.0),
    )
}


def sheets(items: Sequence[Item], per_sheet: int, start: int = 1) -> Iterator[list[Item | None]]:
    """Yield the labels sheet by sheet; the first begins at place `start` (from 1), None stands for a place left free.

    ValueError for a start that the sheet doesn't have.
    """
    if not 1 <= start <= per_sheet:
        raise ValueError(f"a sheet of {per_sheet} has no place {start}")
    places: list[Item | None] = [*[None] * (start - 1), *items]
    for first in range(0, len(places), per_sheet):
        yield places[first : first + per_sheet]


def step(name: str) -> str:
    """Return the step of size in which a name is set: the longer, the smaller."""
    return next((key for most, key in STEPS if len(name) <= most), LONGEST)
