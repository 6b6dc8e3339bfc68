"""Cards: what any record shows of itself in a list. Apps register how their types become cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from core import languages, sections
from core.labels import Label


@dataclass(frozen=True)
class Planned:
    """What “Add to plan” adds: the short codes of one place or more, and the name they go by; see add_to_plan.html."""

    codes: str
    name: str
    lang: str = ""
    named: bool = False  # in sight: the button of another thing than the place itself

    @property
    def url(self) -> str:
        """Return where the plan's page shows the reader these places."""
        return f"{sections.url('plan', languages.active())}?add={self.codes}"


@dataclass
class Card:
    """The words and the picture of one card; see templates/components/card.html for their meaning."""

    url: str
    title: str
    title_lang: str = ""
    eyebrow: str = ""
    text: str = ""
    text_lang: str = ""
    motif: str = ""
    image: Any = None
    stars: dict[str, Any] | None = None
    badge: str = ""
    state: str = ""
    state_text: str = ""
    state_note: str = ""
    stops: list[dict[str, Any]] = field(default_factory=list)
    template: str = "components/card.html"
    slug: str = ""
    distance_text: str = ""
    plan: Planned | None = None


CardMaker = Callable[[Any], Card]
_makers: dict[str, CardMaker] = {}


def register(label: str, make: CardMaker) -> None:
    """Register how a model (`products.Product`) becomes a card; twice is an error."""
    if label in _makers:
        raise ValueError(f"{label} has a card already.")
    _makers[label] = make


def card_of(record: Any) -> Card:
    """Return the card of a record or story."""
    return _makers[record._meta.label](record)


def foreign(language: str) -> str:
    """Return the language for a `lang` attribute: empty when it is the reader's own."""
    return "" if language == languages.active() else language


def planned(place: Any, named: bool = False) -> Planned | None:
    """Return what adds a village or centre to a plan; None when there is none that readers see, or it has no code."""
    if place is None or not place.live or not place.code:
        return None
    name, language = place.name_in()
    return Planned(place.code, name, foreign(language), named)


def record_card(record: Any, eyebrow: list[Any], **more: Any) -> Card:
    """Return the card that all record types share: name, tagline, motif; `eyebrow` parts that exist are joined."""
    title, title_language = record.name_in()
    text, text_language = languages.pick(Label(record.tagline).data)
    return Card(
        url=record.url,
        slug=record.slug,
        title=title,
        title_lang=foreign(title_language),
        eyebrow=" · ".join(str(part) for part in eyebrow if part),
        text=text,
        text_lang=foreign(text_language),
        motif=record.motif,
        image=record.photograph,
        **more,
    )
