"""Text, picture, numbered process steps, how to visit; every block describes itself and shows a believable preview."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import get_text_for_indexing

from core.blocks.records import RecordsBlock

FEATURES = ["bold", "italic", "record-link", "web-link", "ol", "ul"]


class TextBlock(blocks.StructBlock):
    """A heading and its paragraphs."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = blocks.RichTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("A heading and a few paragraphs. Short and concrete; no brochure words.")
        template = "blocks/text.html"
        preview_value = {
            "heading": "Clay, water, waiting",
            "text": "<p>The clay is soaked in four tanks, each a step lower than the last. What settles in the fourth "
            "is fine enough to throw.</p>",
        }


class PictureBlock(blocks.StructBlock):
    """A picture with a caption; credit and licence come from the picture itself."""

    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=250, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with a caption. The credit and the licence stand on the picture itself.")
        template = "blocks/picture.html"
        preview_value = {"image": None, "caption": "Hats drying on the dyke before the market"}


class StepBlock(blocks.StructBlock):
    """One step of a process."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = blocks.TextBlock(label=_("What is done"))
    image = ImageChooserBlock(required=False, label=_("Picture"))
    duration = blocks.CharBlock(required=False, max_length=60, label=_("Duration"), help_text=_("As people say it."))
    tool = blocks.CharBlock(required=False, max_length=80, label=_("Tool"))

    class Meta:
        icon = "list-ol"
        label = _("Step")


class StepsBlock(blocks.StructBlock):
    """The production process as numbered steps."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Process steps")
        description = _("How it is made, step by step: what is done, how long it takes, with which tool.")
        template = "blocks/steps.html"
        preview_value = {
            "heading": "How a hat is made",
            "steps": [
                {
                    "title": "Ironing the leaf",
                    "text": "Each leaf is pressed flat on a hot ploughshare.",
                    "tool": "iron",
                },
                {"title": "Sixteen rings", "text": "Bamboo rings are laid on the frame, one above the other."},
            ],
        }


class VisitBlock(blocks.StructBlock):
    """How to visit: getting there, when, and with what courtesy."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    text = blocks.RichTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        icon = "site"
        label = _("How to visit")
        description = _("Getting there, the best hour or season, what a guest should know. Facts stay on the record.")
        template = "blocks/visit.html"
        preview_value = {
            "heading": "Going there",
            "text": "<p>From the bridge the road follows the dyke. Ask before photographing people at work.</p>",
        }


class NarrativeBlock(blocks.StreamBlock):
    """The body of every narrative page."""

    text = TextBlock()
    picture = PictureBlock()
    steps = StepsBlock()
    visit = VisitBlock()
    records = RecordsBlock()

    class Meta:
        required = False


def plain_text(value: Any) -> str:
    """Return the words of a narrative body, for the search index and reading time; no picture or record is fetched."""
    parts: list[str] = []
    for child in value.raw_data:
        words = child["value"]
        if child["type"] == "picture":
            parts.append(words.get("caption") or "")
        elif child["type"] == "steps":
            parts.append(words.get("heading") or "")
            steps = [item["value"] for item in words["steps"]]
            parts += [f"{step['title']} {step['text']} {step.get('tool') or ''}" for step in steps]
        elif child["type"] in ("text", "visit"):
            parts += [words.get("heading") or "", get_text_for_indexing(words["text"])]
    return " ".join(part for part in parts if part)
