"""Words that know which part of them stands in another language than the reader's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core import languages
from core.labels import Label


class Marked(str):
    """Plain text to files; a template prints it with `lang` around what is in another language."""

    __slots__ = ("html",)
    html: SafeString

    def __new__(cls, text: str, html: SafeString | None = None) -> Marked:
        """Take a text, and how a page prints it when not as it stands."""
        made = super().__new__(cls, text)
        made.html = conditional_escape(text) if html is None else html
        return made

    def __html__(self) -> SafeString:
        """Return what a template prints."""
        return self.html


def marked(text: str, language: str) -> Marked:
    """Return a text in a language."""
    if not text or language == languages.active():
        return Marked(text)
    return Marked(text, format_html('<span lang="{}">{}</span>', language, text))


def marked_label(value: Any) -> Marked:
    """Return a label in the reader's language, else in the one it falls back to."""
    return marked(*languages.pick(Label(value).data))


def sentence(words: str, **parts: str) -> Marked:
    """Fill the named places of a translated sentence; what is marked stays so."""
    safe = {name: conditional_escape(part) for name, part in parts.items()}
    return Marked(words % parts, mark_safe(conditional_escape(words) % safe))  # both halves are escaped


def ended(text: str) -> Marked:
    """Return a text with a full stop at its end, unless it has one; what is marked stays so."""
    return joined("", (text,) if text.endswith(".") else (text, "."))


def joined(separator: str, parts: Iterable[str]) -> Marked:
    """Join texts; what is marked stays so."""
    texts = list(parts)
    return Marked(separator.join(texts), format_html_join(separator, "{}", ((text,) for text in texts)))
