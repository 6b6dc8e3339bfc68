"""How centres look in a list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from centres.door import door, local_now
from centres.models import Centre
from centres.visit import css_state, state_words
from core.cards import Card, foreign, record_card


def centre_card(centre: Centre) -> Card:
    """Return the card of a centre, with the state of its door when the hours were read and are known."""
    card = record_card(centre, [centre.get_kind_display(), centre.province and centre.province.name_in()[0]])
    card.badge = _("Model destination") if centre.is_model_destination else ""
    if not card.text:
        card.text, card.text_lang = centre.address, foreign(centre.home_language)
    if centre.hours_were_read and centre.schedule.periods:
        current = door(centre)
        card.state, card.state_text = css_state(current), state_words(current, local_now(centre))
    return card
