"""How crafts look in a list."""

from __future__ import annotations

from django.utils.translation import ngettext

from core.cards import Card, record_card
from crafts.models import Craft


def craft_card(craft: Craft) -> Card:
    """Return the card of a craft."""
    villages = getattr(craft, "village_count", None)
    words = ngettext("%(n)s village", "%(n)s villages", villages) % {"n": villages} if villages else ""
    return record_card(craft, [craft.get_family_display(), words])
