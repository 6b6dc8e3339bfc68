"""Rows of a facts table: a label, a value in its language, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import languages
from core.cards import foreign
from core.fields import Confidence
from core.labels import Label

_ENGLISH_UNIT = re.compile(r"\b(commune|ward|district|city|town|province|regency)\b")
_PHRASES = {
    "general knowledge": gettext_lazy("general knowledge"),
    "general knowledge, unverified": gettext_lazy("general knowledge, unverified"),
    "general knowledge point": gettext_lazy("general knowledge"),
    "approximate (general knowledge)": gettext_lazy("approximate, from general knowledge"),
    "village point": gettext_lazy("the point of the village"),
    "as sourced": gettext_lazy("as the source gives it"),
    "point checked inside the 2025 commune polygon (thanglequoc dataset)": gettext_lazy(
        "inside the commune of 2025 (thanglequoc)"
    ),
    "centre point of the desa/kelurahan (cahyadsn wilayah_boundaries)": gettext_lazy(
        "centre of the desa or kelurahan (cahyadsn)"
    ),
    "approximate: commune centroid or unverified point, inside the 2025 commune polygon": gettext_lazy(
        "approximate: the middle of the commune, or a point nobody has checked"
    ),
}
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
            found.append(Source(text=said(part)))
    return found


def said(words: str) -> str:
    """Return a stock phrase of the data (“general knowledge”) in the reader's language, anything else as it is."""
    return str(_PHRASES.get(words, words))


def unit_fact(label: str, unit: str) -> Fact:
    """Return a row that names a former unit; most are given with English words for commune and district."""
    return Fact(label=label, value=unit, lang=foreign("en") if _ENGLISH_UNIT.search(unit) else "")


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
