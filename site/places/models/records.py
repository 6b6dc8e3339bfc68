"""Craft and tourism villages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from core.fields import MonthsField, YesNoUnknown
from core.labels import Label, LabelField, LabelTextField
from core.models import Place, Record
from crafts.models import Craft
from places.models.provinces import Province
from places.querysets import VillageQuerySet


class ModelDestination(models.Model):
    """A decision that a place is one of the programme's model destinations."""

    is_model_destination = models.BooleanField(_("model destination"), default=False, db_index=True)
    model_since = models.CharField(_("since"), max_length=40, blank=True, help_text=_("Year or date, as published."))
    model_decided_by = models.CharField(_("decided by"), max_length=200, blank=True)
    model_source = models.CharField(_("source of the decision"), max_length=500, blank=True)

    class Meta:
        abstract = True


class StepFreeAccess(models.Model):
    """What a visitor with a wheelchair or a pram needs to know; unknown until somebody looked."""

    step_free_entrance = models.CharField(
        _("step-free entrance"), max_length=7, choices=YesNoUnknown, default=YesNoUnknown.UNKNOWN
    )
    accessible_toilet = models.CharField(
        _("accessible toilet"), max_length=7, choices=YesNoUnknown, default=YesNoUnknown.UNKNOWN
    )
    parking = models.CharField(_("parking"), max_length=7, choices=YesNoUnknown, default=YesNoUnknown.UNKNOWN)

    class Meta:
        abstract = True


class Village(ModelDestination, StepFreeAccess, Place):
    """A craft or tourism village, with its present and its former administrative unit."""

    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="villages", verbose_name=_("province")
    )
    former_unit = models.CharField(
        _("former unit"), max_length=200, blank=True, help_text=_("Commune, district and province before 1 July 2025.")
    )
    commune = models.CharField(_("commune or ward"), max_length=120, blank=True)
    commune_code = models.CharField(_("commune code"), max_length=20, blank=True)
    crafts = ParentalManyToManyField(Craft, blank=True, related_name="villages", verbose_name=_("crafts"))
    craft_text = LabelField(_("craft as published"), blank=True)
    programme_key = models.CharField(_("programme"), max_length=20, blank=True, db_index=True)
    group_key = models.CharField(_("product group"), max_length=40, blank=True)
    founded = LabelTextField(_("age and origin"), blank=True)
    fact = LabelTextField(_("one fact"), blank=True)
    season = LabelTextField(_("best season, festival"), blank=True)
    months = MonthsField(_("best months"), help_text=_("Empty: not known."))

    objects = VillageQuerySet.as_manager()
    section: ClassVar[str] = "villages"
    search_fields: ClassVar[list[Any]] = [*Record.search_fields, index.FilterField("province_id")]

    class Meta(Place.Meta):
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["sort_vi", "pk"]

    @property
    def country(self) -> str:
        """Return the province's country; Vietnam when the province is unknown."""
        return self.province.country_code if self.province_id and self.province else "VN"

    @property
    def zone(self) -> str:
        """Return the time zone of the village (IANA name): its province's, else the site's own."""
        return self.province.timezone if self.province_id and self.province else settings.TIME_ZONE

    @property
    def suggested_motif(self) -> str:
        """Return the family of the first craft."""
        craft = self.first_craft
        return craft[0] if craft else "community"

    @property
    def first_craft(self) -> tuple[str, Label] | None:
        """Return family and name of the first craft, from the columns of `for_cards` when they were read."""
        if "craft_family" in self.__dict__:
            family = self.__dict__["craft_family"]
            return (family, Label(self.__dict__["craft_name"])) if family else None
        craft = next(iter(self.crafts.all()), None)
        return (craft.family, Label(craft.name)) if craft else None

    def search_texts(self) -> list[str]:
        """Find a village by commune, former unit, province with its former names, and craft."""
        texts = [
            self.commune,
            self.former_unit,
            *Label(self.craft_text).data.values(),
            *Label(self.fact).data.values(),
        ]
        if self.province:
            texts += [*Label(self.province.name).data.values(), *self.province.search_texts()]
        if self.pk:
            texts += [text for craft in self.crafts.all() for text in Label(craft.name).data.values()]
        return texts
