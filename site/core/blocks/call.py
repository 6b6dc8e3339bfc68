"""One thing to do next: a record of this site, or an address on the web."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.records import RecordChoiceBlock
from core.gallery.block_samples import sample


class CallBlock(blocks.StructBlock):
    """A call to action; it leads to exactly one place, and is gone when that place is."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(required=False, label=_("Text"))
    label = blocks.CharBlock(max_length=60, label=_("Words on the button"), help_text=_("What happens, as a verb."))
    record = RecordChoiceBlock(required=False, min_num=0, max_num=1, label=_("Record"))
    url = blocks.URLBlock(required=False, label=_("Or an address on the web"))

    class Meta:
        icon = "link"
        label = _("Call to action")
        description = _("One thing to do next, with a button that leads to a record or to an address on the web.")
        template = "blocks/call.html"
        preview_value = sample("call")

    def clean(self, value: Any) -> Any:
        """Refuse a button that leads nowhere, or to two places."""
        cleaned = super().clean(value)
        if bool(cleaned["record"]) == bool(cleaned["url"]):
            message = _("Choose a record or give an address on the web: exactly one of them.")
            raise StructBlockValidationError({"url": ValidationError(message, code="target")})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add where the button leads: empty when the record isn't there for the public."""
        context: dict[str, Any] = super().get_context(value, parent_context)
        record = next((child.value for child in value["record"]), None)
        context["target"] = (record.url if record.live else "") if record else value["url"]
        return context
