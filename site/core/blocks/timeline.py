"""What happened when."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.gallery.block_samples import sample


class EntryBlock(blocks.StructBlock):
    """One moment: a year, or the words people use for it."""

    when = blocks.CharBlock(max_length=60, label=_("When"), help_text=_("A year, or as people say it."))
    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"))
    text = blocks.TextBlock(label=_("What happened"))

    class Meta:
        icon = "date"
        label = _("Moment")


class TimelineBlock(blocks.StructBlock):
    """Moments in their order."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    entries = blocks.ListBlock(EntryBlock(), label=_("Moments"), min_num=2)

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("Moments in their order, each with a year or a label. Only what a source can carry.")
        template = "blocks/timeline.html"
        preview_value = sample("timeline")
