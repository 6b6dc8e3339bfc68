"""People: their words, their names and faces. Neither a name nor a portrait is shown without recorded consent."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.fetching import LinkedTextBlock
from core.blocks.files import PictureChooserBlock
from core.gallery.block_samples import sample


class InternalNoteBlock(blocks.CharBlock):
    """A note between editors: never shown, searched, translated or sent by the API."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Offer nothing to translators; every language keeps the same note."""
        return []

    def get_api_representation(self, value: Any, context: Any = None) -> None:
        """Say nothing."""


class QuoteBlock(blocks.StructBlock):
    """Somebody's words; in a story they stand out of the text."""

    text = blocks.TextBlock(label=_("Text"), help_text=_("Without quotation marks."))
    said_by = blocks.CharBlock(required=False, max_length=160, label=_("Who says it"))
    consent_note = InternalNoteBlock(
        required=False,
        max_length=250,
        label=_("Consent note"),
        help_text=_("When and how they agreed, or where the words were published. Not shown to the public."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A sentence somebody said, set large. A name needs a note of how they agreed to it.")
        template = "blocks/quote.html"
        preview_value = sample("quote")

    def clean(self, value: Any) -> Any:
        """Refuse a name without a note of consent."""
        cleaned = super().clean(value)
        if cleaned["said_by"].strip() and not cleaned["consent_note"].strip():
            message = _("“Who says it” names somebody: note when and how they agreed, or where this was published.")
            raise StructBlockValidationError({"consent_note": ValidationError(message, code="consent")})
        return cleaned


class PortraitBlock(blocks.StructBlock):
    """A maker: name, work, face, and words of their own."""

    name = blocks.CharBlock(required=False, max_length=120, label=_("Name"))
    role = blocks.CharBlock(max_length=160, label=_("Role"), help_text=_("What they do, and where."))
    image = PictureChooserBlock(required=False, label=_("Portrait"))
    words = LinkedTextBlock(features=["bold", "italic", "record-link"], label=_("Text"))
    consent = blocks.BooleanBlock(
        required=False,
        label=_("Consent recorded"),
        help_text=_("This person has agreed in writing to their name and portrait on this site."),
    )

    class Meta:
        icon = "user"
        label = _("Maker portrait")
        description = _("One person who makes things. A name or a portrait needs their recorded consent.")
        template = "blocks/portrait.html"
        preview_value = sample("portrait")

    def clean(self, value: Any) -> Any:
        """Refuse a name or a portrait without recorded consent; the message says which field."""
        cleaned = super().clean(value)
        if cleaned["consent"]:
            return cleaned
        given = {"name": cleaned["name"].strip(), "image": cleaned["image"]}
        errors = {name: self._refusal(name) for name, filled in given.items() if filled}
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def _refusal(self, name: str) -> ValidationError:
        labels = {"field": self.child_blocks[name].label, "consent": self.child_blocks["consent"].label}
        message = _("%(field)s: tick “%(consent)s” once the person has agreed, or leave this field empty.")
        return ValidationError(message, code="consent", params=labels)
