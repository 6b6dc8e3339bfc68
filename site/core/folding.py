"""Folding: what makes “bat trang” find “Bát Tràng”, and the one cleaner of search input."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

MAX_QUERY = 200
_WORD = re.compile(r"[0-9a-z]+")
_EXACT_WORD = re.compile(r"[^\W_]+")
_BETWEEN = " · "


def clean(text: str) -> str:
    """Return search input in NFC without control characters, blanks collapsed, at most `MAX_QUERY` characters."""
    text = unicodedata.normalize("NFC", text[: MAX_QUERY * 4])
    text = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text)
    return " ".join(text.split())[:MAX_QUERY].strip()


def fold(text: str) -> str:
    """Return the text in lower case without tones, accents, đ and punctuation: words joined by single blanks."""
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text; apostrophes join (“D'Harvest” → “dharvest”), all else parts."""
    ascii_text = anyascii(unicodedata.normalize("NFC", text)).lower()
    return _WORD.findall(re.sub(r"['’`]", "", ascii_text))


def exact_words(text: str) -> list[str]:
    """Return the words of a text in lower-case NFC with their marks."""
    return _EXACT_WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=256)  # an index asks for the same words of one record three to five times in a row
def indexable(*texts: str) -> str:
    """Return what the index holds of some texts: the words with their marks, then the folded ones.

    A dot stands between the texts, so that the end of one and the beginning of the next are no phrase.
    """
    told = [text for text in texts if text]
    exact = _BETWEEN.join(" ".join(exact_words(text)) for text in told)
    folded = _BETWEEN.join(fold(text) for text in told)
    return exact if exact == folded else f"{exact}{_BETWEEN}{folded}"
