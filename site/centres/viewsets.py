"""Admin screens of centres, their stock and their experiences."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn

from centres.forms import CentreForm
from centres.hours_panel import HoursPanel
from centres.models import Centre, Experience, Stock
from centres.truth.notice_panel import FoundClosedNotice
from core.list_filters import KnownFilter, RecordFilter, RecordFilterSet
from core.viewsets import (
    ScopedViewSet,
    access_panels,
    flag_column,
    live_column,
    model_destination_panels,
    naming_panels,
    source_tab,
    updated_column,
)
from places.models import Province
from places.point_check import PlaceCreateView, PlaceEditView
from places.viewsets import point_panels

PERIODS = InlinePanel(
    "opening_periods",
    heading=_("Opening periods"),
    label=_("Opening period"),
    panels=[
        FieldPanel("weekdays"),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("months"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ],
)
SPECIAL_DAYS = InlinePanel(
    "special_days",
    heading=_("Special days"),
    label=_("Special day"),
    panels=[
        FieldRowPanel([FieldPanel("day"), FieldPanel("closed")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("reason"),
    ],
)


class CentreFilterSet(RecordFilterSet):
    """By kind, province, model destination, and whether point and hours are known."""

    province = RecordFilter(Province)
    point = KnownFilter("latitude", _("Point on the map"))
    hours = KnownFilter("opening_periods", _("Opening hours"))

    class Meta:
        model = Centre
        fields: ClassVar[list[str]] = ["kind", "is_model_destination"]


class CentreViewSet(ScopedViewSet):
    """Outlets of every kind."""

    model = Centre
    path = "centres"
    icon = "site"
    joins = ("province", "village")
    add_view_class = PlaceCreateView
    edit_view_class = PlaceEditView
    base_form_class = CentreForm
    filterset_class = CentreFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("province", label=_("Province")),
        Column("village", label=_("Village")),
        DateColumn("hours_confirmed_on", label=_("Hours confirmed on"), sort_key="hours_confirmed_on"),
        flag_column("is_model_destination", _("Model destination")),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FoundClosedNotice(),
                *naming_panels(),
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("fair_starts_on"), FieldPanel("fair_ends_on")]),
                FieldPanel("note"),
                MultiFieldPanel([FieldPanel(name) for name in ("website", "phone", "email")], heading=_("Contact")),
                *model_destination_panels(),
            ],
        ),
        (
            _("Place and map"),
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("country_code"), FieldPanel("province")]),
                FieldRowPanel([FieldPanel("village"), FieldPanel("timezone")]),
                *point_panels(),
                *access_panels(),
            ],
        ),
        (
            _("Opening hours"),
            [
                HoursPanel(heading=_("Resulting opening hours")),
                MultiFieldPanel(
                    [FieldPanel("confirmed_today"), FieldPanel("hours_confirmed_on")],
                    heading=_("Are these hours right?"),
                ),
                PERIODS,
                SPECIAL_DAYS,
                MultiFieldPanel(
                    [FieldPanel(name) for name in ("hours_as_published", "hours_source")],
                    heading=_("Where the hours were read"),
                ),
            ],
        ),
        source_tab(),
    ]


class StockFilterSet(RecordFilterSet):
    """By role."""

    live = None

    class Meta:
        model = Stock
        fields: ClassVar[list[str]] = ["role"]


class StockViewSet(ScopedViewSet):
    """What is made or sold where."""

    model = Stock
    path = "stock"
    icon = "table"
    joins = ("centre", "product")
    filterset_class = StockFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("centre", label=_("Centre")),
        Column("get_role_display", label=_("Role"), sort_key="role"),
        DateColumn("checked_on", label=_("Checked on"), sort_key="checked_on"),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (_("Facts"), [FieldPanel(name) for name in ("centre", "product", "role", "checked_on", "source")]),
    ]


class ExperienceFilterSet(RecordFilterSet):
    """By liveness."""

    class Meta:
        model = Experience
        fields: ClassVar[list[str]] = []


class ExperienceViewSet(ScopedViewSet):
    """What a visitor makes or watches."""

    model = Experience
    path = "experiences"
    icon = "time"
    joins = ("centre", "village")
    filterset_class = ExperienceFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("centre", label=_("Centre")),
        Column("village", label=_("Village")),
        NumberColumn("minutes", label=_("Minutes"), sort_key="minutes"),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FieldPanel("name"),
                FieldPanel("description"),
                FieldRowPanel([FieldPanel("centre"), FieldPanel("village")]),
                FieldRowPanel([FieldPanel(name) for name in ("minutes", "group_min", "group_max")]),
                *[FieldPanel(name) for name in ("languages", "months", "how_to_ask", "live")],
            ],
        ),
        (_("Sources"), [FieldPanel("source")]),
    ]
