"""What a reader may ask of a route's page in its address: a first day and a means of transport."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core import clock, folding, freshness
from routes.models import Route
from routes.modes import MODES, mode_words, usual_mode
from routes.travel.estimate import Mode

AHEAD = timedelta(days=730)  # as far as opening hours are looked up
NAMES = ("open_on", "mode")
LONGEST = 100  # characters of a value that are looked at
SHOWN = 30  # characters of nonsense that are repeated to the reader
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DayField(forms.CharField):
    """A date from today on, written `YYYY-MM-DD`."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value: Any) -> date | None:  # type: ignore[override]  # a date, not its text
        """Return the date; None for nothing."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
        except ValueError:
            day = None
        words = {"value": text[:SHOWN]}
        if day is None:
            raise forms.ValidationError(_("“%(value)s” is not a date and was ignored."), params=words)
        if day < clock.today():
            raise forms.ValidationError(_("%(value)s is past and was ignored."), params=words)
        if day > clock.today() + AHEAD:
            raise forms.ValidationError(_("%(value)s is too far ahead and was ignored."), params=words)
        return day


class JourneyForm(forms.Form):
    """Day and means of transport. What can't be is ignored, and its field says so."""

    open_on = DayField(label=_("Your first day"), required=False)

    def __init__(self, data: QueryDict, route: Route) -> None:
        self.usual = usual_mode(route)
        asked = {name: folding.clean(data.get(name, ""))[:LONGEST] for name in NAMES}
        if asked["mode"] == self.usual:  # as older links have it
            asked["mode"] = ""
        super().__init__(asked, auto_id="journey-%s")
        self.fields["mode"] = forms.ChoiceField(
            label=_("How you travel"),
            required=False,
            choices=self._modes(route),
            error_messages={"invalid_choice": _("“%(value)s” is not one of the choices and was ignored.")},
        )
        freshness.reads(*NAMES)
        if not self.is_valid():
            freshness.malformed()

    def _modes(self, route: Route) -> list[tuple[str, Any]]:
        """Offer the route's own way of travelling first, which no address names, then the others."""
        others = [(str(mode), MODES[mode]) for mode in Mode if mode != self.usual]
        own = MODES[self.usual] if self.usual else mode_words(route)
        return [("", own), *others]

    @property
    def on(self) -> date | None:
        """Return the first day that was asked for."""
        day: date | None = self.cleaned_data.get("open_on")
        return day

    @property
    def mode(self) -> Mode | None:
        """Return the means of transport that was asked for, else the route's own; None for one without estimates."""
        asked = self.cleaned_data.get("mode")
        return Mode(asked) if asked else self.usual

    @property
    def is_asked(self) -> bool:
        """Tell whether anything valid was asked for."""
        return any(self.cleaned_data.values())
