"""Rows of a facts table: a label, a value in its language, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from core import languages
from core.cards import foreign
from core.fields import Confidence
from core.labels import Label

_ADDRESS = re.compile(r"https?://[^\s;]+")


@dataclass
class Fact:
    """One row; see templates/components/facts.html."""

    label: str
    value: str
    lang: str = ""
    url: str = ""
    source_url: str = ""
    source_name: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class Source:
    """One cited source: an address with its host, or words."""

    text: str
    url: str = ""


def sources(text: str) -> list[Source]:
    """Split a source column (“address ; address ; words”) into its sources."""
    found = []
    for part in (piece.strip() for piece in text.split(" ; ")):
        match = _ADDRESS.search(part)
        if match:
            found.append(Source(text=urlsplit(match.group()).hostname or match.group(), url=match.group()))
        elif part:
            found.append(Source(text=part))
    return found


def confidence_words(value: str) -> str:
    """Return how far a fact can be trusted, in words; empty when nobody said."""
    return str(Confidence(value).label) if value else ""


def text_fact(label: str, value: Any, url: str = "") -> Fact:
    """Return a row of plain text."""
    return Fact(label=label, value=str(value) if value not in (None, "") else "", url=url)


def label_fact(label: str, value: Label) -> Fact:
    """Return a row whose value is a label, marked with the language it is in."""
    text, language = languages.pick(Label(value).data)
    return Fact(label=label, value=text, lang=foreign(language))


def record_fact(label: str, record: Any, url: str | None = None) -> Fact:
    """Return a row that names another record and links to its page; empty when there is none or it isn't live."""
    if record is None or not record.live:
        return Fact(label=label, value="")
    text, language = record.name_in()
    return Fact(label=label, value=text, lang=foreign(language), url=record.url if url is None else url)


def unknown(fact: Fact) -> Fact:
    """Return the row with “not known” instead of nothing."""
    return fact if fact.value else Fact(label=fact.label, value=_("Not known"))
