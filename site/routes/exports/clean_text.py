"""Text as files can hold it: NFC, without control characters, which XML 1.0 and RFC 5545 forbid. Pure: no Django."""

from __future__ import annotations

import re
import unicodedata

# What is no Char of XML 1.0 (§ 2.2), DEL and the C1 controls with it.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Return the text without what no file may hold; every kind of line break is one line feed."""
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", _BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return the text on one line, without blanks at its ends."""
    return " ".join(clean(text).split())
