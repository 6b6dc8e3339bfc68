"""Paragraphs under a heading, and how to visit."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.fetching import LinkedTextBlock
from core.gallery.block_samples import sample

FEATURES = ["bold", "italic", "record-link", "web-link", "ol", "ul"]


class TextBlock(blocks.StructBlock):
    """A heading and its paragraphs."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = LinkedTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("A heading and a few paragraphs. Short and concrete; no brochure words.")
        template = "blocks/text.html"
        preview_value = sample("text")


class VisitBlock(blocks.StructBlock):
    """How to visit: getting there, when, and with what courtesy."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = LinkedTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        icon = "site"
        label = _("How to visit")
        description = _("Getting there, the best hour or season, what a guest should know. Facts stay on the record.")
        template = "blocks/visit.html"
        preview_value = sample("visit")
