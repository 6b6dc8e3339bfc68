"""The filters of the lists of villages and events."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from core.filters import ChoiceFilter, FilterForm
from crafts.choices import craft_choices
from places.choices import province_choices, region_choices


class VillageFilters(FilterForm):
    """Filters of the list of villages."""

    craft = ChoiceFilter(label=_("Craft"), choices=craft_choices)
    region = ChoiceFilter(label=_("Region"), choices=region_choices)
    province = ChoiceFilter(label=_("Province"), choices=province_choices)
    model = ChoiceFilter(label=_("Model destinations"), choices=[("yes", _("Only model destinations"))])

    def filter_craft(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one craft."""
        return queryset.filter(crafts__slug=value)

    def filter_region(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one region."""
        return queryset.filter(province__region__slug=value)

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one province."""
        return queryset.filter(province__slug=value)

    def filter_model(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep model destinations."""
        return queryset.model_destinations()  # type: ignore[attr-defined]  # VillageQuerySet


class EventFilters(FilterForm):
    """Filters of the list of events."""

    month = ChoiceFilter(label=_("Month"), choices=[(str(number), name) for number, name in MONTHS.items()])
    province = ChoiceFilter(label=_("Province"), choices=province_choices)

    def filter_month(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep events with a date in this month of any year."""
        return queryset.filter(dates__starts_on__month=int(value)).distinct()

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one province."""
        return queryset.filter(province__slug=value)
