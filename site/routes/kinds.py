"""What kind of place a stop is, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from centres.models import Centre


def kind_words(place: Any) -> str:
    """Say the kind of a centre; a village is a village."""
    return str(place.get_kind_display()) if isinstance(place, Centre) else _("Village")
