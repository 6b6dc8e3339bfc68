"""How a thing is made: numbered steps, materials."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.files import PictureChooserBlock
from core.gallery.block_samples import sample


class StepBlock(blocks.StructBlock):
    """One step of a process."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = blocks.TextBlock(label=_("What is done"))
    image = PictureChooserBlock(required=False, label=_("Picture"))
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
        preview_value = sample("steps")


class MaterialBlock(blocks.StructBlock):
    """One material."""

    name = blocks.CharBlock(max_length=120, label=_("Name"))
    use = blocks.CharBlock(max_length=250, label=_("What it is for"))
    origin = blocks.CharBlock(
        required=False, max_length=160, label=_("Where it comes from"), help_text=_("Leave it empty when unknown.")
    )

    class Meta:
        icon = "tag"
        label = _("Material")


class MaterialsBlock(blocks.StructBlock):
    """What a thing is made of."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    materials = blocks.ListBlock(MaterialBlock(), label=_("Materials"), min_num=1)

    class Meta:
        icon = "table"
        label = _("Materials")
        description = _("What it is made of: each material, what it is for, and where it comes from.")
        template = "blocks/materials.html"
        preview_value = sample("materials")
