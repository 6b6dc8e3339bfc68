"""Sort keys: names in the order of the reader's language, not of code points, on every database.

Source of the Vietnamese order: TCVN 6909 / CLDR `vi` (letters a ă â b c d đ e ê … o ô ơ … u ư; then the tones
ngang, huyền, hỏi, ngã, sắc, nặng as a second level over the whole name).
"""

from __future__ import annotations

import unicodedata

from anyascii import anyascii

LIMIT = 120
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTERS = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
_SHAPES = {"\u0306", "\u0302", "\u031b"}


def sort_key(text: str, language: str) -> str:
    """Return an ASCII key whose code-point order is the order of `language`; at most `LIMIT` characters."""
    return (_vietnamese(text) if language == "vi" else " ".join(anyascii(text).lower().split()))[:LIMIT]


def _vietnamese(text: str) -> str:
    primary, tones = [], []
    for char in unicodedata.normalize("NFC", text.lower()):
        base, tone = _split(char)
        letter = _LETTERS.get(base) or anyascii(base).lower()
        primary.append(f"{letter}0" if len(letter) == 1 and letter.isalpha() else letter)
        tones.append(tone)
    return " ".join("".join(primary).split()) + " ~" + "".join(tones).rstrip("0")


def _split(char: str) -> tuple[str, str]:
    """Return the letter with its shape mark but without its tone, and the tone's digit (0 = ngang)."""
    base, tone = "", "0"
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        elif part in _SHAPES or not unicodedata.combining(part):
            base += part
    return unicodedata.normalize("NFC", base), tone
