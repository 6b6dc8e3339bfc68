"""The filters of the list of centres, of the map of outlets and of its feed: one form, so that they always agree."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from centres.models import Centre, Stock
from core.facets import (
    ChoiceFilter,
    FlagFilter,
    LinkedFilter,
    LinkedFlagFilter,
    LongChoiceFilter,
    MomentFilter,
    of_enum,
)
from core.facets.relations import told
from places import visiting
from places.choices import find_villages, province_choices, region_choices
from places.near_filters import NearFilters


def stock() -> QuerySet[Any]:
    """Return what is known of live products at centres."""
    return Stock.objects.filter(product__live=True)


class CentreFilters(NearFilters):
    """Filters of centres."""

    kind = ChoiceFilter(label=_("Kind"), choices=of_enum(Centre.Kind), column="kind")
    region = ChoiceFilter(label=_("Region"), choices=region_choices, column="province_id")
    province = ChoiceFilter(label=_("Province"), choices=province_choices, column="province_id")
    village = LongChoiceFilter(label=_("Village"), find=find_villages, column="village_id")
    role = LinkedFilter(
        label=_("Products made or sold"), choices=of_enum(Stock.Role), rows=stock, owner="centre_id", column="role"
    )
    experience = LinkedFlagFilter(label=_("Try it yourself"), links=visiting.experience_at(centre="pk"))
    story = LinkedFlagFilter(label=_("With a story in my language"), links=told(lambda: Centre))
    on_route = LinkedFlagFilter(label=_("On a route"), links=visiting.on_route(centre="pk"))
    accessible = FlagFilter(label=_("Step-free entrance"), condition=visiting.accessible)
    open_on = MomentFilter(label=_("Open on"))

    def condition_open_on(self, moment: Any) -> Q:
        """Return the condition that the centre is known to be open on a day or at a moment, by its own clock."""
        return Q(pk__in=list(Centre.objects.live().open_at(moment)))
