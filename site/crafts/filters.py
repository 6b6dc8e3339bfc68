"""The filters of the list of crafts."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.filters import ChoiceFilter, FilterForm
from crafts.models import CraftFamily

COUNTRIES = [("VN", _("Vietnam")), ("ID", _("Indonesia"))]


class CraftFilters(FilterForm):
    """Filters of the list of crafts."""

    family = ChoiceFilter(label=_("Family"), choices=list(CraftFamily.choices))
    country = ChoiceFilter(label=_("Country"), choices=COUNTRIES)

    def filter_family(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one family."""
        return queryset.filter(family=value)

    def filter_country(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one country."""
        return queryset.filter(country_code=value)
