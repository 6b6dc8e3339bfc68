"""The filters of the list of routes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Case, F, QuerySet, When
from django.utils.translation import gettext_lazy as _

from core.facets import Choice, ChoiceFilter, LinkedFilter, LinkedFlagFilter, Reading, of_enum
from core.facets.relations import told
from core.querysets import sort_column
from places.choices import province_choices, region_key_choices
from places.near import Row
from places.near_filters import NearFilters
from routes.models import Route, RouteStop

LONGEST = 30  # days, as the constraint of Route says


def day_choices(_reading: Reading) -> list[Choice]:
    """Return lengths: one day, two, more."""
    more = tuple(range(3, LONGEST + 1))
    return [
        Choice("1", str(_("One day")), (1,)),
        Choice("2", str(_("Two days")), (2,)),
        Choice("3", str(_("Three days or more")), more),
    ]


def stops() -> QuerySet[Any]:
    """Return the stops at live places, with the province of each."""
    province = Case(
        When(village__live=True, then=F("village__province_id")),
        When(centre__live=True, then=F("centre__province_id")),
    )
    region = Case(
        When(village__live=True, then=F("village__province__region_id")),
        When(centre__live=True, then=F("centre__province__region_id")),
    )
    return RouteStop.objects.annotate(stop_province=province, stop_region=region)


def _of_stop(coordinate: str) -> Case:
    places = ("stops__village", "stops__centre")
    return Case(*(When(**{f"{place}__live": True}, then=F(f"{place}__{coordinate}")) for place in places))


class RouteFilters(NearFilters):
    """Filters of the list of routes; region and province are those of some stop."""

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name"), "days": _("Shortest first")}

    status = ChoiceFilter(label=_("Status"), choices=of_enum(Route.Status), column="status")
    days = ChoiceFilter(label=_("Length"), choices=day_choices, column="days")
    region = LinkedFilter(
        label=_("Region"), choices=region_key_choices, rows=stops, owner="route_id", column="stop_region"
    )
    province = LinkedFilter(
        label=_("Province"), choices=province_choices, rows=stops, owner="route_id", column="stop_province"
    )
    story = LinkedFlagFilter(label=_("With a story in my language"), links=told(lambda: Route))

    def spots(self, records: QuerySet[Any]) -> Iterable[Row]:
        """Return the route's key with the point of each of its live stops, in order."""
        return records.values_list("pk", _of_stop("latitude"), _of_stop("longitude"))

    def order_days(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by length, then by name."""
        return queryset.order_by("days", sort_column(), "pk")
