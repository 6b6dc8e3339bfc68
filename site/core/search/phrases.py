"""Names of several words that mean one thing together, such as those of provinces, old and new.

“Bắc Giang” is a place, “trang sức bạc Mỹ Giang” is none of it: in a name, such words count side by side only. Higher
apps say where they come from with `register`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core import folding
from core.search.versions import NAMES, Kept

Source = Callable[[], Iterable[str]]
Span = tuple[int, int]
_sources: list[Source] = []


class Phrases:
    """All phrases, as folded words."""

    def __init__(self, names: Iterable[str]) -> None:
        split = (tuple(folding.folded_words(name)) for name in names)
        self.known = frozenset(words for words in split if len(words) > 1)
        self.longest = max(map(len, self.known), default=1)

    def spans(self, words: tuple[str, ...]) -> tuple[Span, ...]:
        """Cut words into phrases, the longest first, and single words; return where each begins and ends."""
        found: list[Span] = []
        start = 0
        while start < len(words):
            ends = range(min(len(words), start + self.longest), start + 1, -1)
            end = next((end for end in ends if words[start:end] in self.known), start + 1)
            found.append((start, end))
            start = end
        return tuple(found)


def register(source: Source) -> None:
    """Say where such names come from; twice is an error."""
    if source in _sources:
        raise ValueError("This source of phrases is registered twice.")
    _sources.append(source)


_KEPT = Kept(NAMES, lambda: Phrases(name for source in _sources for name in source()))


def current() -> Phrases:
    """Return the phrases as they are now."""
    return _KEPT.current()
