"""The labels page and the printed sheets."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core import addresses
from editorial.labels import formats
from editorial.labels.content import label_of, printed_address
from editorial.labels.forms import LabelForm, codes_in
from editorial.viewable import models_for


class LabelsView(WagtailAdminTemplateMixin, View):
    """Choose records and a format; no script is needed. Whoever may view a type of record may print its labels."""

    template_name = "editorial/labels.html"
    page_title = gettext_lazy("Labels")
    header_icon = "tag"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 403 when the user may view no type of record."""
        if not models_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return home and this page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Show the form, what was found and what is chosen."""
        form = LabelForm(request.GET, request.user)
        form.is_valid()
        return self.shown(form)

    def shown(self, form: LabelForm, problem: str = "", status: int = 200) -> HttpResponse:
        """Render the page with a problem that keeps the sheet from being printed."""
        chosen = form.chosen()
        codes = {record.code for record in chosen}
        found = form.found()
        context = self.get_context_data(
            form=form,
            chosen=chosen,
            found=[record for record in found if record.code not in codes],
            searched=bool(form.cleaned_data.get("section")),
            cut_off=len(found) == formats.MOST,
            most=formats.MOST,
            too_many=len(chosen) > formats.MOST,
            problem=problem,
            sheet_url=reverse("label_sheet"),
        )
        return render(self.request, self.template_name, context, status=status)


class LabelSheetView(LabelsView):
    """The sheets, as a page of their own that the browser prints or saves as PDF."""

    sheet_template_name = "editorial/label_sheet.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the sheets, or with the form and what is wrong (400)."""
        form = LabelForm(request.GET, request.user)
        if not form.is_valid():
            problem = " ".join(str(text) for texts in form.errors.values() for text in texts)
            return self.shown(form, problem, 400)
        records = form.chosen(for_labels=True)
        if not records:
            return self.shown(form, _("Choose at least one record that is live."), 400)
        if len(records) > formats.MOST:
            return self.shown(form, _("At most %(n)s labels at once.") % {"n": formats.MOST}, 400)
        return self.sheet(form, records)

    def sheet(self, form: LabelForm, records: list[Any]) -> HttpResponse:
        """Render the sheets."""
        wanted = form.cleaned_data
        sheet = formats.FORMATS[wanted["format"]]
        labels = [label_of(record, wanted["language"]) for record in records]
        left = len(form.chosen_codes()) - len(records)
        text = ngettext(
            "%(n)s of the chosen has no label, for it is not live.",
            "%(n)s of the chosen have no label, for they are not live.",
            left,
        )
        context = {
            "sheet": sheet,
            "sheets": list(formats.sheets(labels, sheet.per_sheet, wanted["start"])),
            "count": len(labels),
            "left_out": text % {"n": left} if left else "",
            "host": printed_address(addresses.of_code("")),
            "back_url": f"{reverse('labels')}?{request_query(self.request)}",
        }
        return render(self.request, self.sheet_template_name, context)


def request_query(request: HttpRequest) -> str:
    """Return the query that leads back to the same choice."""
    data = request.GET.copy()
    codes = codes_in(data)
    for name in ("code", "codes", "all_found"):
        data.pop(name, None)
    data["codes"] = ",".join(codes)
    return data.urlencode()
