"""How villages and events look in a list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.cards import Card, foreign, record_card
from core.labels import Label
from places.models import Event, Village


def village_card(village: Village) -> Card:
    """Return the card of a village."""
    kind = str(village.first_craft[1]) if village.first_craft else _("Village")
    card = record_card(village, [kind, village.province and village.province.name_in()[0]])
    card.badge = _("Model destination") if village.is_model_destination else ""
    if not card.text:
        card.text, card.text_lang = str(village.fact), foreign(Label(village.fact).language())
    return card


def event_card(event: Event) -> Card:
    """Return the card of an event."""
    place = event.village or event.province
    return record_card(event, [_("Festival or fair"), place and place.name_in()[0]])
