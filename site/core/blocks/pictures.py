"""One picture, and a gallery of several."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.files import PictureChooserBlock
from core.gallery.block_samples import sample


class PictureBlock(blocks.StructBlock):
    """A picture with a caption; credit and licence come from the picture itself."""

    image = PictureChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=250, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with a caption. The credit and the licence stand on the picture itself.")
        template = "blocks/picture.html"
        preview_value = sample("picture")


class GalleryBlock(blocks.StructBlock):
    """Pictures side by side; each is a link to itself, and opens large on the page where scripts run."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    pictures = blocks.ListBlock(
        PictureBlock(), label=_("Pictures"), min_num=2, max_num=24, help_text=_("The first one is shown largest.")
    )

    class Meta:
        icon = "grid"
        label = _("Gallery")
        description = _("Several pictures with captions, side by side. A tap opens them large; arrow keys lead on.")
        template = "blocks/gallery.html"
        preview_value = sample("gallery")
