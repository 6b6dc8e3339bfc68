"""Routes that link villages and centres."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from centres.models import Centre
from core.fields import CountryField, MonthsField
from core.labels import Label, LabelTextField
from core.models import Record
from places import geojson
from places.models import Village
from routes.querysets import RouteQuerySet


class Route(Record):
    """A visitor route: promoted by an authority or an operator, or linked from its villages by the editors."""

    class Status(models.TextChoices):
        """Who stands behind the route."""

        PROMOTED = "promoted", _("Promoted")
        LINKED = "linked", _("Suggested")

    status = models.CharField(_("status"), max_length=10, choices=Status, db_index=True)
    days = models.PositiveSmallIntegerField(
        _("days"), default=1, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    modes = models.CharField(_("means of transport"), max_length=60, blank=True, help_text=_("As in: bicycle, boat"))
    country_code = CountryField(_("country"), default="VN")
    months = MonthsField(_("best months"), help_text=_("Empty: all year, or not known."))
    line = models.JSONField(
        _("line"), null=True, blank=True, help_text=_("GeoJSON LineString; empty: straight between stops.")
    )
    note = LabelTextField(_("note"), blank=True)

    objects = RouteQuerySet.as_manager()
    section: ClassVar[str] = "routes"
    search_fields: ClassVar[list[Any]] = [*Record.search_fields, index.FilterField("status")]

    class Meta:
        verbose_name = _("route")
        verbose_name_plural = _("routes")
        ordering = ["sort_vi", "pk"]
        constraints = [models.CheckConstraint(name="route_days", condition=Q(days__range=(1, 30)))]

    @property
    def country(self) -> str:
        """Return the country the route runs in."""
        return self.country_code

    @property
    def suggested_motif(self) -> str:
        """Return the motif of the first stop, from the column of `with_motif` when it was read."""
        if "craft_family" in self.__dict__:
            return self.__dict__["craft_family"] or "community"
        return next((stop.motif for stop in self.stops.all() if stop.place), "community")

    @property
    def mode_list(self) -> list[str]:
        """Return the modes one by one, as stored."""
        return [
            mode.strip() for mode in self.modes.replace(" and ", ",").replace(" or ", ",").split(",") if mode.strip()
        ]

    @property
    def drawn_line(self) -> list[geojson.Point]:
        """Return the line that an editor drew; empty when there is none, or none that can be drawn."""
        coordinates = self.line.get("coordinates") if isinstance(self.line, dict) else None
        try:
            line = [(geojson.check_latitude(one[1]), geojson.check_longitude(one[0])) for one in coordinates or []]
        except (TypeError, IndexError, KeyError, ValueError):
            return []
        return line if len(line) > 1 else []

    def search_texts(self) -> list[str]:
        """Find a route by the names of its stops."""
        if not self.pk:
            return []
        return [text for stop in self.stops.all() if stop.place for text in Label(stop.place.name).data.values()]


class RouteStop(Orderable):
    """One stop: a village or a centre, documented in the source or suggested by the editors."""

    route = ParentalKey(Route, on_delete=models.CASCADE, related_name="stops")
    village = models.ForeignKey(
        Village, on_delete=models.PROTECT, null=True, blank=True, related_name="route_stops", verbose_name=_("village")
    )
    centre = models.ForeignKey(
        Centre, on_delete=models.PROTECT, null=True, blank=True, related_name="route_stops", verbose_name=_("centre")
    )
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    stay_minutes = models.PositiveSmallIntegerField(_("stay in minutes"), null=True, blank=True)
    documented = models.BooleanField(_("documented in the source"), default=False)
    note = LabelTextField(_("note"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        constraints = [
            models.CheckConstraint(
                name="route_stop_exactly_one_place",
                condition=Q(village__isnull=False, centre__isnull=True)
                | Q(village__isnull=True, centre__isnull=False),
                violation_error_message=_("Choose one village or one centre."),
            )
        ]

    def __str__(self) -> str:
        return str(self.place)

    @property
    def place(self) -> Village | Centre | None:
        """Return the village or the centre."""
        return self.village or self.centre

    @property
    def motif(self) -> str:
        """Return the motif of the place, from the column that the querysets add when it was read."""
        if self.place and "craft_family" in self.__dict__:
            return self.place.illustration or self.__dict__["craft_family"] or "community"
        return self.place.motif if self.place else "community"
