"""What somebody typed, as words: exact and folded, with what the synonyms say, and in both databases' languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core import folding
from core.search import phrases, synonyms
from core.search.phrases import Span
from core.search.synonyms import Words

PREFIX_FROM = 2  # a single letter is a word, never the beginning of one


@dataclass(frozen=True)
class Query:
    """Cleaned search input. `exact` and `folded` are its words in order, with and without their marks.

    `alternatives` are the same words with a synonym in the place of some of them; `spans` tell which folded words
    stand for one thing together.
    """

    text: str
    exact: tuple[str, ...]
    folded: tuple[str, ...]
    alternatives: tuple[Words, ...] = ()
    spans: tuple[Span, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Query:
        """Clean any input whatever; words that only punctuation or blanks were leave nothing."""
        cleaned = folding.clean(text)
        words = Words.of(cleaned)
        spans = phrases.current().spans(words.folded)
        return cls(cleaned, words.exact, words.folded, synonyms.current().alternatives(words), spans)

    @property
    def blank(self) -> bool:
        """Tell that nothing was typed: then nothing is searched and nothing is filtered."""
        return not self.text

    @property
    def hopeless(self) -> bool:
        """Tell that something was typed but no word: then nothing is found."""
        return not self.exact and not self.folded

    @property
    def forms(self) -> list[tuple[str, ...]]:
        """Return the words exact and folded, then the alternatives as synonyms write them, none twice."""
        everything = (self.exact, self.folded, *(words.exact for words in self.alternatives))
        return [form for form in dict.fromkeys(everything) if form]

    def parts(self, words: tuple[str, ...]) -> list[str]:
        """Return exact or folded words, none twice; those that stand for one thing together unless in doubt."""
        spans = self.spans if len(words) == len(self.folded) else ()
        return list(dict.fromkeys(" ".join(words[start:end]) for start, end in spans) or dict.fromkeys(words))

    def fts5(self, columns: str = "title body") -> str:
        """Return the query for SQLite's FTS5 over some columns; words are quoted, so no operator gets through."""
        forms = [
            " AND ".join(f'"{word}"{"*" if prefix else ""}' for word, prefix in _terms(form)) for form in self.forms
        ]
        return f"{{{columns}}} : (" + " OR ".join(f"({form})" for form in forms) + ")"

    def tsqueries(self) -> list[list[str]]:
        """Return, for each form, its words for PostgreSQL's `to_tsquery`; quoted, so no operator gets through."""
        return [[f"'{word}'{':*' if prefix else ''}" for word, prefix in _terms(form)] for form in self.forms]


def _terms(words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Yield each word once, and whether it may be the beginning of one: the last may."""
    last = words[-1]
    for word in dict.fromkeys(words):
        yield word, word == last and len(word) >= PREFIX_FROM
