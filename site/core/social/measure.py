"""Setting words in the fonts of the social cards: how wide they are, where lines break, what doesn't fit."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii

FONTS = Path(__file__).parent / "fonts"
ELLIPSIS = "…"
SLACK = 1.03  # the table knows no kerning: “WW” is set 2 % wider than two of them


@dataclass(frozen=True)
class Face:
    """One font: its names, and how far each letter moves the pen."""

    family: str
    weight: int
    units: int
    widths: dict[str, int]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is, rather too much than too little."""
        return sum(self.widths[letter] for letter in text) * size / self.units * SLACK

    def legible(self, text: str) -> str:
        """Return the text in letters the font has: others lose their marks, or are spelt in ASCII."""
        composed = unicodedata.normalize("NFC", " ".join(text.split()))
        return "".join(self._letters(letter) for letter in composed)

    def _letters(self, letter: str) -> str:
        if letter in self.widths:
            return letter
        base = unicodedata.normalize("NFD", letter)[0]
        return base if base in self.widths else anyascii(letter)


@cache
def face(name: str) -> Face:
    """Return a font by the name of its file, without the extension."""
    return Face(**json.loads((FONTS / "widths.json").read_text("utf-8"))[name])


def files() -> list[str]:
    """Return the fonts' paths."""
    return sorted(str(path) for path in FONTS.glob("*.ttf"))


@dataclass(frozen=True)
class Lines:
    """Words set in one font and size."""

    face: Face
    size: float
    texts: list[str]

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        return max((self.face.width(text, self.size) for text in self.texts), default=0)


def fitted(text: str, name: str, sizes: Iterable[float], width: float, most: int) -> Lines:
    """Set a text in the first size in which it takes at most so many lines; cut it when it fits in none."""
    font = face(name)
    words = font.legible(text).split(" ") if text.strip() else []
    size, lines = 0.0, list[str]()
    for size in sizes:
        lines, broken = _wrapped(words, font, size, width)
        if len(lines) <= most and not broken:
            return Lines(font, size, _balanced(words, font, size, lines))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], font, size, width)]
    return Lines(font, size, lines)


def _wrapped(words: list[str], font: Face, size: float, width: float) -> tuple[list[str], bool]:
    """Break between words; tell whether a word had to be broken as well."""
    lines: list[str] = []
    line, broken = "", False
    for word in words:
        longer = f"{line} {word}" if line else word
        if font.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while font.width(word, size) > width:
            broken = True
            part = _head(word, font, size, width)
            lines.append(part)
            word = word[len(part) :]
        line = word
    return ([*lines, line] if line else lines), broken


def _balanced(words: list[str], font: Face, size: float, lines: list[str]) -> list[str]:
    """Return as many lines, as equal in length as they can be."""
    count = len(lines)
    while count > 1:
        width = max(font.width(line, size) for line in lines) - 1
        narrower, broken = _wrapped(words, font, size, width)
        if broken or len(narrower) > count:
            break
        lines = narrower
    return lines


def _head(word: str, font: Face, size: float, width: float) -> str:
    """Return as much of a word as fits, at least one letter."""
    end = len(word)
    while end > 1 and font.width(word[:end], size) > width:
        end -= 1
    return word[:end]


def _cut(line: str, font: Face, size: float, width: float) -> str:
    """Return a line that says that more was there."""
    return _head(line, font, size, width - font.width(ELLIPSIS, size)).rstrip(" ,.;:·–-") + ELLIPSIS
