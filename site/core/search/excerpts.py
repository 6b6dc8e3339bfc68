"""Excerpts: where a text holds what was searched, as parts to mark, never as HTML.

Words are compared folded, and shown as they are written. A phrase is marked as a whole; its words one by one only when
the text doesn't hold it. What was typed with its marks is marked in that form when the text has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from core.search.query import PREFIX_FROM, Query

Parts = list[tuple[str, bool]]
Span = tuple[int, int]
LENGTH = 180
_BEFORE = 60  # how much of the text leads up to the first match
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
# Letter by letter, so that a place in the folded text is the same place in the text.
_FOLDED = {code: anyascii(chr(code)).lower() for code in _LATIN if len(anyascii(chr(code))) == 1}
_NO_LETTER_BEFORE, _NO_LETTER_AFTER, _BETWEEN, _WITHIN = r"(?<![^\W_])", r"(?![^\W_])", r"[\W_]+", "['’`]?"


def excerpt(text: str, query: str | Query, length: int = LENGTH) -> Parts:
    """Return about `length` characters of the text around the best match, in parts: `(words, whether marked)`.

    Without a match it is the beginning of the text.
    """
    text = _tidy(text)
    return _parts(text, _matches(text, _query(query)), length)


def quotation(text: str, query: str | Query, length: int = LENGTH) -> Parts:
    """Return the excerpt of a text that holds the query; nothing of one that doesn't."""
    text = _tidy(text)
    spans = _matches(text, _query(query))
    return _parts(text, spans, length) if spans else []


def _query(query: str | Query) -> Query:
    return query if isinstance(query, Query) else Query.parse(query)


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _matches(text: str, query: Query) -> list[Span]:
    """Return where the text holds the query: its phrase or a synonym's, else its single words."""
    lower = text.lower()
    exact = lower if len(lower) == len(text) else text  # a few capitals of other scripts become two letters
    folded = exact.translate(_FOLDED)
    as_written = tuple(form for form in (query.exact, *(words.exact for words in query.alternatives)) if form)
    for may_begin in (False, True):
        for said, forms in ((exact, as_written), (folded, (query.folded,) if query.folded else ())):
            spans = [found.span() for found in _pattern(forms, may_begin).finditer(said)] if forms else []
            if spans:
                return _joined(spans)
    if len(query.folded) < 2:
        return []
    typed = query.exact if len(query.exact) == len(query.folded) else query.folded
    terms = dict(zip(query.folded, typed, strict=True))
    return _joined(span for term in terms for span in _single(exact, folded, term, terms[term], query))


def _single(exact: str, folded: str, term: str, typed: str, query: Query) -> list[Span]:
    """Return where one word of the query stands, in the form that was typed when the text has it."""
    may_begin = term == query.folded[-1]
    as_typed = [found.span() for found in _pattern(((typed,),), may_begin).finditer(exact)]
    return as_typed or [found.span() for found in _pattern(((term,),), may_begin).finditer(folded)]


@lru_cache(maxsize=512)
def _pattern(forms: tuple[tuple[str, ...], ...], may_begin: bool) -> re.Pattern[str]:
    """Return what finds any of the forms as words in a row; the last word may be the beginning of one."""
    wanted = []
    for form in forms:
        words = _BETWEEN.join(_WITHIN.join(map(re.escape, word)) for word in form)
        ends = _NO_LETTER_AFTER if not may_begin or len(form[-1]) < PREFIX_FROM else r"[^\W_]*"
        wanted.append(words + ends)
    return re.compile(f"{_NO_LETTER_BEFORE}(?:{'|'.join(wanted)})")


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, one for those that overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _parts(text: str, spans: list[Span], length: int) -> Parts:
    start, end = _window(text, spans, length)
    parts: Parts = [("… ", False)] if start else []
    place = start
    for first, last in spans:
        if start <= first and last <= end:
            parts += [(text[place:first], False), (text[first:last], True)]
            place = last
    parts += [(text[place:end], False), (" …" if end < len(text) else "", False)]
    return [(words, marked) for words, marked in parts if words]


def _window(text: str, spans: list[Span], length: int) -> Span:
    """Return the part of the text to show: where most matches stand close together, cut between words."""
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, 0
    for start, _end in spans[:50]:
        inside = sum(1 for first, last in spans if start <= first and last <= start + length - _BEFORE)
        if inside > most:
            best, most = start, inside
    start = max(0, min(best - _BEFORE, len(text) - length))
    if start:
        start = text.find(" ", start, best + 1) + 1 or best
    end = min(len(text), start + length)
    if end < len(text):
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else end
        end = next((last for first, last in spans if first < end < last), end)
    return start, end
