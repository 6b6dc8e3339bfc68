"""Pictures with their credit, licence and a description in several languages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from core.fields import AddressField
from core.labels import LabelField
from core.models.texts import CleanTexts
from core.search.fields import FoldedTitle


class CreditedImage(CleanTexts, AbstractImage):
    """An uploaded picture; nothing is shown without its credit."""

    alt = LabelField(_("description"), blank=True, help_text=_("What the picture shows, for people who can't see it."))
    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who made the picture."))
    licence = models.CharField(_("licence"), max_length=100, blank=True, help_text=_("For example CC BY 4.0."))
    licence_url = AddressField(_("licence address"), blank=True)
    files = models.JSONField(default=dict, blank=True, editable=False)  # by shape and format: core.photographs

    search_fields: ClassVar[list[Any]] = [
        *AbstractImage.search_fields,
        FoldedTitle("title", boost=4),
        FoldedTitle("alt"),
    ]
    # Wagtail's own description has one language; ours takes its place.
    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"), "alt", "credit", "licence", "licence_url"
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        """Return the description in the reader's language; empty (decorative) when there is none."""
        return str(self.alt)


class CreditedRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(CreditedImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
