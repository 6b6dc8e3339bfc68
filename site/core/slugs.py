"""ASCII slugs: the same in every language, made with anyascii (Django's own drops đ)."""

from __future__ import annotations

import re
from collections import defaultdict

from anyascii import anyascii

VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def ascii_slug(text: str, limit: int = 100) -> str:
    """Return lower-case ASCII words joined by hyphens, cut at a word at most `limit` characters long."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")
    return words if len(words) <= limit else words[: limit + 1].rsplit("-", 1)[0][:limit]


def unique_slug(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or `wanted-2`, `wanted-3` … when it is taken."""
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def browser_rules() -> list[tuple[str, str]]:
    """Return the same transliteration for Wagtail's slug field as pairs (regular expression, replacement)."""
    letters: dict[str, str] = defaultdict(str)
    for letter in VIETNAMESE:
        letters[anyascii(letter)] += letter + letter.upper()
    return [(f"[{group}]", plain) for plain, group in letters.items()]
