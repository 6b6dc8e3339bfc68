"""What a centre has and does: stock (made here, sold here) and experiences (try it yourself)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from centres.models.records import Centre
from core import folding
from core.fields import MonthsField
from core.labels import Label, LabelField, LabelTextField
from core.models import Record, SavedRecord
from places.models import Village
from products.models import Product


class Stock(SavedRecord):
    """A product at a centre: made here or sold here, and when somebody last checked."""

    class Role(models.TextChoices):
        """What happens to the product at the centre."""

        MADE = "made", _("Made here")
        SOLD = "sold", _("Sold here")

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="stock", verbose_name=_("centre"))
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="stock", verbose_name=_("product"))
    role = models.CharField(_("role"), max_length=4, choices=Role)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)

    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("role")]

    class Meta:
        verbose_name = _("stock")
        verbose_name_plural = _("stock")
        ordering = ["centre_id", "role", "pk"]
        constraints = [models.UniqueConstraint(fields=["centre", "product", "role"], name="one_stock_row_per_role")]

    def __str__(self) -> str:
        return f"{self.product}: {self.get_role_display()}, {self.centre}"

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet[Any]:
        """Return every row with the product and the centre that its entry names."""
        return super().get_indexed_objects().select_related("product", "centre")

    def preview_subject(self) -> Record | None:
        """Preview the centre's page."""
        return self.centre if self.centre_id else None


class Experience(SavedRecord):
    """Something a visitor makes or watches at a centre or in a village."""

    name = LabelField(_("name"))
    description = LabelTextField(_("description"), blank=True)
    centre = models.ForeignKey(
        Centre, on_delete=models.CASCADE, null=True, blank=True, related_name="experiences", verbose_name=_("centre")
    )
    village = models.ForeignKey(
        Village, on_delete=models.CASCADE, null=True, blank=True, related_name="experiences", verbose_name=_("village")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    languages = models.CharField(_("languages spoken"), max_length=60, blank=True, help_text=_("Codes: vi, en, fr"))
    group_min = models.PositiveSmallIntegerField(_("smallest group"), null=True, blank=True)
    group_max = models.PositiveSmallIntegerField(_("largest group"), null=True, blank=True)
    months = MonthsField(_("months"), help_text=_("Empty: all year."))
    how_to_ask = LabelTextField(_("how to ask"), blank=True)
    source = models.TextField(_("source"), blank=True)
    live = models.BooleanField(_("live"), default=True)

    class Meta:
        verbose_name = _("experience")
        verbose_name_plural = _("experiences")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="experience_at_exactly_one_place",
                condition=Q(village__isnull=False, centre__isnull=True)
                | Q(village__isnull=True, centre__isnull=False),
                violation_error_message=_("Choose one village or one centre."),
            ),
            models.CheckConstraint(
                name="experience_group_in_order",
                condition=Q(group_min__isnull=True) | Q(group_max__isnull=True) | Q(group_max__gte=F("group_min")),
                violation_error_message=_("The largest group is smaller than the smallest."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet[Any]:
        """Return every row with the place that its entry names."""
        return super().get_indexed_objects().select_related("centre", "village")

    @property
    def title(self) -> str:
        """Find an experience by its names and its place."""
        return folding.indexable(*Label(self.name).data.values(), str(self.centre or self.village or ""))

    def preview_subject(self) -> Record | None:
        """Preview the page of the place."""
        return self.centre or self.village
