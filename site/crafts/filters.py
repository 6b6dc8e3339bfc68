"""The filters of the list of crafts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.facets import ChoiceFilter, LinkedFlagFilter, of_enum
from core.facets.choices import of_pairs
from core.facets.relations import told
from core.fields import COUNTRIES
from core.filters import FilterForm
from crafts.models import Craft, CraftFamily


class CraftFilters(FilterForm):
    """Filters of the list of crafts."""

    family = ChoiceFilter(label=_("Family"), choices=of_enum(CraftFamily), column="family")
    country = ChoiceFilter(label=_("Country"), choices=of_pairs(COUNTRIES), column="country_code")
    story = LinkedFlagFilter(label=_("With a story in my language"), links=told(lambda: Craft))
