"""Opening hours as an editor states them; `centres.hours` evaluates them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from centres.models.records import Centre
from centres.timetable import FIRST_DAY, LAST_DAY
from core.fields import MonthsField, WeekdaysField, weekdays_of
from core.labels import LabelField

EVERY_DAY = 127


class OpeningPeriod(Orderable):
    """One interval on some weekdays, all year or in a season. Closing at or before opening means after midnight."""

    centre = ParentalKey(Centre, on_delete=models.CASCADE, related_name="opening_periods")
    weekdays = WeekdaysField(_("weekdays"), default=EVERY_DAY)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"), help_text=_("At or before the opening time means: after midnight."))
    months = MonthsField(_("months"), help_text=_("Empty: all year."))
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("opening period")
        verbose_name_plural = _("opening periods")
        constraints = [
            models.CheckConstraint(name="opening_on_some_weekday", condition=Q(weekdays__range=(1, EVERY_DAY))),
            models.CheckConstraint(
                name="opening_dates_in_order",
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def clean(self) -> None:
        """Name the field that can't apply."""
        super().clean()
        if self.starts_on and self.starts_on < FIRST_DAY:
            raise ValidationError({"starts_on": _("This day can't be right.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day lies before the first.")})
        if self.ends_on and self.ends_on < FIRST_DAY:
            raise ValidationError({"ends_on": _("This day can't be right.")})

    def __str__(self) -> str:
        return f"{','.join(map(str, weekdays_of(self.weekdays)))} {self.opens:%H:%M}–{self.closes:%H:%M}"


class SpecialDay(models.Model):
    """A day that departs from the periods: closed, or open at other hours."""

    centre = ParentalKey(Centre, on_delete=models.CASCADE, related_name="special_days")
    day = models.DateField(_("day"))
    closed = models.BooleanField(_("closed"), default=True)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    reason = LabelField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["centre", "day"], name="one_special_day_per_date"),
            models.CheckConstraint(
                name="special_day_closed_or_with_hours",
                condition=Q(closed=True) | Q(opens__isnull=False, closes__isnull=False),
                violation_error_message=_("Give both hours, or say that it is closed."),
            ),
        ]

    def clean(self) -> None:
        """Name the field that is missing or can't apply."""
        super().clean()
        if self.day and not FIRST_DAY <= self.day < LAST_DAY:
            raise ValidationError({"day": _("This day can't be right.")})
        missing = [name for name in ("opens", "closes") if not self.closed and getattr(self, name) is None]
        if missing:
            raise ValidationError(dict.fromkeys(missing, _("Give both hours, or say that it is closed.")))

    def __str__(self) -> str:
        return str(self.day)
