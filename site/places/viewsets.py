"""Admin screens of villages, provinces and notices, and the menu group of places."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column, DateColumn

from core.list_filters import KnownFilter, RecordFilter, RecordFilterSet
from core.panels import PointPanel
from core.viewsets import (
    RecordGroup,
    ScopedViewSet,
    access_panels,
    flag_column,
    live_column,
    model_destination_panels,
    naming_panels,
    source_tab,
    updated_column,
)
from crafts.models import Craft
from crafts.viewsets import CraftViewSet
from places.event_viewset import EventViewSet
from places.models import Notice, Province, ProvinceAlias, Village
from places.point_check import PlaceCreateView, PlaceEditView


def point_panels() -> list[Any]:
    """The point on the map, and who says so."""
    return [
        PointPanel(heading=_("Point on the map")),
        FieldRowPanel([FieldPanel("geo_source"), FieldPanel("geo_confidence")]),
    ]


class VillageFilterSet(RecordFilterSet):
    """By province, craft, model destination, and whether the point is known."""

    province = RecordFilter(Province)
    crafts = RecordFilter(Craft, label=_("craft"))
    point = KnownFilter("latitude", _("Point on the map"))

    class Meta:
        model = Village
        fields: ClassVar[list[str]] = ["is_model_destination"]


class VillageViewSet(ScopedViewSet):
    """Craft and tourism villages."""

    model = Village
    path = "villages"
    icon = "home"
    joins = ("province",)
    add_view_class = PlaceCreateView
    edit_view_class = PlaceEditView
    filterset_class = VillageFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("province", label=_("Province")),
        Column("commune", label=_("Commune or ward"), sort_key="commune"),
        flag_column("is_model_destination", _("Model destination")),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                FieldPanel("crafts"),
                *[FieldPanel(name) for name in ("craft_text", "founded", "fact", "season", "months")],
                FieldRowPanel([FieldPanel("programme_key"), FieldPanel("group_key")]),
                *model_destination_panels(),
            ],
        ),
        (
            _("Place and map"),
            [
                FieldPanel("province"),
                FieldRowPanel([FieldPanel("commune"), FieldPanel("commune_code")]),
                FieldPanel("former_unit"),
                *point_panels(),
                *access_panels(),
            ],
        ),
        source_tab(),
    ]


class ProvinceFilterSet(RecordFilterSet):
    """By country."""

    class Meta:
        model = Province
        fields: ClassVar[list[str]] = ["country_code"]


class ProvinceViewSet(ScopedViewSet):
    """First-level units."""

    model = Province
    path = "provinces"
    icon = "globe"
    joins = ("region",)
    filterset_class = ProvinceFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("get_country_code_display", label=_("Country"), sort_key="country_code"),
        Column("official_code", label=_("Official code"), sort_key="official_code"),
        Column("region", label=_("Region")),
        Column("merged_from", label=_("Merged from")),
        live_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                FieldRowPanel([FieldPanel("country_code"), FieldPanel("official_code")]),
                FieldRowPanel([FieldPanel("unit_type"), FieldPanel("region")]),
                *[FieldPanel(name) for name in ("unit_note", "merged_from")],
                FieldRowPanel([FieldPanel("communes"), FieldPanel("timezone")]),
            ],
        ),
        source_tab(),
    ]


class ProvinceAliasFilterSet(RecordFilterSet):
    """By province and kind of name."""

    live = None
    province = RecordFilter(Province)

    class Meta:
        model = ProvinceAlias
        fields: ClassVar[list[str]] = ["kind"]


class ProvinceAliasViewSet(ScopedViewSet):
    """Former and other names of places."""

    model = ProvinceAlias
    path = "place-names"
    icon = "history"
    joins = ("province",)
    filterset_class = ProvinceAliasFilterSet
    list_display: ClassVar[list[Any]] = [
        "name",
        Column("province", label=_("Present province")),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (_("Facts"), [FieldPanel(name) for name in ("name", "province", "kind", "note")]),
    ]


class NoticeFilterSet(RecordFilterSet):
    """By kind."""

    class Meta:
        model = Notice
        fields: ClassVar[list[str]] = ["kind"]


class NoticeViewSet(ScopedViewSet):
    """Closures and warnings."""

    model = Notice
    path = "notices"
    icon = "warning"
    joins = ("village", "centre")
    filterset_class = NoticeFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("village", label=_("Village")),
        Column("centre", label=_("Centre")),
        DateColumn("starts_on", label=_("From"), sort_key="starts_on"),
        DateColumn("ends_on", label=_("Until"), sort_key="ends_on"),
        live_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FieldPanel("village"),
                FieldPanel("centre"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("live")]),
                FieldPanel("text"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            ],
        ),
    ]


class PlacesGroup(RecordGroup):
    """Where things are made."""

    menu_label = _("Places")
    menu_icon = "globe"
    menu_order = 210
    items = (VillageViewSet, CraftViewSet, EventViewSet, NoticeViewSet, ProvinceViewSet, ProvinceAliasViewSet)
