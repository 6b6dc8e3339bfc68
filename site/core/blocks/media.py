"""A video or a recording from a file, with captions and a transcript; nothing loads until it is played."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError, StructValue
from wagtail.rich_text import get_text_for_indexing

from core import languages
from core.blocks.files import FileChooserBlock
from core.gallery.block_samples import sample

VIDEO = {"mp4": "video/mp4", "webm": "video/webm"}
AUDIO = {"mp3": "audio/mpeg", "ogg": "audio/ogg", "m4a": "audio/mp4"}
CAPTIONS = "vtt"


def extension(document: Any) -> str:
    """Return a document's extension in small letters, without its dot; empty when there is no document."""
    return str(document.file_extension).lower() if document else ""


def caption_languages() -> list[tuple[str, str]]:
    """Return the languages captions can be in, each named in itself."""
    return [(code, languages.native_name(code)) for code in languages.codes()]


class MediaValue(StructValue):
    """What the player needs to know of a file."""

    @property
    def is_video(self) -> bool:
        """Tell whether there is something to see."""
        return extension(self.get("file")) in VIDEO

    @property
    def content_type(self) -> str:
        """Return the file's type for the browser; empty without a file."""
        return {**VIDEO, **AUDIO}.get(extension(self.get("file")), "")


class CaptionValue(StructValue):
    """One file of captions."""

    @property
    def language_name(self) -> str:
        """Return the language's name in itself."""
        return languages.native_name(self.get("language") or "")


class CaptionsBlock(blocks.StructBlock):
    """A file of captions in one language."""

    language = blocks.ChoiceBlock(choices=caption_languages, label=_("Language"))
    file = FileChooserBlock(label=_("Captions"), help_text=_("A .vtt file."))

    class Meta:
        icon = "openquote"
        label = _("Captions")
        value_class = CaptionValue

    def clean(self, value: Any) -> Any:
        """Refuse a file that holds no captions."""
        cleaned = super().clean(value)
        if extension(cleaned["file"]) != CAPTIONS:
            message = _("Captions: choose a .vtt file.")
            raise StructBlockValidationError({"file": ValidationError(message, code="captions")})
        return cleaned


class MediaBlock(blocks.StructBlock):
    """A video or a recording; its transcript is always there for those who can't hear, see or load it."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    file = FileChooserBlock(
        label=_("File"), help_text=_("A video (mp4, webm) or a recording (mp3, ogg, m4a). Keep it short.")
    )
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), default=[])
    transcript = blocks.RichTextBlock(
        features=["bold", "italic"],
        label=_("Transcript"),
        help_text=_("What is said and what is to be seen and heard, in words."),
    )

    class Meta:
        icon = "media"
        label = _("Video or recording")
        description = _(
            "A short film or a sound from a file, with captions and a transcript. It never starts by itself."
        )
        template = "blocks/media.html"
        preview_value = sample("media")
        value_class = MediaValue

    def clean(self, value: Any) -> Any:
        """Refuse a file that browsers don't play, and one without a transcript."""
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        if extension(cleaned["file"]) not in VIDEO | AUDIO:
            errors["file"] = ValidationError(_("File: choose a video (mp4, webm) or a recording (mp3, ogg, m4a)."))
        if not get_text_for_indexing(cleaned["transcript"].source).strip():
            errors["transcript"] = ValidationError(
                _("Transcript: write down what is said and heard; for many visitors it is all there is."),
                code="transcript",
            )
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned
