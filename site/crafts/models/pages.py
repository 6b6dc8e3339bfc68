"""The narrative of a craft, and the page above the list of crafts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import NarrativePage, RecordIndexPage
from crafts.models.records import Craft


class CraftPage(NarrativePage):
    """The narrative of one craft in one language."""

    record = models.ForeignKey(Craft, on_delete=models.PROTECT, related_name="narratives", verbose_name=_("craft"))

    parent_page_types: ClassVar[list[str]] = ["crafts.CraftIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("craft narrative")


class CraftIndexPage(RecordIndexPage):
    """The list of crafts."""

    record_model: ClassVar[str] = "crafts.Craft"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["crafts.CraftPage"]

    class Meta:
        verbose_name = _("list of crafts")
