"""The filters of the lists of products and producers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.filters import ChoiceFilter, FilterForm
from core.querysets import sort_column
from crafts.choices import craft_choices
from places.choices import province_choices
from products.models import ProductGroup

STARS = (5, 4, 3, 2, 1)


def programme_choices(groups: list[ProductGroup]) -> list[tuple[str, str]]:
    """Return the programmes of some groups."""
    return list(dict.fromkeys((group.programme.key, group.programme.short_name) for group in groups))


def group_choices(groups: list[ProductGroup]) -> list[tuple[Any, Any]]:
    """Return product groups under their programme."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for group in groups:
        grouped.setdefault(group.programme.short_name, []).append((group.key, str(group.name)))
    return list(grouped.items())


def star_choices() -> list[tuple[str, str]]:
    """Return the numbers of stars one can ask for."""
    return [(str(stars), ngettext("%(n)s star", "%(n)s stars", stars) % {"n": stars}) for stars in STARS]


class ProductFilters(FilterForm):
    """Filters of the list of products."""

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name"), "stars": _("Stars"), "newest": _("Newest recognition")}

    programme = ChoiceFilter(label=_("Programme"), choices=[])
    group = ChoiceFilter(label=_("Group"), choices=[])
    stars = ChoiceFilter(label=_("Stars valid today"), choices=star_choices)
    province = ChoiceFilter(label=_("Province"), choices=province_choices)
    craft = ChoiceFilter(label=_("Craft"), choices=craft_choices)

    def offer(self) -> None:
        """Read programmes and groups in one query, the rest as usual."""
        super().offer()
        groups = list(ProductGroup.objects.select_related("programme"))
        self.fields["programme"].offer(programme_choices(groups))  # type: ignore[attr-defined]  # ChoiceFilter
        self.fields["group"].offer(group_choices(groups))  # type: ignore[attr-defined]  # ChoiceFilter

    def filter_programme(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one programme."""
        return queryset.filter(programme__key=value)

    def filter_group(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one group."""
        return queryset.filter(group__key=value)

    def filter_stars(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep products whose stars hold today."""
        return queryset.starred([int(value)])  # type: ignore[attr-defined]  # ProductQuerySet

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one province."""
        return queryset.filter(province__slug=value)

    def filter_craft(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one craft."""
        return queryset.filter(craft__slug=value)

    def order_stars(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by stars that hold today, most first, then by name."""
        return queryset.by_stars().order_by("-stars_today", sort_column(), "pk")  # type: ignore[attr-defined]  # ProductQuerySet

    def order_newest(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by the year of the recognition that holds today, newest first."""
        return queryset.by_newest().order_by("-year_today", sort_column(), "pk")  # type: ignore[attr-defined]  # ProductQuerySet


class ProducerFilters(FilterForm):
    """Filters of the list of producers."""

    province = ChoiceFilter(label=_("Province"), choices=province_choices)

    def filter_province(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep one province."""
        return queryset.filter(province__slug=value)
