"""The form of a centre in the admin: what its own fields can't say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from core import clock


class CentreForm(WagtailAdminModelForm):
    """Confirms the hours with one tick: today becomes the day of confirmation, whatever the date below says."""

    confirmed_today = forms.BooleanField(
        label=gettext_lazy("I have checked these hours today: they are right"),
        help_text=gettext_lazy(
            "Ticking it writes today’s date below when you save. Visitors read how long ago it was."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Put today's date where the tick asks for it; refuse a confirmation that is yet to come."""
        values: dict[str, Any] = super().clean()
        today = clock.today(self.instance.zone)
        confirmed = values.get("hours_confirmed_on")
        if values.get("confirmed_today"):
            values["hours_confirmed_on"] = today
        elif confirmed is not None and confirmed > today:
            self.add_error("hours_confirmed_on", _("This day is yet to come."))
        return values
