"""How centres look in a list."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from centres.hours import state
from centres.models import Centre
from centres.visit import css_state, state_words
from core import clock
from core.cards import Card, record_card


def centre_card(centre: Centre) -> Card:
    """Return the card of a centre, with the state of its door when the hours were read and are known."""
    card = record_card(centre, [centre.get_kind_display(), centre.province and centre.province.name_in()[0]])
    card.badge = _("Model destination") if centre.is_model_destination else ""
    card.text = card.text or centre.address
    if centre.hours_were_read and centre.schedule.periods:
        now = clock.now().astimezone(ZoneInfo(centre.zone))
        current = state(centre.schedule, now)
        card.state, card.state_text = css_state(current), state_words(current, now)
    return card
