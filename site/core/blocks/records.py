"""Records picked by the editor: chosen by record, never by page, fetched once, the hidden ones left out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core import languages
from core.blocks.fetching import Shared
from core.gallery.block_samples import sample


class RecordChooserBlock(Shared, SnippetChooserBlock):
    """Chooses one record."""


class RecordChoiceBlock(blocks.StreamBlock):
    """A list of records of any type."""

    village = RecordChooserBlock("places.Village", label=_("Village"), icon="home")
    product = RecordChooserBlock("products.Product", label=_("Product"), icon="tag")
    centre = RecordChooserBlock("centres.Centre", label=_("Centre"), icon="site")
    route = RecordChooserBlock("routes.Route", label=_("Route"), icon="arrow-right")
    craft = RecordChooserBlock("crafts.Craft", label=_("Craft"), icon="cogs")


class RecordsBlock(blocks.StructBlock):
    """A strip of cards of chosen records."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    records = RecordChoiceBlock(label=_("Records"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Records")
        description = _("Villages, products, centres, routes or crafts to go on to. They always show today's facts.")
        template = "blocks/records.html"
        preview_value = sample("records")

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the template only records that exist and are live, in the editor's order."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["records"] = [child.value for child in value["records"] if child.value and child.value.live]
        context["reader_language"] = languages.active()
        return context
