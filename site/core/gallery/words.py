"""The words of samples: each in three languages, and able to turn hostile, as words of the world do.

A sample is a tree of dicts and lists. Its plain strings (addresses, slugs, families) stay what they are; `Words`
become the words of one language in one mode.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

ORDINARY, LONG, BARE, ARABIC = "ordinary", "long", "bare", "arabic"
MODES = {
    ORDINARY: _("Ordinary content"),
    LONG: _("Names of 200 characters"),
    BARE: _("No picture, no tagline"),
    ARABIC: _("Text from right to left"),
}

LENGTH = 200
UNBROKEN = ("Nghiêngnghiêngngả" * LENGTH)[:LENGTH]
LONG_TEXT = f"{'Một câu dài không chịu dừng lại, ' * 9}{'rfnggơấựặ' * 12}."
ARABIC_NAME = "قرية الفخار على ضفة النهر الأحمر"
ARABIC_TEXT = "يُترك الطين في الماء أيامًا، ثم يُعجن ويُشكَّل بعجلة تُدار بالقدم (Bát Tràng، 2026) قبل أن يجف في الظل."


@dataclass(frozen=True)
class Words:
    """A text in the languages of the content."""

    vi: str
    en: str
    id: str

    def said(self, language: str, mode: str) -> str:
        """Return the text in a language, or what a mode puts in its place."""
        if mode == LONG:
            return LONG_TEXT
        return ARABIC_TEXT if mode == ARABIC else str(getattr(self, language, self.en))


class Name(Words):
    """A name or a heading."""

    def said(self, language: str, mode: str) -> str:
        """Return the name; the long one has no place to break."""
        if mode == LONG:
            return UNBROKEN
        return ARABIC_NAME if mode == ARABIC else super().said(language, mode)


class Extra(Words):
    """A text that may be missing: a tagline, a caption, a note."""

    def said(self, language: str, mode: str) -> str:
        """Return the text; nothing when the sample is bare."""
        return "" if mode == BARE else super().said(language, mode)


class Rich(Words):
    """Paragraphs as Wagtail stores them."""

    def said(self, language: str, mode: str) -> str:
        """Return one paragraph."""
        return str(format_html("<p>{}</p>", super().said(language, mode)))


@dataclass(frozen=True)
class Pictured:
    """Something shown only where pictures are, such as a photograph's rendition."""

    make: Callable[[], Any]


@dataclass(frozen=True)
class Built:
    """Something made when the sample is shown: a form, records of this site. It is given the words so far."""

    make: Callable[..., Any]
    words: Any = None


def said(tree: Any, language: str, mode: str = ORDINARY) -> Any:
    """Return a sample with its words in a language and a mode."""
    if isinstance(tree, Words):
        return tree.said(language, mode)
    if isinstance(tree, Pictured):
        return None if mode == BARE else tree.make()
    if isinstance(tree, Built):
        return tree.make() if tree.words is None else tree.make(said(tree.words, language, mode))
    if isinstance(tree, dict):
        return {key: said(value, language, mode) for key, value in tree.items()}
    if isinstance(tree, list):
        return [said(value, language, mode) for value in tree]
    return tree
