"""Sort keys: names in the order of the reader's language, not of code points, on every database.

The order is that of ICU, and so of PostgreSQL's `vi-x-icu` and `en-x-icu`: the letters of the whole name (CLDR `vi`:
ă â đ ê ô ơ ư are letters of their own), then the marks (CLDR `vi`: huyền, hỏi, ngã, sắc, nặng, others), then lower
case before upper. A key is made of digits and small letters alone: these are in the same
order under every collation that a database may have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

LIMIT = 120
END = "0"  # of a level: lower than anything in it
SPACE, SIGN, LETTERS, LAST = "1", "2", "3456789abcdefghijklmnopqrstuvwxy", "z"
SIGNS = "_-‑–—,;:!?.…·'‘’\"“”«»()[]{}§@*/\\&#%•`^°©®+×<=>|~$₫"
UNKNOWN_SIGN, DIGIT = "yz", "z"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# How far a mark is from the one before: on the same letter, on the next, later and later (so less and less).
SAME, NEXT, FAR, STEPS = "z", 34, "1", 33
# Letters that are others with a mark, though Unicode doesn't take them apart.
STROKES = {"đ": "d\u0335", "ð": "d\u0335", "ł": "l\u0335", "ø": "o\u0338", "æ": "a\u0344e", "œ": "o\u0344e", "ß": "ss"}
# The marks of a level in order; the last stands for every other one.
_USUAL = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0335\u0309\u031b\u0323"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_VIETNAMESE = _TONES + "".join(mark for mark in _USUAL if mark not in _TONES)


Letter = tuple[str, str, bool]
"""The symbols of a letter, those of its marks, whether it is a capital."""


@dataclass(frozen=True)
class Order:
    """The letters of an alphabet that come before z, and the order of the marks."""

    alphabet: str
    marks: str
    letters: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Give each letter its symbol."""
        symbols = dict(zip(self.alphabet, LETTERS, strict=False))
        object.__setattr__(self, "letters", {**symbols, " ": SPACE, "z": f"{LAST}1"})

    def primary(self, letter: str) -> str:
        """Return the symbols of a letter without marks, of a digit or a sign."""
        if letter in self.letters:
            return self.letters[letter]
        if letter in DIGITS[:10]:
            return f"{SIGN}{DIGIT}{letter}"
        if letter in SIGNS:
            return f"{SIGN}{''.join(DIGITS[part] for part in divmod(SIGNS.index(letter), 36))}"
        is_sign = unicodedata.category(letter)[0] in "PSCZ"
        return f"{SIGN}{UNKNOWN_SIGN}" if is_sign else f"{LAST}2{ord(letter):05x}"

    def mark(self, mark: str) -> str:
        """Return the symbol of a mark."""
        found = self.marks.find(mark)
        return DIGITS[(found if found >= 0 else len(self.marks)) + 1]


ORDERS = {"vi": Order("aăâbcdđeêfghijklmnoôơpqrstuưvwxy", _VIETNAMESE)}
USUAL = Order("abcdefghijklmnopqrstuvwxy", _USUAL)


def sort_key(text: str, language: str) -> str:
    """Return a key whose order is that of `language`; at most `LIMIT` characters, so very long names tie."""
    return _key(" ".join(unicodedata.normalize("NFC", text).split()), language if language in ORDERS else "")


@lru_cache(maxsize=256)  # most records have one name for several languages
def _key(text: str, language: str) -> str:
    letters: list[Letter] = []
    for part in text:
        if letters and unicodedata.combining(part):
            symbol, marks, large = letters[-1]
            letters[-1] = (symbol, marks + ORDERS.get(language, USUAL).mark(part), large)
        else:
            letters += _taken_apart(part, language)
    primary = "".join(symbol for symbol, _marks, _large in letters)
    marks_at = ((at, mark) for at, (_symbol, marks, _large) in enumerate(letters) for mark in marks)
    capitals_at = ((at, "") for at, (_symbol, _marks, large) in enumerate(letters) if large)
    return f"{primary}{END}{_places(marks_at)}{END}{_places(capitals_at)}"[:LIMIT]


@lru_cache(maxsize=4096)
def _taken_apart(char: str, language: str) -> tuple[Letter, ...]:
    """Return the letters that a character is made of: mostly one, with the marks that are no part of it."""
    order = ORDERS.get(language, USUAL)
    small = char.lower()
    whole = small if small in order.letters else STROKES.get(small, char)
    found: list[tuple[str, str]] = []
    for part in unicodedata.normalize("NFD", whole.lower()):
        if not found or not unicodedata.combining(part):
            found.append((part, ""))
            continue
        letter, marks = found[-1]
        joined = unicodedata.normalize("NFC", letter + part)
        found[-1] = (joined, marks) if joined in order.letters else (letter, marks + order.mark(part))
    return tuple((order.primary(letter), marks, small != char) for letter, marks in found)


def _places(marked: Iterable[tuple[int, str]]) -> str:
    """Say where marks stand so that the name whose first one comes later is less, and one without more is least."""
    said, last = [], -1
    for at, mark in marked:
        gap = at - last - 1
        far, near = divmod(max(gap, 0), STEPS)
        said.append(FAR * far + (SAME if gap < 0 else DIGITS[NEXT - near]) + mark)
        last = at
    return "".join(said)
