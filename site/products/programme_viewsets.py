"""Admin screens of programmes and their groups."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column

from core.list_filters import RecordFilter, RecordFilterSet
from core.viewsets import ScopedViewSet, flag_column, updated_column
from products.models import ProductGroup, Programme

LEVELS = InlinePanel(
    "levels",
    heading=_("Who recognises"),
    label=_("Level"),
    panels=[FieldRowPanel([FieldPanel(name) for name in ("stars_from", "stars_to", "level")])],
)


class ProgrammeViewSet(ScopedViewSet):
    """Programmes with their periods."""

    model = Programme
    path = "programmes"
    icon = "clipboard-list"
    list_display: ClassVar[list[Any]] = [
        "short_name",
        Column("name", label=_("Full name")),
        Column("country_code", label=_("Country")),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FieldRowPanel([FieldPanel(name) for name in ("short_name", "key", "country_code")]),
                FieldPanel("name"),
                FieldPanel("description"),
            ],
        ),
        (
            _("Periods"),
            [
                InlinePanel(
                    "periods",
                    heading=_("Periods"),
                    label=_("Period"),
                    panels=[
                        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                        FieldRowPanel([FieldPanel(name) for name in ("stars_max", "shown_from", "validity_months")]),
                        FieldPanel("note"),
                        LEVELS,
                    ],
                )
            ],
        ),
    ]


class ProductGroupFilterSet(RecordFilterSet):
    """By programme."""

    live = None
    programme = RecordFilter(Programme)

    class Meta:
        model = ProductGroup
        fields: ClassVar[list[str]] = []


class ProductGroupViewSet(ScopedViewSet):
    """Groups of products, put in order by dragging."""

    model = ProductGroup
    path = "product-groups"
    icon = "list-ul"
    joins = ("programme",)
    sort_order_field = "position"
    filterset_class = ProductGroupFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("programme", label=_("Programme")),
        Column("key", label=_("Key"), sort_key="key"),
        flag_column("is_tourism", _("Places and services")),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                FieldRowPanel([FieldPanel("programme"), FieldPanel("key")]),
                FieldPanel("name"),
                FieldPanel("is_tourism"),
            ],
        ),
    ]
