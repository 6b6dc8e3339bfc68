"""Reading a short code as people copy it: from print, by hand, in any case."""

from __future__ import annotations

import itertools
import unicodedata

from core.models.codes import ALPHABET, LENGTH, ShortCode

# What a reader may have taken a letter for. The first five never occur in a code (core.models.codes.ALPHABET).
LOOK_ALIKES = {
    "0": "dq8",
    "o": "cdq",
    "1": "7jt",
    "i": "7jt",
    "l": "7jt",
    "2": "z",
    "5": "s",
    "6": "b",
    "8": "b",
    "9": "gq",
    "b": "68",
    "g": "9q",
    "q": "9g",
    "s": "5",
    "u": "v",
    "v": "u",
    "z": "2",
}


def normalised(text: str) -> str:
    """Return the code in lower case without blanks, dots and hyphens; empty when it can't be one."""
    plain = unicodedata.normalize("NFKC", text[:60]).lower()
    code = "".join(char for char in plain if char not in " .-_")
    return code if len(code) == LENGTH and code.isascii() and code.isalnum() else ""


def find(text: str) -> ShortCode | None:
    """Return the row of a code; when there is none, the only one that looks like it; None when none or several do."""
    code = normalised(text)
    if not code:
        return None
    exact = ShortCode.objects.filter(code=code).first()
    if exact is not None:
        return exact
    found = list(ShortCode.objects.filter(code__in=_variants(code)).order_by("code")[:2])
    return found[0] if len(found) == 1 else None


def _variants(code: str) -> list[str]:
    """Return every code that looks like what was typed: at most three readings a letter, so at most 729."""
    choices = [[char for char in typed + LOOK_ALIKES.get(typed, "") if char in ALPHABET] for typed in code]
    return ["".join(letters) for letters in itertools.product(*choices)]
