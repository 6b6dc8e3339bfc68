"""Events (festivals, fairs) with their dates, and notices (closures, warnings)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.search import index

from core import folding
from core.fields import MonthsField, months_of
from core.labels import Label, LabelTextField
from core.models import Record, SavedRecord
from places import event_rules, occurrences
from places.models.provinces import Province
from places.models.records import Village
from places.querysets import EventQuerySet, NoticeQuerySet


class Event(Record):
    """A festival or fair of a village, a centre or a province: the rule of its calendar, and dates stated by year."""

    class Calendar(models.TextChoices):
        """Which calendar fixes the day."""

        SOLAR = occurrences.SOLAR, _("Solar")
        LUNAR = occurrences.LUNAR, _("Lunar")
        OTHER = occurrences.OTHER, _("Announced each year")

    class Years(models.TextChoices):
        """In which years of its calendar it takes place."""

        EVERY = occurrences.EVERY_YEAR, _("Every year")
        ODD = occurrences.ODD_YEARS, _("Odd years")
        EVEN = occurrences.EVEN_YEARS, _("Even years")

    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("village")
    )
    centre = models.ForeignKey(
        "centres.Centre",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("centre"),
    )
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("province")
    )
    description = LabelTextField(_("description"), blank=True)
    calendar = models.CharField(
        _("calendar"),
        max_length=5,
        choices=Calendar,
        default=Calendar.OTHER,
        help_text=_(
            "Lunar: the Vietnamese lunar calendar. Announced each year: another calendar, or a day that people decide."
        ),
    )
    months = MonthsField(
        _("months"),
        help_text=_(
            "By their number in the calendar chosen above: January stands for lunar month 1. Empty: not known, and no "
            "date is worked out."
        ),
    )
    first_day = models.PositiveSmallIntegerField(
        _("first day of the month"),
        null=True,
        blank=True,
        help_text=_("Only when the calendar fixes it. Empty: some day of these months."),
    )
    last_day = models.PositiveSmallIntegerField(
        _("last day of the month"), null=True, blank=True, help_text=_("Empty: one day only.")
    )
    years = models.CharField(_("years"), max_length=5, choices=Years, default=Years.EVERY)

    objects = EventQuerySet.as_manager()
    section: ClassVar[str] = "events"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["sort_vi", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_days_in_month", condition=Q(first_day__isnull=True) | Q(first_day__range=(1, 31))
            ),
            models.CheckConstraint(
                name="event_days_in_order", condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day"))
            ),
        ]

    @property
    def country(self) -> str:
        """Return the country of the place."""
        place = self.village or self.province
        return place.country if place else "VN"

    @property
    def rule(self) -> occurrences.Rule:
        """Return what its calendar says of it."""
        return occurrences.Rule(
            self.calendar, tuple(months_of(self.months)), self.first_day, self.last_day, self.years
        )

    def between(self, first: date, last: date) -> list[occurrences.Occurrence]:
        """Return when it takes place between two days: the stated dates, else those that its calendar gives."""
        stated = [occurrences.Stated(own.starts_on, own.ends_on, own.confirmed) for own in self.dates.all()]
        return occurrences.occurrences(self.rule, stated, first, last)

    def clean(self) -> None:
        """Refuse days that the calendar hasn't, naming the field."""
        super().clean()
        errors = event_rules.wrong(self.rule)
        if errors:
            raise ValidationError(errors)

    def derive(self) -> None:
        """Take the province of the place when none is chosen."""
        place = self.village or self.centre
        if self.province is None and place is not None:
            self.province = place.province
        super().derive()

    def search_texts(self) -> list[str]:
        """Find an event by its place."""
        return [text for place in (self.village, self.province) if place for text in Label(place.name).data.values()]


class EventDate(models.Model):
    """When an event takes place in one year."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="dates")
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    confirmed = models.BooleanField(_("confirmed"), default=False)

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="event_dates_in_order",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self) -> str:
        return str(self.starts_on)


class Notice(SavedRecord):
    """A closure or a warning at exactly one village or centre, from a day until a day."""

    class Kind(models.TextChoices):
        """What the notice says."""

        CLOSURE = "closure", _("Closed")
        WARNING = "warning", _("Please note")

    village = models.ForeignKey(
        Village, on_delete=models.CASCADE, null=True, blank=True, related_name="notices", verbose_name=_("village")
    )
    centre = models.ForeignKey(
        "centres.Centre",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("centre"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = LabelTextField(_("text"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: until further notice."))
    live = models.BooleanField(_("live"), default=True)

    objects = NoticeQuerySet.as_manager()
    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("kind")]

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="notice_at_exactly_one_place",
                condition=Q(village__isnull=False, centre__isnull=True)
                | Q(village__isnull=True, centre__isnull=False),
                violation_error_message=_("Choose one village or one centre."),
            ),
            models.CheckConstraint(
                name="notice_dates_in_order",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"

    def clean(self) -> None:
        """Name the field that can't apply."""
        super().clean()
        if (self.village_id is None) == (self.centre_id is None):
            message = _("Choose one village or one centre.")
            raise ValidationError({"village": message, "centre": message})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first.")})

    def holds_on(self, day: date) -> bool:
        """Tell whether the notice is shown and holds on `day`."""
        return self.live and self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def title(self) -> str:
        """Find a notice by its text and its place."""
        place = self.village or self.centre
        return folding.indexable(*Label(self.text).data.values(), str(place or ""))

    def preview_subject(self) -> Record | None:
        """Preview the page of the place."""
        return self.village or self.centre
