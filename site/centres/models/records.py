"""Centres: every outlet of the programme, from the experience centre to the stand at a fair."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from centres.hours import Schedule
from centres.querysets import CentreQuerySet
from centres.schedules import schedule_of, shut_by, zone_of
from core.fields import AddressField, CountryField, ZoneField
from core.labels import Label, LabelTextField
from core.models import Place, Record
from places.closures import closures_of
from places.models import ModelDestination, Province, StepFreeAccess, Village


class Centre(ModelDestination, StepFreeAccess, Place):
    """An outlet: where products are shown, sold, made or explained."""

    class Kind(models.TextChoices):
        """What the outlet is. Source: DOMAIN.md section 7; a fair stand has dates."""

        EXPERIENCE_CENTRE = "experience_centre", _("Experience centre")
        SALES_POINT = "sales_point", _("Introduction and sales point")
        SHOWROOM = "showroom", _("Showroom")
        WORKSHOP = "workshop", _("Workshop")
        MUSEUM = "museum", _("Museum")
        MARKET = "market", _("Market")
        FAIR_STAND = "fair_stand", _("Fair stand")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, db_index=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    country_code = CountryField(_("country"), default="VN")
    province = models.ForeignKey(
        Province, on_delete=models.PROTECT, null=True, blank=True, related_name="centres", verbose_name=_("province")
    )
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="centres", verbose_name=_("village")
    )
    timezone = ZoneField(
        _("time zone"), max_length=40, blank=True, help_text=_("Empty: the province's, as in Asia/Ho_Chi_Minh.")
    )
    hours_as_published = models.CharField(_("hours as published"), max_length=250, blank=True)
    hours_source = models.CharField(_("source of the hours"), max_length=250, blank=True)
    hours_confirmed_on = models.DateField(_("hours confirmed on"), null=True, blank=True)
    fair_starts_on = models.DateField(_("fair: first day"), null=True, blank=True)
    fair_ends_on = models.DateField(_("fair: last day"), null=True, blank=True)
    website = AddressField(_("website"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Not shown; questions of visitors go there."))
    note = LabelTextField(_("note"), blank=True)

    objects = CentreQuerySet.as_manager()
    section: ClassVar[str] = "centres"
    search_fields: ClassVar[list[Any]] = [
        *Record.search_fields,
        index.FilterField("kind"),
        index.FilterField("province_id"),
    ]

    class Meta(Place.Meta):
        verbose_name = _("centre")
        verbose_name_plural = _("centres")
        ordering = ["sort_vi", "pk"]
        constraints = [  # type: ignore[misc]  # mypy takes a Meta for an instance here
            *Place.Meta.constraints,
            models.CheckConstraint(
                name="fair_stand_has_dates",
                condition=~Q(kind="fair_stand")
                | Q(
                    fair_starts_on__isnull=False,
                    fair_ends_on__isnull=False,
                    fair_ends_on__gte=F("fair_starts_on"),
                ),
                violation_error_message=_("A fair stand needs its first and last day, in order."),
            ),
        ]

    @property
    def country(self) -> str:
        """Return the country the centre stands in."""
        return self.country_code

    @property
    def zone(self) -> str:
        """Return the centre's own time zone (IANA name)."""
        return zone_of(self.timezone, self.province.timezone if self.province_id and self.province else None)

    @property
    def suggested_motif(self) -> str:
        """Return the motif of the centre's village, from the column of `for_cards` when it was read."""
        if "craft_family" in self.__dict__:
            return self.__dict__["craft_family"] or "community"
        return self.village.motif if self.village else "community"

    @property
    def hours_were_read(self) -> bool:
        """Tell whether the hours were fetched with the centre, so that its card can tell the state of the door."""
        return "opening_periods" in getattr(self, "_prefetched_objects_cache", {})

    @cached_property
    def schedule(self) -> Schedule:
        """Return the opening hours for the pure module, closures and dates of a fair included; see `with_hours`."""
        shut = shut_by(closures_of(self), (self.fair_starts_on, self.fair_ends_on))
        return schedule_of(self.opening_periods.all(), self.special_days.all(), self.zone, self.country, shut)

    def search_texts(self) -> list[str]:
        """Find a centre by address, kind, village and province with former names."""
        texts = [self.address, str(self.get_kind_display())]
        if self.village:
            texts += [*Label(self.village.name).data.values(), self.village.former_unit]
        if self.province:
            texts += [*Label(self.province.name).data.values(), *self.province.search_texts()]
        return texts
