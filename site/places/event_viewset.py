"""Admin screens of events: what their calendar says, the dates that follow from it, and those of each year."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.admin.ui.tables import Column

from core import clock
from core.list_filters import RecordFilter, RecordFilterSet
from core.viewsets import ScopedViewSet, live_column, naming_panels, source_tab, updated_column
from places.event_calendar import upcoming
from places.event_words import time_words
from places.models import Event, Province

SHOWN = 3


def next_time(event: Event) -> str:
    """Say when an event takes place next."""
    coming = upcoming(event, clock.today())
    return time_words(coming[0]) if coming else gettext("not known")


class NextTimesPanel(HelpPanel):
    """What the calendar and the dates entered give for the years ahead; read only."""

    def __init__(self, template: str = "admin/next_times.html", **kwargs: Any) -> None:
        super().__init__(template=template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        """The times of one event, as it is saved."""

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the next times."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            coming = upcoming(self.instance, clock.today()) if self.instance.pk else []
            context["times"] = [time_words(found) for found in coming[:SHOWN]]
            return context


class EventFilterSet(RecordFilterSet):
    """By province and calendar."""

    province = RecordFilter(Province)

    class Meta:
        model = Event
        fields: ClassVar[list[str]] = ["calendar"]


class EventViewSet(ScopedViewSet):
    """Festivals and fairs."""

    model = Event
    path = "events"
    icon = "calendar-alt"
    joins = ("village", "centre", "province")
    filterset_class = EventFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("village", label=_("Village")),
        Column("centre", label=_("Centre")),
        Column("province", label=_("Province")),
        Column("get_calendar_display", label=_("Calendar"), sort_key="calendar"),
        Column("next_time", label=_("Next date"), accessor=next_time),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [*naming_panels(), *[FieldPanel(name) for name in ("description", "village", "centre", "province")]],
        ),
        (
            _("Dates"),
            [
                FieldPanel("calendar"),
                FieldPanel("months"),
                FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("years")]),
                NextTimesPanel(heading=_("Next times")),
                InlinePanel(
                    "dates",
                    heading=_("Dates year by year"),
                    label=_("Date"),
                    help_text=_("A date entered here takes the place of the one worked out for its year."),
                    panels=[FieldRowPanel([FieldPanel(name) for name in ("starts_on", "ends_on", "confirmed")])],
                ),
            ],
        ),
        source_tab(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch the dates that the column of the next one reads."""
        return super().get_queryset(request).prefetch_related("dates")
