"""Recognitions and quality marks: dated official acts on a product. The site shows them; it awards nothing."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core import clock, folding
from core.fields import Confidence
from core.labels import Label
from core.models import Record, SavedRecord
from products.models.programmes import Programme, ProgrammePeriod
from products.models.records import Product
from products.querysets import RecognitionQuerySet
from products.validity import Award, Precision, Scale, first_day, last_day, valid_until

DECISION_NUMBER = re.compile(r"^\d{1,5}/(\d{4}/)?[A-ZĐ]{1,6}(-[A-ZĐ&]{1,12})*$")


def scale_of(period: ProgrammePeriod | None) -> Scale | None:
    """Return the pure rules of a period."""
    return Scale(period.validity_months, period.stars_max, period.shown_from) if period else None


class Recognition(SavedRecord):
    """One dated award (or its absence): stars out of the scale of its time, who decided, where it is published."""

    class Status(models.TextChoices):
        """What the act says."""

        RECOGNISED = "recognised", _("Recognised")
        STARS_NOT_STATED = "stars_not_stated", _("Recognised, stars not stated")
        NOMINATED = "nominated", _("Nominated")
        POTENTIAL = "potential", _("Potential highest star")
        DESIGNATED_PLACE = "designated_place", _("Designated place")

    class Level(models.TextChoices):
        """Which level recognised."""

        DISTRICT = "district", _("district")
        PROVINCE = "province", _("province")
        NATIONAL = "national", _("national")
        UNKNOWN = "", _("not stated")

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="recognitions", verbose_name=_("product")
    )
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+", verbose_name=_("programme"))
    status = models.CharField(_("status"), max_length=20, choices=Status)
    stars = models.PositiveSmallIntegerField(_("stars"), null=True, blank=True)
    out_of = models.PositiveSmallIntegerField(
        _("out of"), null=True, blank=True, help_text=_("The scale of its time.")
    )
    issued_on = models.DateField(_("issued on"), null=True, blank=True, help_text=_("Empty: the year is not stated."))
    precision = models.CharField(
        _("known to the"),
        max_length=5,
        default="day",
        choices=[("day", _("day")), ("month", _("month")), ("year", _("year"))],
    )
    decision_number = models.CharField(
        _("decision number"), max_length=40, blank=True, help_text=_("As in 144/QĐ-UBND.")
    )
    decision_note = models.CharField(_("note on the decision"), max_length=250, blank=True)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    valid_until = models.DateField(null=True, editable=False, db_index=True)
    source = models.TextField(_("source"), blank=True)
    confidence = models.CharField(_("confidence"), max_length=10, choices=Confidence, blank=True)

    objects = RecognitionQuerySet.as_manager()
    search_fields: ClassVar[list[Any]] = [*SavedRecord.search_fields, index.FilterField("status")]
    system_fields: ClassVar[tuple[str, ...]] = (*SavedRecord.system_fields, "valid_until")

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="recognition_stars_on_scale",
                condition=Q(stars__isnull=True) | Q(stars__gte=1, out_of__isnull=False, stars__lte=F("out_of")),
                violation_error_message=_("The stars exceed their scale, or the scale is missing."),
            ),
            models.CheckConstraint(
                name="recognition_stars_only_when_recognised",
                condition=Q(status="recognised", stars__isnull=False)
                | (~Q(status="recognised") & Q(stars__isnull=True)),
                violation_error_message=_("A recognition has stars; any other status has none."),
            ),
            models.CheckConstraint(
                name="recognition_revoked_after_issue",
                condition=Q(revoked_on__isnull=True) | Q(issued_on__isnull=True) | Q(revoked_on__gte=F("issued_on")),
                violation_error_message=_("It was revoked before it was issued."),
            ),
        ]

    def __str__(self) -> str:
        stars = f"{self.stars}/{self.out_of}" if self.stars else self.get_status_display()
        return f"{self.product}: {stars}, {self.year or '–'}"

    @property
    def year(self) -> int | None:
        """Return the year of issue; None when it is not stated."""
        return self.issued_on.year if self.issued_on else None

    @property
    def title(self) -> str:
        """Find a recognition by product and decision number."""
        return folding.indexable(*Label(self.product.name).data.values(), self.decision_number, str(self.year or ""))

    @property
    def is_award(self) -> bool:
        """Tell whether the act recognises the product, with or without stated stars."""
        return self.status in (self.Status.RECOGNISED, self.Status.STARS_NOT_STATED)

    @property
    def award(self) -> Award:
        """Return the pure facts of the award."""
        return Award(self.issued_on, Precision(self.precision), self.stars, self.out_of, self.revoked_on)

    @property
    def period(self) -> ProgrammePeriod | None:
        """Return the period of the programme in which it was issued; by the last day its date can mean."""
        if self.issued_on is None:
            return None
        return self.programme.period_on(last_day(self.issued_on, Precision(self.precision)))

    @property
    def is_valid(self) -> bool:
        """Tell whether it holds today."""
        return self.is_award and self.valid_until is not None and self.valid_until >= clock.today()

    def derive(self) -> None:
        """Fill `valid_until`; called on each save, and by bulk writers."""
        present = self.programme.period_on(clock.today())
        self.valid_until = valid_until(self.award, scale_of(self.period), scale_of(present)) if self.is_award else None

    def clean(self) -> None:
        """Refuse dates in the future, another programme or scale, and text that only looks like a decision number."""
        super().clean()
        today = clock.today()
        errors: dict[str, Any] = {}
        if self.issued_on and self.precision and first_day(self.issued_on, Precision(self.precision)) > today:
            errors["issued_on"] = _("This date lies in the future.")
        if self.revoked_on and self.revoked_on > today:
            errors["revoked_on"] = _("This date lies in the future.")
        if self.product_id and self.programme_id and self.product.programme_id != self.programme_id:
            errors["programme"] = _("The product belongs to another programme.")
        if self.decision_number and not DECISION_NUMBER.match(self.decision_number):
            errors["decision_number"] = _("This is not a decision number: write it into the note.")
        if self.stars and self.out_of and self.programme_id:
            scales = {period.stars_max for period in self.programme.periods.all()}
            if self.out_of not in scales:
                errors["out_of"] = _("The programme never had this scale.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the product's current stars right."""
        if kwargs.get("update_fields") is None:
            self.derive()
        super().save(*args, **kwargs)

    def preview_subject(self) -> Record | None:
        """Preview the product's page."""
        return self.product if self.product_id else None


class QualityMark(SavedRecord):
    """Another dated and sourced mark on a product: a geographical indication, organic, HACCP …"""

    class Kind(models.TextChoices):
        """Which mark."""

        GEOGRAPHICAL_INDICATION = "gi", _("Geographical indication")
        COLLECTIVE_MARK = "collective", _("Collective mark")
        ORGANIC = "organic", _("Organic")
        FOOD_SAFETY = "food_safety", _("Food safety")
        HERITAGE = "heritage", _("Intangible heritage")
        OTHER = "other", _("Other")

    product = models.ForeignKey(
        Product, on_delete=models.CASCADE, related_name="quality_marks", verbose_name=_("product")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    name = models.CharField(_("name"), max_length=200)
    issuer = models.CharField(_("issuer"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    source = models.TextField(_("source"))

    class Meta:
        verbose_name = _("quality mark")
        verbose_name_plural = _("quality marks")
        ordering = ["product_id", "kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="quality_mark_dates_in_order",
                condition=Q(valid_until__isnull=True) | Q(issued_on__isnull=True) | Q(valid_until__gte=F("issued_on")),
                violation_error_message=_("It ends before it was issued."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"

    def preview_subject(self) -> Record | None:
        """Preview the product's page."""
        return self.product if self.product_id else None
