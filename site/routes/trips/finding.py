"""Searching further stops on the plan page: villages and centres, best first, with typing errors put right."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from centres.models import Centre
from core import search
from core.cards import foreign
from core.search.correction import offered
from core.search.ranking import Tier
from places.models import Village
from routes.kinds import kind_words

A_FEW = 8
KINDS: dict[str, Any] = {"villages": Village, "centres": Centre}


@dataclass(frozen=True)
class Match:
    """One place that may become a stop; `planned` when it is one already."""

    code: str
    name: str
    lang: str
    url: str
    eyebrow: str
    place: Any
    planned: bool


@dataclass(frozen=True)
class Finding:
    """What the words found. `instead`: other words that were looked for, because the typed ones find nothing."""

    words: str = ""
    matches: tuple[Match, ...] = ()
    instead: str = ""


def finding_of(words: str, codes: Collection[str]) -> Finding:
    """Search places by words; nothing typed finds nothing."""
    query = search.Query.parse(words)
    if query.blank or query.hopeless:
        return Finding(query.text)
    hits = _hits(query)
    best: Tier | None = min((hit.tier for hit in hits), default=None)
    meant = None if hits else offered(query, best)
    if meant:
        hits = _hits(search.Query.parse(meant.text))
    return Finding(query.text, tuple(_match(place, codes) for place in _places(hits)), meant.text if meant else "")


def _hits(query: search.Query) -> list[search.Hit]:
    kinds = [kind for kind in search.types() if kind.key in KINDS]
    return sorted(search.overview(query, A_FEW, kinds).hits, key=lambda hit: (hit.rank, hit.kind, hit.key))[:A_FEW]


def _places(hits: list[search.Hit]) -> list[Any]:
    """Return the places in the order of their hits; one query for each kind that there is."""
    found: dict[tuple[str, int], Any] = {}
    for kind, model in KINDS.items():
        keys = [hit.key for hit in hits if hit.kind == kind]
        if keys:
            rows = model.objects.live().for_cards().filter(pk__in=keys).exclude(code="")
            found |= {(kind, place.pk): place for place in rows}
    return [found[hit.kind, hit.key] for hit in hits if (hit.kind, hit.key) in found]


def _match(place: Any, codes: Collection[str]) -> Match:
    name, language = place.name_in()
    province = place.province.name_in()[0] if place.province else ""
    eyebrow = " · ".join(part for part in (kind_words(place), province) if part)
    return Match(place.code, name, foreign(language), place.url, eyebrow, place, place.code in codes)
