"""The words of the public names, folded, to tell a typing error from a word: the same on both databases.

A phrase is a word of a name, or two that stand side by side. It is found by its letters alone, so that “battrang”
and “bat  trang” are the same, and shows in the form that most names have (“bát tràng”).
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core import folding
from core.search import synonyms, versions
from core.search.matching import entries
from core.search.registry import SearchType, types

LONGEST_PHRASE = 2
MOST_NEIGHBOURS = 12
REST = 20  # after a building of one second none for twenty, so that a busy editor doesn't keep readers waiting
_MOST_ERRORS = ((4, 0), (8, 1), (13, 2))  # below so many letters, so many errors; three from there on


class Phrase(NamedTuple):
    """A phrase as most names write it, and in how many names it stands."""

    text: str
    number: int


class Neighbour(NamedTuple):
    """A phrase that differs in so many letters (a swap of two is one)."""

    letters: str
    errors: int
    phrase: Phrase


def errors_allowed(letters: str) -> int:
    """Return how many errors a word or phrase of this length may have and still be understood."""
    return next((errors for length, errors in _MOST_ERRORS if len(letters) < length), 3)


@dataclass
class Vocabulary:
    """All phrases by their letters."""

    phrases: dict[str, Phrase] = field(default_factory=dict)
    by_length: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, names: Iterable[str]) -> Vocabulary:
        """Build it from names, each as often as it occurs."""
        letters = _Letters()
        forms: dict[str, Phrase] = {}
        totals: dict[str, int] = {}
        for words, count in _spoken(names):
            key, text = "".join([letters[word] for word in words]), " ".join(words)
            totals[key] = totals.get(key, 0) + count
            best = forms.get(key)
            if best is None or count > best.number or (count == best.number and _marks(text) > _marks(best.text)):
                forms[key] = Phrase(text, count)
        found = cls({key: Phrase(form.text, totals[key]) for key, form in forms.items() if key})
        for key in found.phrases:
            found.by_length[len(key)].append(key)
        return found

    def get(self, letters: str) -> Phrase | None:
        """Return the phrase with exactly these letters."""
        return self.phrases.get(letters)

    def neighbours(self, letters: str) -> list[Neighbour]:
        """Return the phrases that differ in as many letters as this length allows, the nearest and commonest first."""
        most = errors_allowed(letters)
        if not most:
            return []
        near = [
            key for length in range(len(letters) - most, len(letters) + most + 1) for key in self.by_length[length]
        ]
        matches = process.extract(letters, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [Neighbour(key, int(errors), self.phrases[key]) for key, errors, _index in matches if errors]
        found.sort(key=lambda near: (near.errors, near.letters[0] != letters[0], -near.phrase.number, near.letters))
        return found[:MOST_NEIGHBOURS]


class _Letters(dict[str, str]):
    """The folded letters of words; each is folded once."""

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, "".join(folding.folded_words(word)))


def _spoken(names: Iterable[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the phrases of all names, as words, and how often each occurs."""
    lines = [folding.exact_words(name) for name in names]
    for length in range(1, LONGEST_PHRASE + 1):
        rows = (zip(*(words[start:] for start in range(length)), strict=False) for words in lines)
        yield from Counter(chain.from_iterable(rows)).items()


def _marks(text: str) -> int:
    """Return how many letters carry a mark: of two forms as frequent, the one that took more trouble is meant."""
    return sum(not char.isascii() for char in text)


# --- where the names come from ---------------------------------------------------------------------------------------

Source = Callable[[], Iterable[str]]
_sources: list[Source] = []
_kept: _Kept | None = None
_building = threading.Lock()


class _Kept(NamedTuple):
    stamp: tuple[object, ...]
    rest_until: float
    vocabulary: Vocabulary


def register(source: Source) -> None:
    """Say where further names come from, such as those of provinces, which have no page; twice is an error."""
    if source in _sources:
        raise ValueError("This source of names is registered twice.")
    _sources.append(source)


def changed() -> None:
    """Note that names changed; what is kept is renewed when it is next needed."""
    versions.bump(versions.NAMES)


def names_of(kind: SearchType) -> Iterator[str]:
    """Yield the public names of a type: titles of pages, labels of records in every language."""
    public = kind.public().order_by()
    if kind.holds_pages:
        yield from public.values_list("title", flat=True)
        return
    for raw in public.annotate(raw=Cast("name", TextField())).values_list("raw", flat=True):
        yield from json.loads(raw).values()


def current() -> Vocabulary:
    """Return the vocabulary as the index is now; it is built when first needed and when the index has changed."""
    global _kept
    stamp = _stamp()
    if _kept is not None and (_kept.stamp == stamp or time.monotonic() < _kept.rest_until):
        return _kept.vocabulary
    with _building:
        if _kept is None or _kept.stamp != stamp:
            started = time.monotonic()
            vocabulary = Vocabulary.of(_all_names())
            ended = time.monotonic()
            _kept = _Kept(stamp, ended + REST * (ended - started), vocabulary)
    return _kept.vocabulary


def _all_names() -> Iterator[str]:
    for kind in types():
        yield from names_of(kind)
    for source in _sources:
        yield from source()
    yield from chain.from_iterable(synonyms.pairs())


def _stamp() -> tuple[object, ...]:
    """Return what differs when the index was written: here, by another process, or on another database.

    What was deleted elsewhere may stay known for a while; nothing is offered that finds nothing.
    """
    newest = entries().order_by("-pk").values_list("pk", flat=True).first()
    return (versions.current(versions.NAMES), connection.settings_dict["NAME"], newest)
