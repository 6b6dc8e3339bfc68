"""“Print labels” in the lists of records: takes the ticked ones to the labels page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from core import registry, search
from core.models import Record
from editorial.labels import formats, selection


class PrintLabels(SnippetBulkAction):
    """A bulk action that changes nothing, so it asks for no confirmation."""

    display_name = _("Print labels")
    action_type = "labels"
    aria_label = _("Print labels of the selected records")
    action_priority = 20

    @classproperty
    def models(cls) -> list[type[Record]]:
        """Return every type with an address: only these have codes."""
        return list(registry.models_by_section().values())

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the labels page with the codes of the ticked records, or of all that the list's filters keep."""
        records = self._wanted(request).values_list("code", flat=True)
        codes = list(records[: formats.MOST + 1])
        if len(codes) > formats.MOST:
            messages.warning(request, _("At most %(n)s labels at once.") % {"n": formats.MOST})
        return redirect(f"{reverse('labels')}?codes={','.join(codes[: formats.MOST])}")

    def _wanted(self, request: HttpRequest) -> Any:
        printable: Any = selection.printable(request.user, self.model)
        records = printable.by_name()
        ids = request.GET.getlist("id")
        if "all" not in ids:
            return records.filter(pk__in=[each for each in ids if each.isascii() and each.isdigit()])
        filters = self.model.snippet_viewset.filterset_class(request.GET, queryset=records, request=request)
        kept = filters.filter_queryset(records) if filters.is_valid() else records
        return search.filter_queryset(kept, request.GET.get("q", ""))
