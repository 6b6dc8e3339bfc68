"""Records picked by the editor: chosen by record, never by page, fetched once, the hidden ones left out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core import languages


class RecordChoiceBlock(blocks.StreamBlock):
    """A list of records of any type; each type is fetched in one query."""

    village = SnippetChooserBlock("places.Village", label=_("Village"), icon="home")
    product = SnippetChooserBlock("products.Product", label=_("Product"), icon="tag")
    centre = SnippetChooserBlock("centres.Centre", label=_("Centre"), icon="site")
    route = SnippetChooserBlock("routes.Route", label=_("Route"), icon="arrow-right")
    craft = SnippetChooserBlock("crafts.Craft", label=_("Craft"), icon="cogs")


class RecordsBlock(blocks.StructBlock):
    """A strip of cards of chosen records."""

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    records = RecordChoiceBlock(label=_("Records"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Records")
        description = _("Villages, products, centres, routes or crafts to go on to. They always show today's facts.")
        template = "blocks/records.html"
        preview_value = {"heading": "Nearby", "records": []}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Give the template only records that exist and are live, in the editor's order, with what their cards show."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        choices = value["records"]
        chosen = [(child["type"], child["value"]) for child in choices.raw_data]
        found: dict[tuple[str, Any], Any] = {}
        for kind in dict(chosen):
            model = choices.stream_block.child_blocks[kind].target_model
            rows = model.objects.live().for_list().in_bulk([pk for name, pk in chosen if name == kind])
            found |= {(kind, pk): record for pk, record in rows.items()}
        context["records"] = [found[one] for one in chosen if one in found]
        context["reader_language"] = languages.active()
        return context
