"""Text as pages and files can hold it: without control characters, which XML 1.0 and RFC 5545 forbid. Pure."""

from __future__ import annotations

import re
import unicodedata

# What is no Char of XML 1.0 (§ 2.2), DEL and the C1 controls with it; and what turns the direction of all that follows
# it (UTR 36, 3.1.1): every language of the site is written from left to right.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Return the text without what no page or file may hold; every kind of line break is one line feed."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def printable_line(text: str) -> str:
    """Return the printable text on one line, without blanks at its ends; its letters as they were written."""
    return " ".join(printable(text).split())


def clean(text: str) -> str:
    """Return the printable text in NFC."""
    return unicodedata.normalize("NFC", printable(text))


def one_line(text: str) -> str:
    """Return the text on one line, without blanks at its ends."""
    return " ".join(clean(text).split())
