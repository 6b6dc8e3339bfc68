"""A craft and its sourced production steps."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from core.fields import COUNTRIES, Confidence, MonthsField, months_of
from core.labels import Label, LabelField, LabelTextField
from core.models import Record
from crafts.querysets import CraftQuerySet


class CraftFamily(models.TextChoices):
    """The family decides which motif stands for a craft that has no photograph."""

    POTTERY = "pottery", _("Pottery")
    SILK = "silk", _("Silk")
    HAT = "hat", _("Hats")
    WEAVE = "weave", _("Bamboo and rattan")
    LACQUER = "lacquer", _("Lacquer")
    INLAY = "inlay", _("Inlay")
    INCENSE = "incense", _("Incense")
    SEDGE = "sedge", _("Sedge")
    BATIK = "batik", _("Batik")
    IKAT = "ikat", _("Ikat")
    SONGKET = "songket", _("Songket")
    BROCADE = "brocade", _("Brocade")
    PRINT = "print", _("Woodblock prints")
    METAL = "metal", _("Metal")
    STONE = "stone", _("Stone")
    PAPER = "paper", _("Paper")
    LEAF = "leaf", _("Tea")
    COFFEE = "coffee", _("Coffee and pepper")
    SAUCE = "sauce", _("Fish sauce and salt")
    RICE = "rice", _("Rice and noodles")
    HONEY_HERBS = "honey_herbs", _("Honey and herbs")
    FRUIT_NUT = "fruit_nut", _("Fruit and nuts")
    COMMUNITY = "community", _("Community tourism")
    WOOD = "wood", _("Wood")
    HEMP = "hemp", _("Hemp")
    MEAT = "meat", _("Meat and fish")
    GOLD = "gold", _("Gold leaf")


class Craft(Record):
    """A craft: what is made, of which family, in which months, by which steps."""

    family = models.CharField(
        _("family"), max_length=20, choices=CraftFamily, default=CraftFamily.COMMUNITY, db_index=True
    )
    country_code = models.CharField(_("country"), max_length=2, choices=COUNTRIES)
    months = MonthsField(_("months"), help_text=_("When it is made; empty means all year, or not known."))

    objects = CraftQuerySet.as_manager()
    section: ClassVar[str] = "crafts"
    search_fields: ClassVar[list[Any]] = [*Record.search_fields, index.FilterField("family")]

    class Meta:
        verbose_name = _("craft")
        verbose_name_plural = _("crafts")
        ordering = ["sort_en", "pk"]

    @property
    def country(self) -> str:
        """Return the country whose form of the craft the steps describe."""
        return self.country_code

    @property
    def suggested_motif(self) -> str:
        """Return the family."""
        return self.family

    @property
    def month_numbers(self) -> list[int]:
        """Return the months (1–12) in which it is made; empty means all year, or not known."""
        return months_of(self.months)

    def search_texts(self) -> list[str]:
        """Find a craft by the titles of its steps and by its family."""
        titles = [text for step in self.steps.all() for text in Label(step.title).data.values()]
        return [str(CraftFamily(self.family).label), *titles]


class CraftStep(Orderable):
    """One production step of a craft, with its source."""

    craft = ParentalKey(Craft, on_delete=models.CASCADE, related_name="steps")
    title = LabelField(_("title"))
    text = LabelTextField(_("what is done"))
    duration = LabelField(_("duration"), blank=True)
    tool = LabelField(_("tool"), blank=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("production step")
        verbose_name_plural = _("production steps")

    def __str__(self) -> str:
        return str(self.title)
