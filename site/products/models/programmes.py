"""Programmes are data, not code: their star scale, validity and recognising levels, period by period."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from core import folding
from core.fields import CountryField
from core.labels import Label, LabelField, LabelTextField
from core.models import SavedRecord


class Programme(SavedRecord):
    """A programme that awards stars: OCOP in Vietnam, OVOP in Indonesia, and whatever comes next."""

    key = models.SlugField(_("key"), max_length=20, unique=True)
    short_name = models.CharField(_("short name"), max_length=20)
    name = LabelField(_("name"))
    description = LabelTextField(_("description"), blank=True)
    country_code = CountryField(_("country"))

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["key"]

    def __str__(self) -> str:
        return self.short_name

    @property
    def title(self) -> str:
        """Find a programme by key and names."""
        return folding.indexable(self.key, self.short_name, *Label(self.name).data.values())

    def period_on(self, day: date) -> ProgrammePeriod | None:
        """Return the period that holds on `day`; None when the programme had none."""
        return next((period for period in self.periods.all() if period.holds_on(day)), None)


class ProgrammePeriod(ClusterableModel):
    """Rules of a programme between two dates: the scale, what is shown, for how long an award holds."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="periods")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: still in force."))
    stars_max = models.PositiveSmallIntegerField(_("highest star"))
    shown_from = models.PositiveSmallIntegerField(
        _("shown from"), default=1, help_text=_("Fewer stars are not shown.")
    )
    validity_months = models.PositiveSmallIntegerField(
        _("validity in months"), null=True, blank=True, help_text=_("Empty: the programme states none.")
    )
    note = models.CharField(_("legal base"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="period_dates_in_order",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                name="period_scale",
                condition=Q(stars_max__gte=1, shown_from__gte=1, shown_from__lte=F("stars_max")),
                violation_error_message=_("Stars begin at 1, and none is shown from beyond the highest."),
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.programme.short_name} {self.starts_on:%Y}–{self.ends_on:%Y}"
            if self.ends_on
            else f"{self.starts_on:%Y}–"
        )

    def holds_on(self, day: date) -> bool:
        """Tell whether the period's rules hold on `day`."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class PeriodLevel(models.Model):
    """Who recognises how many stars in a period."""

    period = ParentalKey(ProgrammePeriod, on_delete=models.CASCADE, related_name="levels")
    stars_from = models.PositiveSmallIntegerField(_("from stars"))
    stars_to = models.PositiveSmallIntegerField(_("to stars"))
    level = models.CharField(_("level"), max_length=10, choices=[
        ("district", _("district")), ("province", _("province")), ("national", _("national")),
    ])  # fmt: skip

    class Meta:
        ordering = ["stars_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="level_stars_in_order",
                condition=Q(stars_to__gte=F("stars_from")),
                violation_error_message=_("The second number of stars is smaller than the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.stars_from}–{self.stars_to}: {self.get_level_display()}"


class ProductGroup(SavedRecord):
    """A group of products within one programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="groups", verbose_name=_("programme")
    )
    key = models.SlugField(_("key"), max_length=40)
    name = LabelField(_("name"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_tourism = models.BooleanField(_("places and services"), default=False)

    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("programme_id")]

    class Meta:
        verbose_name = _("product group")
        verbose_name_plural = _("product groups")
        ordering = ["programme__key", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="one_group_per_programme_and_key")]

    def __str__(self) -> str:
        return f"{self.programme.short_name}: {self.name}"

    @property
    def title(self) -> str:
        """Find a group by key and names."""
        return folding.indexable(self.key, *Label(self.name).data.values())
