"""The narrative of a route, and the page above the list of routes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NarrativePage, RecordIndexPage
from routes.models.records import Route


class RoutePage(NarrativePage):
    """The narrative of one route in one language."""

    record = models.ForeignKey(Route, on_delete=models.PROTECT, related_name="narratives", verbose_name=_("route"))

    parent_page_types: ClassVar[list[str]] = ["routes.RouteIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("route narrative")


class RouteIndexPage(RecordIndexPage):
    """The list of routes."""

    record_model: ClassVar[str] = "routes.Route"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["routes.RoutePage"]

    class Meta:
        verbose_name = _("list of routes")
