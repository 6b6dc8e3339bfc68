"""Admin screens of crafts."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column

from core.list_filters import RecordFilterSet
from core.viewsets import ScopedViewSet, live_column, naming_panels, source_tab, updated_column
from crafts.models import Craft


class CraftFilterSet(RecordFilterSet):
    """By family and country."""

    class Meta:
        model = Craft
        fields: ClassVar[list[str]] = ["family", "country_code"]


class CraftViewSet(ScopedViewSet):
    """Crafts with their production steps."""

    model = Craft
    path = "crafts"
    icon = "cogs"
    filterset_class = CraftFilterSet
    list_display: ClassVar[list[Any]] = [
        "__str__",
        Column("get_family_display", label=_("Family"), sort_key="family"),
        Column("get_country_code_display", label=_("Country"), sort_key="country_code"),
        live_column(),
        updated_column(),
    ]
    tabs: ClassVar[list[tuple[Any, list[Any]]]] = [
        (
            _("Facts"),
            [
                *naming_panels(),
                FieldRowPanel([FieldPanel("family"), FieldPanel("country_code")]),
                FieldPanel("months"),
            ],
        ),
        (
            _("Steps"),
            [
                InlinePanel(
                    "steps",
                    heading=_("Production steps"),
                    label=_("Step"),
                    panels=[
                        FieldPanel("title"),
                        FieldPanel("text"),
                        FieldPanel("duration"),
                        FieldPanel("tool"),
                        FieldRowPanel([FieldPanel("source"), FieldPanel("confidence")]),
                    ],
                )
            ],
        ),
        source_tab(),
    ]
