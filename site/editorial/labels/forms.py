"""The one form of the labels page: what to look for, what is chosen, and how it is printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core import languages, sections, short_codes
from editorial.labels import formats, selection
from editorial.viewable import models_for

FORMAT_NAMES: dict[str, str | Promise] = {
    "a4-8": _("A4 sheet, 8 labels of 99.1 × 67.7 mm"),
    "a4-10": _("A4 sheet, 10 labels of 99.1 × 57 mm"),
    "a4-21": _("A4 sheet, 21 labels of 63.5 × 38.1 mm"),
    "a6": _("A6 cards, one a page"),
    "a3": _("A3 poster for the door"),
}
DEFAULTS = {"format": "a4-8", "language": "en", "start": "1"}


def codes_in(data: QueryDict) -> list[str]:
    """Return the chosen codes, each once: `code=a&code=b`, `codes=a,b`, or both."""
    texts = [*data.getlist("code"), *(part for text in data.getlist("codes") for part in text.split(","))]
    return list(dict.fromkeys(code for text in texts if (code := short_codes.normalised(text))))


def settled(data: QueryDict) -> QueryDict:
    """Return the request's data with every setting filled in, so that the form shows what will be printed."""
    full = data.copy()
    for name, value in DEFAULTS.items():
        if not full.get(name):
            full[name] = value
    return full


class LabelForm(forms.Form):
    """Search and print settings; the chosen records are checkboxes of the page (`codes_in`)."""

    section = forms.ChoiceField(label=_("Type"), required=False)
    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    format = forms.ChoiceField(
        label=_("Format"),
        choices=list(FORMAT_NAMES.items()),
        error_messages={"invalid_choice": _("There is no format “%(value)s”. Choose one from the list.")},
    )
    language = forms.ChoiceField(label=_("Second language"))
    start = forms.IntegerField(
        label=_("First free place on the first sheet"),
        min_value=1,
        help_text=_("1 is at the top left, counted line by line: a sheet that was begun is used up."),
    )

    def __init__(self, data: QueryDict, user: Any) -> None:
        super().__init__(settled(data))
        self.user, self.models = user, models_for(user)
        types = [(section, sections.name(section)) for section in self.models]
        self.fields["section"].choices = [("", "—"), *types]  # type: ignore[attr-defined]  # a ChoiceField
        names = [(code, languages.native_name(code)) for code in languages.codes()]
        self.fields["language"].choices = names  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> None:
        """Refuse a start that the sheet doesn't have."""
        key, start = self.cleaned_data.get("format"), self.cleaned_data.get("start")
        if key and start and start > (most := formats.FORMATS[key].per_sheet):
            text = ngettext("This sheet has %(n)s place.", "This sheet has %(n)s places.", most)
            self.add_error("start", text % {"n": most})

    def found(self) -> list[Any]:
        """Return what the search finds; nothing before a type was chosen."""
        model = self.models.get(self.cleaned_data.get("section", ""))
        words = self.cleaned_data.get("q", "")
        return selection.found(self.user, model, words, formats.MOST) if model else []

    def chosen(self, for_labels: bool = False) -> list[Any]:
        """Return the ticked records, and those that were found when all of them are wanted."""
        return selection.by_codes(self.user, self.chosen_codes(), for_labels)

    def chosen_codes(self) -> list[str]:
        """Return the codes of what is chosen, whether or not a label can be printed for each."""
        data: Any = self.data
        more = [record.code for record in self.found()] if data.get("all_found") else []
        return list(dict.fromkeys([*codes_in(data), *more]))
