"""The filter `near` of listings of places and of what comes from places: it narrows nothing, it measures and sorts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import cards, freshness
from core.cards import foreign
from core.facets import Option
from core.filters import FilterForm, Keyed, Plan
from core.querysets import sort_column
from places import near, outlines
from places.choices import read_provinces
from places.geojson import Point
from places.near import Row

ROUGH_KM = 10  # from here on they are whole


class NearField(forms.CharField):
    """A point, `lat,lon`; rounded before anything is done with it."""

    kind: ClassVar[str] = "near"

    def to_python(self, value: Any) -> Point | None:  # type: ignore[override]  # a point, not its text
        """Return the rounded point; None for nothing."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return near.parse(text)
        except ValueError as error:
            message = _("“%(value)s” is not a point and was ignored.")
            raise forms.ValidationError(message, params={"value": text[:60]}) from error

    def text_of(self, point: Point) -> str:
        """Return the point as addresses carry it."""
        return near.written(point)


class NearFilters(FilterForm):
    """Base of the filters of whatever lies somewhere.

    `places`: the relations to the live places whose points count, best first; none when the record has a point itself.
    """

    places: ClassVar[tuple[str, ...]] = ()
    page_only: ClassVar[frozenset[str]] = frozenset({"near"})

    near = NearField(label=gettext_lazy("Near"), required=False)

    known: Mapping[Any, float | None] = MappingProxyType({})  # metres by key, when the list is in their order

    def clean(self) -> dict[str, Any]:
        """Note that an answer near somebody is theirs alone."""
        if self.is_personal:
            freshness.personal()
        return super().clean()

    @property
    def is_personal(self) -> bool:
        """Tell that somebody said where they are, however badly."""
        return bool(self.data.get("near"))

    @property
    def point(self) -> Point | None:
        """Return where the reader wants to be near."""
        found: Point | None = self.values.get("near")
        return found

    @property
    def sort(self) -> str:
        """Return the order that was chosen; the nearest first when there is a point."""
        usual = "nearest" if self.point else super().sort
        return str(self.values.get("sort") or usual)

    def offered_sorts(self) -> dict[str, Any]:
        """Offer the nearest first when there may be a point."""
        offered = super().offered_sorts()
        return {"nearest": gettext_lazy("Nearest first"), **offered} if self.data.get("near") else offered

    def results(self, records: QuerySet[Any], plan: Plan) -> Any:
        """Return the filtered records in order; nearest first when asked."""
        if self.sort != "nearest" or self.point is None:
            return super().results(records, plan)
        self.known = self.distances(self.narrow(records))
        return Keyed(plan(records), list(self.known))

    def distances(self, records: QuerySet[Any]) -> dict[Any, float | None]:
        """Return the metres to each record, nearest first, then by name and key; a query, and one per relation."""
        if self.point is None:
            return {}
        ordered = records.order_by(sort_column(), "pk")
        if self.places:
            return self._by_place(ordered, self.point)
        return near.nearest_first(self.point, self.spots(ordered))

    def spots(self, records: QuerySet[Any]) -> Iterable[Row]:
        """Return key and point of each record, in order."""
        return records.values_list("pk", "latitude", "longitude")

    def _by_place(self, records: QuerySet[Any], point: Point) -> dict[Any, float | None]:
        """Measure the places once; thousands of records share them."""
        rows = list(records.values_list("pk", *(f"{place}_id" for place in self.places)))
        if not rows:
            return {}
        keys, *columns = zip(*rows, strict=True)
        metres = [math.inf] * len(rows)
        for place, column in reversed(list(zip(self.places, columns, strict=True))):
            known = self._places_measured(records.model, place, point)
            metres = [known.get(key, farther) for key, farther in zip(column, metres, strict=True)]
        return near.in_order(keys, metres)

    def _places_measured(self, model: Any, relation: str, point: Point) -> dict[Any, Any]:
        """Return the metres to each live place that a relation can lead to."""
        places: Any = model._meta.get_field(relation).related_model
        located = places._default_manager.live().located().order_by("pk")
        return near.nearest_first(point, located.values_list("pk", "latitude", "longitude"))

    def cards_of(self, shown: list[Any]) -> list[cards.Card]:
        """Return the cards, each with its distance when there is a point."""
        made = super().cards_of(shown)
        if self.point is None or not shown:
            return made
        keys = [record.pk for record in shown]
        metres = self.known or self.distances(type(shown[0])._default_manager.filter(pk__in=keys))
        for record, card in zip(shown, made, strict=True):
            card.distance_text = distance_text(metres.get(record.pk))
        return made

    def places_of(self, name: str) -> list[Any]:
        """Offer the provinces for `near`, so that it works without JavaScript."""
        if name != "near":
            return super().places_of(name)
        chosen = near.written(self.point) if self.point else ""
        return [option for option in map(self._option(chosen), self.reading(read_provinces)) if option]

    def _option(self, chosen: str) -> Any:
        def option(province: Any) -> Option | None:
            point = outlines.point_in(province.country_code, province.official_code)
            if point is None:
                return None
            value, (label, language) = near.written(point), province.name_in()
            group = str(province.region or "")
            return Option(value, label, chosen=value == chosen, group=group, lang=foreign(language))

        return option

    def value_label(self, name: str) -> str:
        """Say the place by its name when it is one of the list."""
        if name != "near":
            return super().value_label(name)
        named = next((option.label for option in self.places_of(name) if option.chosen), "")
        return named or _("the point you chose")


def distance_text(metres: float | None) -> str:
    """Say a distance; nothing when it isn't known. The point asked for is only good to a kilometre."""
    if metres is None:
        return ""
    decimals = 1 if round(metres / 1000, 1) < ROUGH_KM else 0
    number = number_format(round(metres / 1000, decimals), decimals, force_grouping=True)  # it cuts by itself
    return _("%(number)s km") % {"number": number}
