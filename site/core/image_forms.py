"""The form of a picture: it asks who made it, in every place where pictures are uploaded."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class ReadableImageField(WagtailImageField):
    """Wagtail's, but a picture that breaks off, or would fill the memory, is refused in words."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Count the pixels, for which the whole picture is read: every decoder has errors of its own."""
        try:
            super().check_image_pixel_size(f)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error


class CreditedImageForm(BaseImageForm):
    """Wagtail's, with a credit that can't be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(file := self.fields.get("file"), WagtailImageField):
            self.fields["file"] = ReadableImageField(label=file.label, required=file.required, widget=file.widget)
        if "credit" in self.fields:
            self.fields["credit"].required = True
            message = _("Credit: write who made the picture. Without it the picture is never shown.")
            self.fields["credit"].error_messages["required"] = message

    def save(self, commit: bool = True) -> Any:
        """Save as a whole: what follows from the picture is worked out once its old files are gone."""
        with transaction.atomic():
            return super().save(commit)
