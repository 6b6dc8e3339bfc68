"""The question of a visitor to a centre, and the traps for programs that fill in forms."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_MESSAGE = 80, 254, 2000  # characters; RFC 5321 for the address
A_YEAR = timedelta(days=366)
UNWRITTEN = {"Cc", "Cs"}  # general categories of Unicode: control characters, halves of characters


class OneLine(forms.CharField):
    """A text in which no line can end: it may come to stand in the head of a message."""

    def to_python(self, value: Any) -> str:
        """Turn every break and control character into a blank."""
        text = super().to_python(value) or ""
        return " ".join("".join(" " if unicodedata.category(each) in UNWRITTEN else each for each in text).split())


class ManyLines(forms.CharField):
    """A text of paragraphs; a line ends with one character, however the browser sends it, and counts as one."""

    def to_python(self, value: Any) -> str:
        """Normalise ends of lines; drop what no keyboard writes."""
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(each for each in text if each in "\n\t" or unicodedata.category(each) not in UNWRITTEN).strip()


class AskForm(forms.Form):
    """What the visitor writes. `website` is the trap: nobody sees it, so only a program fills it in."""

    message = ManyLines(
        label=_("Your question"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("At most 2,000 characters. It is sent as you write it: any language is fine."),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_("The centre answers to this address. We do not keep it."),
    )
    name = OneLine(
        label=_("Your name (optional)"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    visit_on = forms.DateField(
        label=_("Day of your visit (optional)"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    website = OneLine(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = OneLine(required=False, widget=forms.HiddenInput)

    def clean_visit_on(self) -> Any:
        """Refuse a day that can only be a slip of the keyboard."""
        day, today = self.cleaned_data["visit_on"], clock.today()
        if day and not today - A_YEAR <= day <= today + A_YEAR:
            raise forms.ValidationError(_("Give a day within a year from now."))
        return day

    @property
    def asked(self) -> list[forms.BoundField]:
        """Return the fields that a visitor sees."""
        return [self[name] for name in ("message", "email", "name", "visit_on")]

    @property
    def faults(self) -> list[tuple[str, str, str]]:
        """Return id and label of each field with a fault, and what is wrong with it."""
        return [(each.id_for_label, str(each.label), str(error)) for each in self.asked for error in each.errors]
