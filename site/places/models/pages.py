"""The narrative of a village, and the pages above the lists of villages and events."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NarrativePage, RecordIndexPage
from places.models.records import Village


class VillagePage(NarrativePage):
    """The narrative of one village in one language."""

    record = models.ForeignKey(Village, on_delete=models.PROTECT, related_name="narratives", verbose_name=_("village"))

    parent_page_types: ClassVar[list[str]] = ["places.VillageIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("village narrative")


class VillageIndexPage(RecordIndexPage):
    """The list of villages."""

    record_model: ClassVar[str] = "places.Village"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["places.VillagePage"]

    class Meta:
        verbose_name = _("list of villages")


class EventIndexPage(RecordIndexPage):
    """The list of festivals and fairs."""

    record_model: ClassVar[str] = "places.Event"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("list of events")
