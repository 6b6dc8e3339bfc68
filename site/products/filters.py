"""The filters of the lists of products and producers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core import clock
from core.facets import Choice, ChoiceFilter, LinkedFilter, LinkedFlagFilter, LongChoiceFilter, Reading, of_enum
from core.facets.relations import told
from core.querysets import sort_column
from crafts.choices import craft_choices
from places import visiting
from places.choices import find_villages, province_choices, region_choices
from places.near_filters import NearFilters
from products.models import Product, ProductGroup, QualityMark

STARS = (5, 4, 3, 2, 1)


def read_groups() -> list[ProductGroup]:
    """Return product groups with their programmes, in order; one query."""
    return list(ProductGroup.objects.select_related("programme"))


def programme_choices(reading: Reading) -> list[Choice]:
    """Return the programmes that have groups."""
    programmes = dict.fromkeys(group.programme for group in reading(read_groups))
    return [Choice(programme.key, programme.short_name, (programme.pk,)) for programme in programmes]


def group_choices(reading: Reading) -> list[Choice]:
    """Return product groups under their programme; groups of two programmes with one key are one choice."""
    by_key: dict[str, list[ProductGroup]] = {}
    for group in reading(read_groups):
        by_key.setdefault(group.key, []).append(group)
    return [
        Choice(key, str(same[0].name), tuple(group.pk for group in same), group=same[0].programme.short_name)
        for key, same in by_key.items()
    ]


def group_key_choices(reading: Reading) -> list[Choice]:
    """Return product groups by their key alone, for producers: they may make products of several."""
    return [replace(choice, keys=(choice.value,)) for choice in group_choices(reading)]


def star_choices(_reading: Reading) -> list[Choice]:
    """Return the numbers of stars one can ask for."""
    words = ((stars, ngettext("%(n)s star", "%(n)s stars", stars) % {"n": stars}) for stars in STARS)
    return [Choice(str(stars), text, (stars,)) for stars, text in words]


class StarsFilter(ChoiceFilter):
    """Stars that hold today."""

    def __init__(self, *, label: Any) -> None:
        super().__init__(label=label, choices=star_choices, column=self._today)

    def _today(self) -> Case:
        valid = When(current_until__gte=clock.today(), then=F("current_stars"))
        return Case(valid, default=None, output_field=IntegerField(null=True))

    def condition(self, values: list[str]) -> Q:
        """Return the condition that these stars hold today."""
        return Q(current_until__gte=clock.today(), current_stars__in=self.keys(values))


def marks() -> QuerySet[Any]:
    """Return the quality marks that have not ended."""
    return QualityMark.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=clock.today()))


def stock() -> QuerySet[Any]:
    """Return what live centres make and sell (through `stock`, filled by centres)."""
    rows: Any = Product._meta.get_field("stock").related_model
    return rows._default_manager.filter(centre__live=True)


def stock_roles(reading: Reading) -> list[Choice]:
    """Return the roles of a product at a centre."""
    return of_enum(stock().model.Role)(reading)


class ProductFilters(NearFilters):
    """Filters of the list of products."""

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name"), "stars": _("Stars"), "newest": _("Newest recognition")}
    places: ClassVar[tuple[str, ...]] = ("village", "centre")
    by_keys: ClassVar[bool] = True

    programme = ChoiceFilter(label=_("Programme"), choices=programme_choices, column="programme_id")
    group = ChoiceFilter(label=_("Group"), choices=group_choices, column="group_id")
    stars = StarsFilter(label=_("Stars valid today"))
    region = ChoiceFilter(label=_("Region"), choices=region_choices, column="province_id")
    province = ChoiceFilter(label=_("Province"), choices=province_choices, column="province_id")
    village = LongChoiceFilter(label=_("Village"), find=find_villages, column="village_id")
    craft = ChoiceFilter(label=_("Craft"), choices=craft_choices, column="craft_id")
    mark = LinkedFilter(
        label=_("Quality mark"), choices=of_enum(QualityMark.Kind), rows=marks, owner="product_id", column="kind"
    )
    role = LinkedFilter(
        label=_("Made or sold at a centre"), choices=stock_roles, rows=stock, owner="product_id", column="role"
    )
    experience = LinkedFlagFilter(label=_("Try it yourself"), links=visiting.experience_at("village_id", "centre_id"))
    story = LinkedFlagFilter(label=_("With a story in my language"), links=told(lambda: Product))
    on_route = LinkedFlagFilter(label=_("On a route"), links=visiting.on_route("village_id", "centre_id"))

    def order_stars(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by stars that hold today, most first, then by name."""
        return queryset.by_stars().order_by("-stars_today", sort_column(), "pk")  # type: ignore[attr-defined]  # ProductQuerySet

    def order_newest(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by the year of the recognition that holds today, newest first."""
        return queryset.by_newest().order_by("-year_today", sort_column(), "pk")  # type: ignore[attr-defined]  # ProductQuerySet


def made() -> QuerySet[Any]:
    """Return the live products that have a producer."""
    return Product.objects.live().filter(producer__isnull=False)


class ProducerFilters(NearFilters):
    """Filters of the list of producers; group and craft are those of their live products."""

    places: ClassVar[tuple[str, ...]] = ("village",)
    by_keys: ClassVar[bool] = True

    group = LinkedFilter(
        label=_("Group"), choices=group_key_choices, rows=made, owner="producer_id", column="group__key"
    )
    craft = LinkedFilter(label=_("Craft"), choices=craft_choices, rows=made, owner="producer_id", column="craft_id")
    region = ChoiceFilter(label=_("Region"), choices=region_choices, column="province_id")
    province = ChoiceFilter(label=_("Province"), choices=province_choices, column="province_id")
    village = LongChoiceFilter(label=_("Village"), find=find_villages, column="village_id")
