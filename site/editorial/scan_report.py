"""The report on scans: how often the codes of each record were scanned between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import django_filters
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from core import permissions, registry, sections
from core.models import Record, ScanCount
from editorial.viewable import models_for


@dataclass(frozen=True)
class ScannedRecord:
    """One line of the report."""

    name: str
    kind: str
    code: str
    scans: int
    days: int
    first: date
    last: date
    edit_url: str | None = None


def _section_choices() -> list[tuple[str, str]]:
    return [(section, sections.name(section)) for section in registry.models_by_section()]


class ScanFilterSet(WagtailFilterSet):
    """By days and type."""

    day = django_filters.DateFromToRangeFilter(label=_("Days"), widget=DateRangePickerWidget)
    section = django_filters.ChoiceFilter(
        field_name="code__section", label=_("Type"), choices=_section_choices, empty_label=_("All")
    )

    class Meta:
        model = ScanCount
        fields: ClassVar[list[str]] = []


def visible_to(user: Any) -> QuerySet[ScanCount]:
    """Return the counts of records that a user may view, and of removed records of a type that he may view."""
    wanted = Q(pk__in=[])
    for section, model in models_for(user).items():
        every = model._default_manager.all()
        mine = permissions.narrow(user, "view", every)
        seen = Q(code__slug__in=mine.values("slug")) | ~Q(code__slug__in=every.values("slug"))
        wanted |= Q(code__section=section) & seen
    return ScanCount.objects.filter(wanted)


class ScanReportView(ReportView):
    """Scans by record, most scanned first."""

    page_title = _("Scans of printed codes")
    header_icon = "tag"
    model = ScanCount
    index_url_name = "scan_report"
    index_results_url_name = "scan_report_results"
    filterset_class = ScanFilterSet
    export_filename = "scans"
    list_export: ClassVar[list[str]] = ["name", "kind", "code", "scans", "days", "first", "last"]
    export_headings: ClassVar[dict[str, Any]] = {
        "name": _("Name"),
        "kind": _("Type"),
        "code": _("Short code"),
        "scans": _("Scans"),
        "days": _("Days with scans"),
        "first": _("First day"),
        "last": _("Last day"),
    }
    columns: ClassVar[list[Column]] = [
        TitleColumn("name", label=_("Name"), get_url=lambda row: row.edit_url),
        Column("kind", label=_("Type")),
        Column("code", label=_("Short code")),
        NumberColumn("scans", label=_("Scans")),
        NumberColumn("days", label=_("Days with scans")),
        Column("first", label=_("First day")),
        Column("last", label=_("Last day")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 403 when the user may view no type of record."""
        if not models_for(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[ScanCount]:
        """Start from what the user may view."""
        return visible_to(self.request.user)

    def get_filtered_queryset(self) -> Any:
        """Add the days of each code up, after the filters."""
        days = self.get_queryset().order_by()
        return (
            days.values("code_id", section=F("code__section"), slug=F("code__slug"))
            .annotate(scans=Sum("count"), days=Count("day"), first=Min("day"), last=Max("day"))
            .order_by("-scans", "code_id")
        )

    def get_table(self, object_list: Any) -> Any:
        """Show the lines with the names of their records."""
        self.lines = self._named(list(object_list))
        return super().get_table(self.lines)

    def decorate_paginated_queryset(self, object_list: Any) -> list[ScannedRecord]:
        """Export the lines that the table has."""
        return self.lines

    def _named(self, rows: list[dict[str, Any]]) -> list[ScannedRecord]:
        """Return the lines with the names of their records, in one query a type."""
        records: dict[tuple[str, str], Record] = {}
        for section in {row["section"] for row in rows}:
            slugs = [row["slug"] for row in rows if row["section"] == section]
            model = registry.models_by_section()[section]
            for start in range(0, len(slugs), 500):
                for record in model._default_manager.filter(slug__in=slugs[start : start + 500]):
                    records[section, record.slug] = record
        return [self._line(row, records.get((row["section"], row["slug"]))) for row in rows]

    def _line(self, row: dict[str, Any], record: Record | None) -> ScannedRecord:
        name = str(record) if record else _("%(slug)s (removed)") % {"slug": row["slug"]}
        numbers = {key: row[key] for key in ("scans", "days", "first", "last")}
        url = self._edit_url(record) if record else None
        return ScannedRecord(str(name), sections.name(row["section"]), row["code_id"], **numbers, edit_url=url)

    def _edit_url(self, record: Any) -> str | None:
        if not permissions.may(self.request.user, "change", record):
            return None
        return reverse(record.snippet_viewset.get_url_name("edit"), args=[quote(record.pk)])
