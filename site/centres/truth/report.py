"""The department's list: centres that visitors found closed three times in a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from centres.hours import day_hours
from centres.models import Centre, DoorCount
from centres.truth.found_closed import FoundClosed, found_closed, visible_to
from centres.visit import hours_words
from core import permissions


@dataclass(frozen=True)
class Line:
    """One line of the list. `days`: each day on which it was found closed, beside our hours of that day."""

    name: str
    province: str
    closed: int
    open: int
    not_found: int
    days: str
    confirmed_on: date | None
    edit_url: str | None = None


class FoundClosedView(ReportView):
    """Centres found closed, most often first."""

    page_title = gettext_lazy("Doors found closed")
    header_icon = "warning"
    index_url_name = "found_closed"
    index_results_url_name = "found_closed_results"
    export_filename = "doors-found-closed"
    list_export: ClassVar[list[str]] = ["name", "province", "closed", "open", "not_found", "days", "confirmed_on"]
    export_headings: ClassVar[dict[str, Any]] = {
        "name": gettext_lazy("Centre"),
        "province": gettext_lazy("Province"),
        "closed": gettext_lazy("Found closed"),
        "open": gettext_lazy("Found open"),
        "not_found": gettext_lazy("Not found"),
        "days": gettext_lazy("Days, and our hours"),
        "confirmed_on": gettext_lazy("Hours confirmed on"),
    }
    columns: ClassVar[list[Column]] = [
        TitleColumn("name", label=gettext_lazy("Centre"), get_url=lambda line: line.edit_url),
        Column("province", label=gettext_lazy("Province")),
        NumberColumn("closed", label=gettext_lazy("Found closed")),
        NumberColumn("open", label=gettext_lazy("Found open")),
        NumberColumn("not_found", label=gettext_lazy("Not found")),
        Column("days", label=gettext_lazy("Days, and our hours")),
        DateColumn("confirmed_on", label=gettext_lazy("Hours confirmed on")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer 403 when no centre is the user's business."""
        if not permissions.holds(request.user, "view", Centre):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filtered_queryset(self) -> list[Line]:
        """Return the lines, which are too few to be filtered."""
        doors: Any = visible_to(self.request.user)
        return [self._line(door) for door in found_closed(doors.with_hours())]

    @property
    def no_results_message(self) -> str:
        """Say what the empty list means."""
        return _("No door was found closed three times within the last week.")

    def _line(self, door: FoundClosed) -> Line:
        centre = door.centre
        may_change = permissions.may(self.request.user, "change", centre)
        edit = reverse(Centre.snippet_viewset.get_url_name("edit"), args=[quote(centre.pk)])
        return Line(
            name=str(centre),
            province=str(centre.province or ""),
            closed=door.closed,
            open=door.open,
            not_found=door.not_found,
            days="; ".join(day_words(centre, day) for day in door.closed_days),
            confirmed_on=centre.hours_confirmed_on,
            edit_url=edit if may_change else None,
        )


def day_words(centre: Centre, row: DoorCount) -> str:
    """Say how often a centre was found closed on a day, beside the hours that we state for it."""
    return _("%(day)s: closed %(times)s×, our hours: %(hours)s") % {
        "day": date_format(row.day, "D j N"),
        "times": row.closed,
        "hours": hours_words(day_hours(centre.schedule, row.day)),
    }
