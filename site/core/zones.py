"""Time zones as an editor types them: only names that exist, or every clock on the site would stop."""

from __future__ import annotations

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def refuse_unknown_zone(field: str, name: str) -> None:
    """Raise `ValidationError` for the field when there is no such zone (IANA name); empty is left alone."""
    if name and name not in available_timezones():
        raise ValidationError({field: _("There is no such time zone: write it as in Asia/Ho_Chi_Minh.")})
