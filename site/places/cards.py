"""How villages and events look in a list."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core import clock
from core.cards import Card, foreign, planned, record_card
from core.labels import Label
from places.closures import closed_words
from places.event_calendar import upcoming
from places.event_words import time_words
from places.models import Event, Village


def village_card(village: Village) -> Card:
    """Return the card of a village."""
    kind = str(village.first_craft[1]) if village.first_craft else _("Village")
    card = record_card(village, [kind, village.province and village.province.name_in()[0]])
    card.badge = _("Model destination") if village.is_model_destination else ""
    card.plan = planned(village)
    if not card.text:
        card.text, card.text_lang = str(village.fact), foreign(Label(village.fact).language())
    show_closure(card, village)
    return card


def show_closure(card: Card, place: Any) -> None:
    """Say on a card that the place is closed, where its notices were read with it."""
    words = closed_words(place)
    if words:
        card.state, card.state_text = "closed", words


def event_card(event: Event) -> Card:
    """Return the card of an event."""
    place = event.village or event.province
    card = record_card(event, [_("Festival or fair"), place and place.name_in()[0]])
    if not card.text:
        card.text = next_time(event)
    card.plan = planned(event.village, named=True)
    return card


def next_time(event: Event) -> str:
    """Say when an event takes place next; empty when its dates weren't read with it, or nothing is known."""
    if "dates" not in getattr(event, "_prefetched_objects_cache", {}):
        return ""
    coming = upcoming(event, clock.today())
    return capfirst(time_words(coming[0])) if coming else ""
