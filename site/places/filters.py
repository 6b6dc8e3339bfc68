"""The filters of the list of villages."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.facets import ChoiceFilter, FlagFilter, LinkedFilter, LinkedFlagFilter, MomentFilter
from core.facets.relations import told
from crafts.choices import craft_choices
from places import visiting
from places.choices import province_choices, region_choices
from places.models import Village
from places.near_filters import NearFilters


class VillageFilters(NearFilters):
    """Filters of the list of villages."""

    region = ChoiceFilter(label=_("Region"), choices=region_choices, column="province_id")
    province = ChoiceFilter(label=_("Province"), choices=province_choices, column="province_id")
    craft = LinkedFilter(
        label=_("Craft"), choices=craft_choices, rows=Village.crafts.through.objects.all, owner="village_id",
        column="craft_id",
    )  # fmt: skip
    model = FlagFilter(label=_("Only model destinations"), condition=visiting.model_destination)
    experience = LinkedFlagFilter(label=_("Try it yourself"), links=visiting.experience_at("pk"))
    story = LinkedFlagFilter(label=_("With a story in my language"), links=told(lambda: Village))
    on_route = LinkedFlagFilter(label=_("On a route"), links=visiting.on_route("pk"))
    accessible = FlagFilter(label=_("Step-free entrance"), condition=visiting.accessible)
    open_on = MomentFilter(label=_("A centre there is open on"))

    def condition_open_on(self, moment: Any) -> Q:
        """Return the condition that a live centre there is known to be open on a day or at a moment."""
        centres: Any = Village._meta.get_field("centres").related_model
        villages = set(centres._default_manager.live().open_at(moment).values())
        return Q(pk__in=villages - {None})
