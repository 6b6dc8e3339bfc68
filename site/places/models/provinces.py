"""First-level units: 34 in Vietnam since 1 July 2025, 38 in Indonesia, and the names they had before."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import folding
from core.fields import COUNTRIES, ZoneField
from core.labels import Label, LabelField
from core.models import Record, SavedRecord
from core.querysets import RecordQuerySet


class Region(models.Model):
    """A macro-region (Vietnam: Resolution 306/NQ-CP of 5 October 2025; Indonesia: island groups)."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = LabelField(_("name"))
    country_code = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["country_code", "position", "pk"]

    def __str__(self) -> str:
        return str(self.name)


class Province(Record):
    """A province or centrally run city. It has no page of its own: lists and maps filter by it."""

    country_code = models.CharField(_("country"), max_length=2, choices=COUNTRIES, db_index=True)
    official_code = models.CharField(
        _("official code"), max_length=10, help_text=_("GSO (Vietnam), Kemendagri (Indonesia).")
    )
    unit_type = models.CharField(_("type of unit"), max_length=40, blank=True)
    unit_note = models.CharField(_("note on the type"), max_length=250, blank=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, related_name="provinces")
    merged_from = models.CharField(_("merged from"), max_length=250, blank=True)
    communes = models.PositiveIntegerField(_("communes"), null=True, blank=True)
    timezone = ZoneField(_("time zone"), max_length=40, default="Asia/Ho_Chi_Minh")

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["country_code", "sort_vi", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["country_code", "official_code"], name="one_province_per_official_code")
        ]

    @property
    def country(self) -> str:
        """Return the country of the unit."""
        return self.country_code

    def search_texts(self) -> list[str]:
        """Find a province by its former names and units."""
        return [self.merged_from, *(alias.name for alias in self.aliases.all())]


class ProvinceAlias(SavedRecord):
    """Another or a former name that leads to a present province: Hà Tây → Hà Nội."""

    class Kind(models.TextChoices):
        """What the name was."""

        FORMER_PROVINCE = "former_province", _("Former province")
        FORMER_DISTRICT = "former_district", _("Former district or town")
        VARIANT = "variant", _("Other name or spelling")

    name = models.CharField(_("name"), max_length=120)
    province = models.ForeignKey(
        Province, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("province")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("former or other place name")
        verbose_name_plural = _("former and other place names")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["name", "province"], name="one_alias_per_province")]

    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("kind")]

    def __str__(self) -> str:
        return f"{self.name} → {self.province}"

    @property
    def title(self) -> str:
        """Find the alias by its own name and the present one's."""
        return folding.indexable(self.name, *Label(self.province.name).data.values())
