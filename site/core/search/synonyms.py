"""Synonyms: other words for the words of the site, which editors extend; applied to what is typed, not to the index.

Higher apps say where they come from with `register`, and call `changed` when they were edited. They are read once in a
process and again when the version in the cache, which all processes share, is another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from core import folding
from core.search import versions

MOST_ALTERNATIVES = 6
VERSION = "search.synonyms"


class Words(NamedTuple):
    """Words in order, with and without their marks."""

    exact: tuple[str, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a text."""
        return cls(tuple(folding.exact_words(text)), tuple(folding.folded_words(text)))

    @property
    def aligned(self) -> bool:
        """Tell whether each exact word is one folded word; apostrophes and other scripts make them differ."""
        return len(self.exact) == len(self.folded)


@dataclass(frozen=True)
class Rule:
    """Whoever types `words` may mean `means`."""

    words: Words
    means: Words

    def fits(self, typed: Words, start: int) -> bool:
        """Tell whether `typed` has the words at `start`; marks count when both sides have them."""
        span = slice(start, start + len(self.words.folded))
        if typed.folded[span] != self.words.folded:
            return False
        exact = typed.exact[span]
        marked = exact != self.words.folded and self.words.exact != self.words.folded
        return exact == self.words.exact or not marked


@dataclass
class Synonyms:
    """All rules, by their first folded word."""

    rules: dict[str, list[Rule]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Synonyms:
        """Build them from pairs of what is typed and what is meant."""
        found = cls()
        for typed, meant in pairs:
            rule = Rule(Words.of(typed), Words.of(meant))
            if rule.words.folded and rule.means.folded and rule.words.aligned:
                found.rules[rule.words.folded[0]].append(rule)
        return found

    def alternatives(self, typed: Words) -> tuple[Words, ...]:
        """Return the words with a synonym in place of some of them, one replacement at a time, then all at once."""
        if not typed.aligned:
            return ()
        matches = list(self._matches(typed))
        single = [_replaced(typed, [match]) for match in matches]
        apart = _apart(matches)
        together = [_replaced(typed, apart)] if len(apart) > 1 else []
        return tuple(dict.fromkeys([*together, *single]))[:MOST_ALTERNATIVES]

    def _matches(self, typed: Words) -> Iterator[tuple[int, Rule]]:
        for start, word in enumerate(typed.folded):
            for rule in self.rules.get(word, ()):
                if rule.fits(typed, start):
                    yield start, rule


def _apart(matches: list[tuple[int, Rule]]) -> list[tuple[int, Rule]]:
    """Return matches that don't overlap, from the left."""
    kept: list[tuple[int, Rule]] = []
    end = 0
    for start, rule in matches:
        if start >= end:
            kept.append((start, rule))
            end = start + len(rule.words.folded)
    return kept


def _replaced(typed: Words, matches: list[tuple[int, Rule]]) -> Words:
    exact, folded, end = [], [], 0
    for start, rule in matches:
        exact += [*typed.exact[end:start], *rule.means.exact]
        folded += [*typed.folded[end:start], *rule.means.folded]
        end = start + len(rule.words.folded)
    return Words((*exact, *typed.exact[end:]), (*folded, *typed.folded[end:]))


# --- where they come from --------------------------------------------------------------------------------------------

Source = Callable[[], Iterable[tuple[str, str]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Say where pairs of what is typed and what is meant come from; twice is an error."""
    if source in _sources:
        raise ValueError("This source of synonyms is registered twice.")
    _sources.append(source)


def changed() -> None:
    """Let every process read them again."""
    versions.bump(VERSION)


def pairs() -> list[tuple[str, str]]:
    """Return all pairs, read from their sources."""
    return [pair for source in _sources for pair in source()]


_KEPT = versions.Kept(VERSION, lambda: Synonyms.of(pairs()))


def current() -> Synonyms:
    """Return the synonyms as they are now."""
    return _KEPT.current()
