"""Pictures and documents of a body."""

from __future__ import annotations

from typing import Any

from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from core.blocks.fetching import Shared


class _AsWagtails(Shared):
    """Wagtail's own chooser to migrations."""

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Name the class that the chooser extends."""
        _path, args, kwargs = super().deconstruct()  # type: ignore[misc]  # of Wagtail's choosers
        chooser = type(self).__bases__[-1]
        return f"{chooser.__module__}.{chooser.__name__}", args, kwargs


class PictureChooserBlock(_AsWagtails, ImageChooserBlock):
    """Chooses a picture."""


class FileChooserBlock(_AsWagtails, DocumentChooserBlock):
    """Chooses a document."""
