"""Which stop of a route belongs to which day. Pure: no Django.

What the record says counts: a stop without a day goes with the one before it (the first with day 1), and no stop goes
back to an earlier day than the one before it. When no stop has a day, the given order is cut into the route's days so
that they are as alike in length as can be: the sum of the squares of their minutes (stays, and the legs that lead to
them) is the least; of equals, the one whose first days are the fullest. Never a day without a stop: what is left of a
route with more days than stops is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

Cut = tuple[int, tuple[int, ...]]  # the sum of squares, and minus the number of stops of each day


def is_stated(days: Sequence[int | None]) -> bool:
    """Whether anybody has said which stop belongs to which day."""
    return any(day is not None for day in days)


def days_of(stated: Sequence[int | None], days: int, minutes: Sequence[int], legs: Sequence[int]) -> list[int]:
    """The day (from 1) of each stop. `minutes` are their stays; `legs[n]` leads from stop n to the next."""
    if not minutes:
        return []
    if is_stated(stated):
        return list(accumulate((day or 1 for day in stated), max))
    lengths = [stay + leg for stay, leg in zip(minutes, [0, *legs], strict=True)]
    counts = _counts(lengths, min(days, len(lengths)))
    return [day for day, count in enumerate(counts, start=1) for _ in range(count)]


def _counts(lengths: Sequence[int], days: int) -> list[int]:
    """How many stops each day has."""
    until = [0, *accumulate(lengths)]
    best: dict[int, Cut] = {0: (0, ())}  # by the number of stops that have their day
    for day in range(days):
        best = {
            end: min(
                (squares + (until[end] - until[start]) ** 2, (*counts, start - end))
                for start, (squares, counts) in best.items()
                if start < end
            )
            for end in range(day + 1, len(lengths) + 1)
        }
    return [-count for count in best[len(lengths)][1]]
