"""The filters of the list of routes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.filters import ChoiceFilter, FilterForm
from core.querysets import sort_column
from places.choices import province_choices
from routes.models import Route, RouteStop

DAYS = [("1", _("One day")), ("2", _("Two days")), ("3", _("Three days or more"))]


class RouteFilters(FilterForm):
    """Filters of the list of routes."""

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name"), "days": _("Shortest first")}

    status = ChoiceFilter(label=_("Status"), choices=list(Route.Status.choices))
    days = ChoiceFilter(label=_("Length"), choices=DAYS)
    province = ChoiceFilter(label=_("Province"), choices=province_choices)

    def filter_status(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep promoted or suggested routes."""
        return queryset.filter(status=value)

    def filter_days(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep routes of a length."""
        return queryset.filter(days__gte=3) if value == "3" else queryset.filter(days=int(value))

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep routes with a stop in the province."""
        stops = RouteStop.objects.filter(Q(village__province__slug=value) | Q(centre__province__slug=value))
        return queryset.filter(pk__in=stops.values("route_id"))

    def order_days(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by length, then by name."""
        return queryset.order_by("days", sort_column(), "pk")
