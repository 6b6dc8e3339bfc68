"""The narrative of a centre, and the pages above the list of centres and the map of outlets."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from centres.models.records import Centre
from core.models import ListingPage, NarrativePage, RecordIndexPage


class CentrePage(NarrativePage):
    """The narrative of one centre in one language."""

    record = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="narratives", verbose_name=_("centre"))

    parent_page_types: ClassVar[list[str]] = ["centres.CentreIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("centre narrative")


class CentreIndexPage(RecordIndexPage):
    """The list of centres."""

    record_model: ClassVar[str] = "centres.Centre"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["centres.CentrePage"]

    class Meta:
        verbose_name = _("list of centres")


class MapPage(ListingPage):
    """The map of outlets."""

    fixed_slug: ClassVar[str] = "map"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("map of outlets")
