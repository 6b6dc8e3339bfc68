"""How centres look in a list."""

from __future__ import annotations

from django.utils.translation import gettext as _

from centres.door import door, local_now
from centres.hours import Kind
from centres.models import Centre
from centres.visit import css_state, state_note, state_words
from core.cards import Card, foreign, planned, record_card
from places.cards import show_closure


def centre_card(centre: Centre) -> Card:
    """Return the card of a centre, with the state of its door when the hours were read and are known."""
    card = record_card(centre, [centre.get_kind_display(), centre.province and centre.province.name_in()[0]])
    card.badge = _("Model destination") if centre.is_model_destination else ""
    card.plan = planned(centre)
    if not card.text:
        card.text, card.text_lang = centre.address, foreign(centre.home_language)
    if not centre.hours_were_read:
        show_closure(card, centre)
    elif (current := door(centre)).kind is not Kind.UNKNOWN:
        now = local_now(centre)
        card.state, card.state_text = css_state(current), state_words(current, now)
        card.state_note = "" if current.closure else state_note(centre, now)
    return card
