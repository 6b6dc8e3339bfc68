"""What somebody typed, as words: exact and folded, and in the query languages of the two databases."""

from __future__ import annotations

from dataclasses import dataclass

from core import folding

PREFIX_FROM = 2  # a single letter is a word, never the beginning of one


@dataclass(frozen=True)
class Query:
    """Cleaned search input. `exact` and `folded` are its words in order, with and without their marks."""

    text: str
    exact: tuple[str, ...]
    folded: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Query:
        """Clean any input whatever; words that only punctuation or blanks were leave nothing."""
        cleaned = folding.clean(text)
        return cls(cleaned, tuple(folding.exact_words(cleaned)), tuple(folding.folded_words(cleaned)))

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
        """Return the exact words and the folded ones, once when they are the same."""
        return [form for form in dict.fromkeys((self.exact, self.folded)) if form]

    def fts5(self) -> str:
        """Return the query for SQLite's FTS5 over title and body; words are quoted, so no operator gets through."""
        forms = [
            " AND ".join(f'"{word}"{"*" if prefix else ""}' for word, prefix in _terms(form)) for form in self.forms
        ]
        return "{title body} : (" + " OR ".join(f"({form})" for form in forms) + ")"

    def tsqueries(self) -> list[list[str]]:
        """Return, for each form, its words for PostgreSQL's `to_tsquery`; quoted, so no operator gets through."""
        return [[f"'{word}'{':*' if prefix else ''}" for word, prefix in _terms(form)] for form in self.forms]


def _terms(words: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Return each word once, and whether it may be the beginning of one: the last may."""
    last = words[-1]
    return [(word, word == last and len(word) >= PREFIX_FROM) for word in dict.fromkeys(words)]
