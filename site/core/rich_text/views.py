"""The chooser behind the toolbar button `record-link`: one search over every section, in Wagtail's modal window."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.modal_workflow import render_modal_workflow

from core import sections
from core.rich_text import targets

FEW, MANY = 5, 30  # results per section: of all sections, of one


class RecordLinkForm(forms.Form):
    """Words, and optionally one section."""

    q = forms.CharField(label=_("Name"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    section = forms.ChoiceField(label=_("Section"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the sections of this site."""
        super().__init__(*args, **kwargs)
        names = [(section, sections.name(section)) for section in targets.kinds()]
        self.fields["section"].choices = [("", _("All")), *names]  # type: ignore[attr-defined]  # it is a ChoiceField

    def groups(self) -> list[dict[str, Any]]:
        """Return the matches by section; nothing typed and nonsense find nothing."""
        if not self.is_valid() or not self.cleaned_data["q"].strip():
            return []
        chosen = self.cleaned_data["section"]
        limit = MANY if chosen else FEW
        words = self.cleaned_data["q"]
        found = {section: targets.find(words, section, limit) for section in ([chosen] if chosen else targets.kinds())}
        return [{"name": sections.name(section), "targets": hits} for section, hits in found.items() if hits]


class RecordLinkView(View):
    """Answers the modal window with the form and what it found; `wagtail.admin.urls` admits editors only."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Render the chooser."""
        form = RecordLinkForm({"q": request.GET.get("q", "")[:200], "section": request.GET.get("section", "")})
        groups = form.groups()
        context = {
            "form": form,
            "groups": groups,
            "asked": bool(form["q"].value().strip()),
            "count": sum(len(group["targets"]) for group in groups),
        }
        return render_modal_workflow(request, "admin/record_link.html", None, context, {"step": "record_link"})
