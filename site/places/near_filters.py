"""The filter `near` of listings of places and of what comes from places: it narrows nothing, it measures and sorts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
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
from core.facets.counting import Answer, Listed
from core.filters import FilterForm, Keyed, Plan
from core.querysets import sort_column
from places import near, outlines
from places.choices import read_provinces
from places.geojson import Point
from places.near import Nearest, Row

ROUGH_KM = 10  # from here on they are whole
MOST_KEYS = 900  # SQLite takes a thousand parameters, wherever it runs


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
        if not self.places:
            self.known = self.distances(self.left(records))
            return Keyed(plan(records), list(self.known))
        nearest = Nearest(*self._by_place(self.left(records), self.point), partial(_by_name, records))
        self.known = nearest.known
        return Keyed(plan(records), nearest)

    def distances(self, records: QuerySet[Any]) -> dict[Any, float | None]:
        """Return the metres to each record, nearest first; a query, and one per relation.

        Records with a point of their own that are equally far are in order of their names.
        """
        if self.point is None:
            return {}
        if self.places:
            return near.in_order(*self._by_place(records, self.point))
        return near.nearest_first(self.point, self.spots(records.order_by(sort_column(), "pk")))

    def spots(self, records: QuerySet[Any]) -> Iterable[Row]:
        """Return key and point of each record, in order."""
        return records.values_list("pk", "latitude", "longitude")

    def columns_besides(self) -> tuple[str, ...]:
        """Read the places of every record when the nearest come first."""
        return self._links if self.point and self.sort == "nearest" else ()

    @property
    def _links(self) -> tuple[str, ...]:
        return tuple(f"{place}_id" for place in self.places)

    def _by_place(self, records: QuerySet[Any], point: Point) -> tuple[list[int], Sequence[float]]:
        """Return the keys and the metres to each; the places are measured once, thousands of records share them."""
        keys, *links = self._counted() or self._listed(records)
        metres: Sequence[float] = [math.inf] * len(keys)
        for place, link in reversed(list(zip(self.places, links, strict=True))):
            metres = [*map(self._places_measured(records.model, place, point).get, link, metres)]
        return [int(key) for key in keys], metres

    def _counted(self) -> list[list[str]]:
        """Return keys and places of the records left as counting has read them; nothing when it hasn't."""
        if self.counts is None or not self.counts.columns:
            return []
        return [list(self.counts.left.of(self.counts.left.all_keys)), *map(self.counts.column, self._links)]

    def _listed(self, records: QuerySet[Any]) -> list[list[str]]:
        """Return keys and places of the records."""
        columns = {f"column_{number}": Listed(link) for number, link in enumerate(("pk", *self._links))}
        row = records.order_by().aggregate(**columns)
        return [Answer(listed).values for listed in row.values()]

    def _places_measured(self, model: Any, relation: str, point: Point) -> dict[str, Any]:
        """Return the metres to each live place that a relation can lead to, by its key as text."""
        places: Any = model._meta.get_field(relation).related_model
        located = places._default_manager.live().located().order_by("pk")
        rows = list(located.values_list("pk", "latitude", "longitude"))
        if not rows:
            return {}
        keys, latitudes, longitudes = zip(*rows, strict=True)
        return dict(zip(map(str, keys), near.distances_m(point, latitudes, longitudes).tolist(), strict=True))

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


def _by_name(records: QuerySet[Any], keys: list[Any]) -> Sequence[Any]:
    """Return the keys in the order of their names."""
    named = records.order_by(sort_column(), "pk").values_list("pk", flat=True)
    if len(keys) <= MOST_KEYS:
        return list(named.filter(pk__in=keys))
    wanted = set(keys)
    return [key for key in named if key in wanted]


def distance_text(metres: float | None) -> str:
    """Say a distance; nothing when it isn't known. The point asked for is only good to a kilometre."""
    if metres is None:
        return ""
    decimals = 1 if round(metres / 1000, 1) < ROUGH_KM else 0
    number = number_format(round(metres / 1000, decimals), decimals, force_grouping=True)  # it cuts by itself
    return _("%(number)s km") % {"number": number}
