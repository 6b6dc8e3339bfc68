"""Admin screens of routes, and the menu group of centres and routes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column, NumberColumn

from centres.viewsets import CentreViewSet, ExperienceViewSet, StockViewSet
from core.list_filters import RecordFilterSet
from core.viewsets import RecordGroup, ScopedViewSet, live_column, naming_panels, source_tab, updated_column
from routes.drawing.forms import RouteForm
from routes.drawing.panels import DrawingPanel
from routes.models import Route

STOPS = InlinePanel(
    "stops",
    heading=_("Stops"),
    label=_("Stop"),
    panels=[
        FieldRowPanel([FieldPanel("village"), FieldPanel("centre")]),
        FieldRowPanel([FieldPanel(name) for name in ("day", "stay_minutes", "documented")]),
        FieldPanel("note"),
    ],
)


class RouteFilterSet(RecordFilterSet):
    """By status and length."""

    class Meta:
        model = Route
        fields: ClassVar[list[str]] = ["status", "country_code", "days"]


class RouteViewSet(ScopedViewSet):
    """Visitor routes with their stops, put in order by dragging."""

    model = Route
    path = "routes"
    icon = "arrow-right"
    filterset_class = RouteFilterSet
    base_form_class: ClassVar[Any] = RouteForm
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("get_status_display", label=_("Status"), sort_key="status"),
        NumberColumn("days", label=_("Days"), sort_key="days"),
        Column("modes", label=_("Means of transport")),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                FieldRowPanel([FieldPanel("status"), FieldPanel("days")]),
                FieldRowPanel([FieldPanel("modes"), FieldPanel("country_code")]),
                *[FieldPanel(name) for name in ("months", "note")],
            ],
        ),
        (_("Stops and line"), [STOPS, DrawingPanel(heading=_("Line on the map"))]),
        source_tab(),
    ]


class CentresGroup(RecordGroup):
    """Where visitors go."""

    menu_label = _("Visiting")
    menu_icon = "site"
    menu_order = 220
    items = (CentreViewSet, ExperienceViewSet, StockViewSet, RouteViewSet)
