"""The filter form of a listing: plain GET, bad values are ignored and said so, the rest filters the queryset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core import folding
from core.querysets import sort_column
from core.search import filter_queryset

Choices = list[tuple[Any, Any]]


@dataclass(frozen=True)
class Chip:
    """One chosen filter, and the address of the list without it."""

    label: str
    remove_url: str


class ChoiceFilter(forms.ChoiceField):
    """A select whose empty choice means “any”; choices may be a callable that reads the database once."""

    def __init__(self, *, label: Any, choices: Choices | Callable[[], Choices], any_label: Any = _("Any")) -> None:
        self.any_label = any_label
        self.source = choices
        super().__init__(label=label, required=False, choices=[] if callable(choices) else [("", any_label), *choices])
        self.error_messages["invalid_choice"] = _("“%(value)s” is not one of the choices and was ignored.")

    def offer(self, choices: Choices) -> None:
        """Replace the choices by ones already read."""
        self.choices = [("", self.any_label), *choices]


class FilterForm(forms.Form):
    """Base of every listing's filters. A field `name` is applied by the method `filter_name(queryset, value)`."""

    sorts: ClassVar[dict[str, Any]] = {"name": _("Name")}
    default_sort: ClassVar[str] = "name"

    q = forms.CharField(label=_("Words"), required=False, max_length=folding.MAX_QUERY)

    def __init__(self, data: QueryDict, shown: bool = True) -> None:
        """`shown=False` (feeds, API) reads the choices of the given filters only."""
        super().__init__(self._known(data), auto_id="filter-%s")
        self.shown = shown
        if len(self.sorts) > 1:
            self.fields["sort"] = ChoiceFilter(
                label=_("Order"), choices=list(self.sorts.items()), any_label=_("As usual")
            )
        self.offer()
        self.is_valid()

    def offer(self) -> None:
        """Read each list of choices once; subclasses fill the ones that share a query."""
        for name, field in self.fields.items():
            if isinstance(field, ChoiceFilter) and callable(field.source) and (self.shown or name in self.data):
                field.offer(field.source())

    def _known(self, data: QueryDict) -> QueryDict:
        """Keep known names; clean every value of control characters and strange forms of letters."""
        kept = QueryDict(mutable=True)
        for name in data:
            if name in self.base_fields or name == "sort":
                kept.setlist(name, [folding.clean(value) for value in data.getlist(name)][:20])
        return kept

    @cached_property
    def values(self) -> dict[str, Any]:
        """Return the valid, non-empty values by name."""
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}

    @property
    def is_filtered(self) -> bool:
        """Tell whether anything narrows the list."""
        return any(name != "sort" for name in self.values)

    def apply(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the filtered and ordered queryset."""
        for name, value in self.values.items():
            method = getattr(self, f"filter_{name}", None)
            if method is not None:
                queryset = method(queryset, value)
        return self.order(queryset)

    def filter_q(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Keep records that the words find, with and without accents."""
        return filter_queryset(queryset, value)

    def order(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by the chosen sort; always ends in the primary key."""
        sort = self.values.get("sort", self.default_sort)
        method = getattr(self, f"order_{sort}", self.order_name)
        return method(queryset)

    def order_name(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order by name in the reader's language."""
        return queryset.order_by(sort_column(), "pk")

    # --- what the page shows -----------------------------------------------------------------------------------------

    def querystring(self, without: str = "") -> str:
        """Return the valid values as a query string in a fixed order, optionally without one of them."""
        return urlencode(sorted((name, self._raw(name)) for name in self.values if name != without))

    def _raw(self, name: str) -> str:
        return str(self.data.get(name, ""))

    def chips(self) -> list[Chip]:
        """Return one removable chip per chosen value."""
        return [
            Chip(f"{self.fields[name].label}: {self._value_label(name)}", f"?{self.querystring(without=name)}")
            for name in self.values
            if name != "sort"
        ]

    def _value_label(self, name: str) -> str:
        raw = self._raw(name)
        for value, label in getattr(self.fields[name], "choices", []):
            options = label if isinstance(label, list | tuple) else [(value, label)]
            for option, text in options:
                if str(option) == raw:
                    return str(text)
        return raw
