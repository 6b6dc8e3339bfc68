"""The filters of the list of centres, of the map of outlets and of its feed: one form, so that they always agree."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from centres.door import in_use
from centres.hours import open_during_day, open_on
from centres.models import Centre, Stock
from core.fields import YesNoUnknown
from core.filters import ChoiceFilter, FilterForm
from places.choices import province_choices, region_choices

YES = [("yes", _("Yes"))]


class MomentField(forms.CharField):
    """A date, or a date and a time: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`."""

    widget = forms.DateInput(attrs={"type": "date"})

    def to_python(self, value: Any) -> Any:
        """Return a date or a naive datetime; None for nothing."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            moment = parse_date(text) if len(text) == 10 else parse_datetime(text)
        except ValueError:
            moment = None
        if moment is None or not 1900 < moment.year < 2200:
            raise forms.ValidationError(_("“%(value)s” is not a date and was ignored."), params={"value": text})
        return moment


class CentreFilters(FilterForm):
    """Filters of centres."""

    kind = ChoiceFilter(label=_("Kind"), choices=list(Centre.Kind.choices))
    region = ChoiceFilter(label=_("Region"), choices=region_choices)
    province = ChoiceFilter(label=_("Province"), choices=province_choices)
    role = ChoiceFilter(label=_("Products made or sold"), choices=list(Stock.Role.choices))
    accessible = ChoiceFilter(label=_("Step-free entrance"), choices=YES)
    open_on = MomentField(label=_("Open on"), required=False)

    def filter_kind(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one kind."""
        return queryset.filter(kind=value)

    def filter_region(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one region."""
        return queryset.filter(province__region__slug=value)

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one province."""
        return queryset.filter(province__slug=value)

    def filter_role(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep centres where some product is made, or sold."""
        return queryset.filter(pk__in=Stock.objects.filter(role=value).values("centre_id"))

    def filter_accessible(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep centres known to have a step-free entrance."""
        return queryset.filter(step_free_entrance=YesNoUnknown.YES)

    def filter_open_on(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Keep centres known to be open on a day or at a moment, in their own zone."""
        with_hours = Centre.objects.for_map().filter(opening_periods__isnull=False).distinct()
        special = Centre.objects.for_map().filter(special_days__isnull=False).distinct()
        candidates = {centre.pk: centre for centre in [*with_hours, *special]}
        return queryset.filter(pk__in=[pk for pk, centre in candidates.items() if _is_open(centre, value)])


def _is_open(centre: Centre, moment: Any) -> bool:
    if isinstance(moment, datetime):
        zone = ZoneInfo(centre.zone)
        at = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        return in_use(centre, at.astimezone(zone).date()) and bool(open_on(centre.schedule, at))
    return in_use(centre, moment) and bool(open_during_day(centre.schedule, moment))


def filtered_centres(data: QueryDict) -> tuple[QuerySet[Any], dict[str, Any]]:
    """Return the live centres under the filters of a query, ordered by name, and the errors by field."""
    form = CentreFilters(data, shown=False)
    return form.apply(Centre.objects.live()), dict(form.errors)
