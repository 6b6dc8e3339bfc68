"""The filter form of a listing: plain GET, bad values are ignored and said so, the rest filters the queryset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core import cards, folding, freshness
from core.facets import Chip, Choice, ChoiceFilter, Facet, OneChoice, Reading, Sort
from core.facets.choices import of_pairs
from core.facets.counting import Counts, count
from core.querysets import sort_column
from core.search import filter_queryset, in_order, ranked

MANY_VALUES = 50  # of one name; a longer address is nobody's choice
FEW = 500  # so many records are quicker asked for by their keys than by the conditions again

Plan = Callable[[Any], Any]


class Keyed(Sequence[Any]):
    """Records in the order of their keys, for a paginator: joins and wide rows cost only what is shown.

    `keys` is a list, or a queryset that is read slice by slice.
    """

    def __init__(self, records: QuerySet[Any], keys: Any) -> None:
        self._records, self._keys = records, keys

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        return in_order(self._records, list(self._keys[part]))


class FilterForm(forms.Form):
    """Base of every listing's filters: facets are fields of `core.facets`.

    Any other field `name` has a method `condition_name(value)`. An order `name` is made by `order_name(queryset)`.
    """

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name")}
    default_sort: ClassVar[str] = "name"
    page_only: ClassVar[frozenset[str]] = frozenset()  # what the read API doesn't offer
    by_keys: ClassVar[bool] = False  # thousands of wide records: their keys are put in order first, a query more

    q = forms.CharField(label=_("Words"), required=False, max_length=folding.MAX_QUERY)

    def __init__(self, data: QueryDict, shown: bool = True) -> None:
        """`shown=False` (feeds, API) reads the choices of the given filters only."""
        known = self._known(data)
        super().__init__(known, auto_id="filter-%s")
        self.shown = shown
        self.reading = Reading()
        self.counts: Counts | None = None
        self.fields["sort"] = OneChoice(label=_("Order"), choices=of_pairs(self.offered_sorts().items()))
        for name, field in self.choice_fields.items():
            if shown or name in known:
                field.read(self.reading, known.getlist(name))
        freshness.reads(*self.names())
        if not self.is_valid():
            freshness.malformed()

    @classmethod
    def names(cls) -> frozenset[str]:
        """Return every name that the form reads from an address."""
        return frozenset({*cls.base_fields, "sort"})

    def _known(self, data: QueryDict) -> QueryDict:
        """Keep known names; clean every value of control characters and strange forms of letters."""
        kept = QueryDict(mutable=True)
        for name in data:
            if name in self.names():
                kept.setlist(name, [folding.clean(value) for value in data.getlist(name)][:MANY_VALUES])
        return kept

    @property
    def choice_fields(self) -> dict[str, ChoiceFilter]:
        """Return the fields that offer choices, by name."""
        return {name: field for name, field in self.fields.items() if isinstance(field, ChoiceFilter)}

    @property
    def counted_fields(self) -> dict[str, ChoiceFilter]:
        """Return the facets whose options are counted, by name."""
        return {name: field for name, field in self.choice_fields.items() if name != "sort"}

    def clean(self) -> dict[str, Any]:
        """Say which values were ignored, and keep the others."""
        for name, field in self.choice_fields.items():
            kept = self.cleaned_data[name]
            for value in field.refused:
                message = field.error_messages["invalid_choice"]
                self.add_error(name, forms.ValidationError(message, code="invalid_choice", params={"value": value}))
            self.cleaned_data[name] = kept
        return self.cleaned_data

    @cached_property
    def values(self) -> dict[str, Any]:
        """Return the valid, non-empty values by name: lists for facets, in the order of the fields."""
        filled = ((name, self.cleaned_data.get(name)) for name in self.fields)
        return {name: value for name, value in filled if value not in (None, "", [])}

    @property
    def is_filtered(self) -> bool:
        """Tell whether anything narrows the list."""
        return any(name != "sort" for name in self.values)

    @property
    def is_personal(self) -> bool:
        """Tell whether the answer is for one reader only, and to be kept by nobody."""
        return False

    # --- the records -------------------------------------------------------------------------------------------------

    def apply(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the filtered and ordered queryset, for feeds and the API; `results` has best match and nearest."""
        return self.order(self.narrow(queryset))

    def narrow(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the filtered queryset."""
        return self.narrow_uncounted(queryset.filter(*self.chosen.values()))

    @cached_property
    def chosen(self) -> dict[str, Q]:
        """Return the condition of each facet that has a value."""
        fields = self.counted_fields
        return {name: fields[name].condition(value) for name, value in self.chosen_values.items()}

    @property
    def chosen_values(self) -> dict[str, list[str]]:
        """Return the values of each facet that has some."""
        fields = self.counted_fields
        return {name: value for name, value in self.values.items() if name in fields}

    def left(self, records: QuerySet[Any]) -> QuerySet[Any]:
        """Return the filtered queryset; by the keys that counting has found when they are few."""
        if self.counts is None or not self.is_filtered or self.counts.total > FEW:
            return self.narrow(records)
        return records.filter(pk__in=[int(key) for key in self.counts.keys])

    @cached_property
    def uncounted(self) -> list[Q]:
        """Return the conditions of the other filters, save the words."""
        methods = ((getattr(self, f"condition_{name}", None), value) for name, value in self.values.items())
        return [method(value) for method, value in methods if method is not None]

    def narrow_uncounted(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what the words and the other filters without counts leave."""
        return self.filter_q(queryset.filter(*self.uncounted), self.values.get("q", ""))

    def filter_q(self, queryset: QuerySet[Any], words: str) -> QuerySet[Any]:
        """Keep records that the words find, with and without accents; all when there are none."""
        return filter_queryset(queryset, words) if words else queryset

    def order(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by the chosen sort; always ends in the primary key."""
        method = getattr(self, f"order_{self.sort}", self.order_name)
        return method(queryset)

    def order_name(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by name in the reader's language."""
        return queryset.order_by(sort_column(), "pk")

    @property
    def sort(self) -> str:
        """Return the order that was chosen, else the usual one: the best match first when there are words."""
        usual = "relevance" if "q" in self.values else self.default_sort
        return str(self.values.get("sort") or usual)

    def offered_sorts(self) -> dict[str, Any]:
        """Return the orders on offer; the best match first needs words."""
        return {"relevance": _("Best match"), **self.sorts} if self.data.get("q") else dict(self.sorts)

    def results(self, records: QuerySet[Any], plan: Plan) -> Any:
        """Return what a paginator needs of the filtered records, in order; `plan` is the queryset's reading plan."""
        if self.sort == "relevance" and "q" in self.values:
            return ranked(plan(records.filter(*self.chosen.values(), *self.uncounted)), self.values["q"])
        if not self.by_keys:
            return self.order(plan(self.left(records)))
        return Keyed(plan(records), self.order(self.left(records)).values_list("pk", flat=True))

    def cards_of(self, shown: list[Any]) -> list[cards.Card]:
        """Return the cards of the records of one page."""
        return [cards.card_of(record) for record in shown]

    # --- what the page shows -----------------------------------------------------------------------------------------

    def count(self, records: QuerySet[Any]) -> int:
        """Count the records by facet, in one query; return how many all filters leave."""
        narrowed = self.narrow_uncounted(records)
        self.counts = count(narrowed, self.counted_fields, self.chosen_values, self.columns_besides())
        return self.counts.total

    def columns_besides(self) -> tuple[str, ...]:
        """Return the columns that the order of the list needs of every record; counting reads them along."""
        return ()

    @cached_property
    def facets(self) -> list[Facet]:
        """Return what the page shows of each filter; without counts until `count` has been called."""
        return [self._facet(name, field) for name, field in self.fields.items() if name != "sort"]

    def _facet(self, name: str, field: Any) -> Facet:
        errors = [str(message) for message in self.errors.get(name, [])]
        kind, label = getattr(field, "kind", "words"), str(field.label)
        if isinstance(field, ChoiceFilter):
            counts: Mapping[str, Counter[str]] = self.counts.by_facet if self.counts else {}
            options, more = field.options(counts.get(name, Counter()), self.values.get(name, []))
            return Facet(name, label, kind, options, more=more, errors=errors)
        value = self._raw(name) if name in self.values else ""
        return Facet(name, label, kind, self.places_of(name), value=value, errors=errors)

    def places_of(self, name: str) -> list[Any]:
        """Return what can be chosen instead of typed; nothing here."""
        return []

    def _raw(self, name: str) -> str:
        """Return a valid single value as addresses carry it."""
        written = getattr(self.fields[name], "text_of", str)
        return str(written(self.values[name]))

    def pairs(self) -> list[tuple[str, str]]:
        """Return the valid values as pairs of the address, in a fixed order."""
        return sorted((name, value) for name in self.values for value in self._values_of(name))

    def querystring(self, without: str = "", value: str | None = None) -> str:
        """Return the valid values as a query string, optionally without one filter, or without one value of it."""
        return urlencode(
            [pair for pair in self.pairs() if pair[0] != without or (value is not None and pair[1] != value)]
        )

    def chips(self) -> list[Chip]:
        """Return one removable chip per chosen value, in the order of the fields."""
        return [self._chip(name, value) for name in self.values if name != "sort" for value in self._values_of(name)]

    def _values_of(self, name: str) -> list[str]:
        return list(self.values[name]) if name in self.counted_fields else [self._raw(name)]

    def _chip(self, name: str, value: str) -> Chip:
        """Return the chip of a value; a flag's label says it all."""
        field = self.fields[name]
        choice = field.choice(value) if isinstance(field, ChoiceFilter) else Choice(value, self.value_label(name))
        is_flag = getattr(field, "kind", "") == "flag"
        label = choice.label if is_flag else f"{field.label}: {choice.label}"
        return Chip(label, f"?{self.querystring(without=name, value=value)}", name, value, choice.lang)

    def value_label(self, name: str) -> str:
        """Say a value that is none of a list of choices."""
        words_of = getattr(self.fields[name], "words_of", None)
        return str(words_of(self.values[name])) if words_of else self._raw(name)

    def sort_links(self) -> list[Sort]:
        """Return the orders on offer with the address of each; nothing when there is no choice."""
        offered = self.offered_sorts()
        if len(offered) < 2:
            return []
        rest = [pair for pair in self.pairs() if pair[0] != "sort"]
        return [
            Sort(str(label), f"?{urlencode([*rest, ('sort', value)])}", value == self.sort, value)
            for value, label in offered.items()
        ]
