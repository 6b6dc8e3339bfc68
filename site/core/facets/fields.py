"""The fields of a filter form. Each knows the condition of its values, and how it is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial, reduce
from itertools import compress
from operator import or_
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.db.models import F, Q, QuerySet
from django.db.models.lookups import In
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core.facets.choices import Choice, Reading, Source
from core.facets.counting import Answer, Beside, Left, Listed, Part
from core.facets.shown import Option


class ChoiceFilter(forms.Field):
    """Any number of values of one column. What isn't offered is ignored and said so; the rest holds.

    `column`: a name, or a callable that returns an expression.
    """

    kind: ClassVar[str] = "many"
    widget: Any = forms.SelectMultiple
    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid_choice": _("“%(value)s” is not one of the choices and was ignored.")
    }

    def __init__(self, *, label: Any, choices: Source, column: str | Callable[[], Any] = "") -> None:
        self.source, self.column = choices, column
        self.offered: list[Choice] = []
        self.refused: list[str] = []
        super().__init__(label=label, required=False)

    def read(self, reading: Reading, given: list[str]) -> None:
        """Read what is offered; `given` are the values of the address."""
        self.offer(self.source(reading))

    def offer(self, choices: list[Choice]) -> None:
        """Set what is offered."""
        self.offered = choices

    def clean(self, value: Any) -> Any:
        """Return the values that are offered; keep the others in `refused`."""
        given = list(dict.fromkeys(text for text in value or () if text))
        offered = {choice.value for choice in self.offered}
        self.refused = [text for text in given if text not in offered]
        return [text for text in given if text in offered]

    def choice(self, value: str) -> Choice:
        """Return the choice with this value; LookupError when it isn't offered."""
        found = next((choice for choice in self.offered if choice.value == value), None)
        if found is None:
            raise LookupError(value)
        return found

    def keys(self, values: Iterable[str]) -> list[Any]:
        """Return the keys of the column that the values stand for."""
        return [key for value in values for key in self.choice(value).keys]

    def condition(self, values: list[str]) -> Q:
        """Return the condition that one of the values holds."""
        if isinstance(self.column, str):
            return Q(**{f"{self.column}__in": self.keys(values)})
        return Q(In(self.column(), self.keys(values)))

    def parts(self, model: Any) -> list[Part]:
        """Ask for the column's values."""
        return [(self.column, Listed(F(self.column) if isinstance(self.column, str) else self.column()))]

    def kept(self, all_keys: list[str], values: list[str], *answers: Answer) -> list[bool]:
        """Tell of each record whether its value is one of the chosen."""
        return [*map(self._as_listed(values).__contains__, answers[0].values)]

    def _as_listed(self, values: Iterable[str]) -> set[str]:
        """Return the keys that the values stand for, as the counting query lists them."""
        return {str(key) for key in self.keys(values)}

    def tally(self, left: Left, *answers: Answer) -> Counter[str]:
        """Count the values."""
        return left.tally(answers[0])

    def options(self, counts: Counter[str], chosen: list[str]) -> tuple[list[Option], int]:
        """Return the options that leave something or are chosen, and how many more there would be."""
        shown = []
        for choice in self.offered:
            number, is_chosen = sum(counts[str(key)] for key in choice.keys), choice.value in chosen
            if number or is_chosen:
                shown.append(Option(choice.value, choice.label, number, is_chosen, choice.group, choice.lang))
        return shown, 0


class LongChoiceFilter(ChoiceFilter):
    """A column with thousands of values: only the most frequent ones are read and shown, besides the chosen.

    `find(keys, values)` reads the choices with these keys or these values, in order.
    """

    shown_at_most = 40

    def __init__(
        self, *, label: Any, find: Callable[[list[Any], list[str]], list[Choice]], column: str | Callable[[], Any]
    ) -> None:
        self.find = find
        super().__init__(label=label, choices=lambda _reading: [], column=column)

    def read(self, reading: Reading, given: list[str]) -> None:
        """Read only what the address names."""
        self.offer(self.find([], given) if given else [])

    def options(self, counts: Counter[str], chosen: list[str]) -> tuple[list[Option], int]:
        """Read the most frequent ones; ties by key, so that the same ones show each time."""
        ordered = sorted(counts, key=lambda key: (-counts[key], int(key)))
        self.offer(self.find([int(key) for key in ordered[: self.shown_at_most]], chosen))
        shown, _none = super().options(counts, chosen)
        with_records = sum(1 for option in shown if option.count)
        return shown, len(counts) - with_records


class LinkedFilter(ChoiceFilter):
    """Values in rows of their own: `owner` names the column that points at the record, `column` the value."""

    def __init__(
        self, *, label: Any, choices: Source, rows: Callable[[], QuerySet[Any]], owner: str, column: str
    ) -> None:
        self.rows, self.owner = rows, owner
        super().__init__(label=label, choices=choices, column=column)

    def condition(self, values: list[str]) -> Q:
        """Return the condition that a row has one of the values."""
        rows = self.rows().filter(**{f"{self.column}__in": self.keys(values)})
        return Q(pk__in=rows.order_by().values(self.owner))

    def parts(self, model: Any) -> list[Part]:
        """Ask for all rows."""
        rows = (self.rows, self.owner, self.column)
        return [(rows, Beside.pairs(self.rows(), self.owner, str(self.column)))]

    def kept(self, all_keys: list[str], values: list[str], *answers: Answer) -> list[bool]:
        """Tell of each record whether one of its rows has one of the chosen values."""
        owners, theirs = answers[0].pairs
        holding = {*compress(owners, map(self._as_listed(values).__contains__, theirs))}
        return [*map(holding.__contains__, all_keys)]

    def tally(self, left: Left, *answers: Answer) -> Counter[str]:
        """Count the records by the values of their rows."""
        return left.tally_pairs(answers[0])


class FlagFilter(ChoiceFilter):
    """One check box, `yes`: the records for which a condition holds."""

    kind = "flag"

    def __init__(self, *, label: Any, condition: Callable[[], Q]) -> None:
        self.holds = condition
        super().__init__(label=label, choices=lambda _reading: [Choice("yes", str(label))])

    def condition(self, values: list[str]) -> Q:
        """Return the condition."""
        return self.holds()

    def parts(self, model: Any) -> list[Part]:
        """Ask for the keys of all for which it holds: few, and found by an index."""
        return [(self.holds, Beside.keys(model, self.holds()))]

    def kept(self, all_keys: list[str], values: list[str], *answers: Answer) -> list[bool]:
        """Tell of each record whether the condition holds."""
        return [*map({*answers[0].values}.__contains__, all_keys)]

    def tally(self, left: Left, *answers: Answer) -> Counter[str]:
        """Count them."""
        return Counter({"yes": len(left.keys.intersection(answers[0].values))})


class Link(NamedTuple):
    """A column of the records, and the rows of another table among whose `theirs` its value may be."""

    column: str
    rows: QuerySet[Any]
    theirs: str


class LinkedFlagFilter(FlagFilter):
    """One check box: the records one of whose links leads to a row. The few rows are listed, not the many records."""

    def __init__(self, *, label: Any, links: Callable[[], list[Link]]) -> None:
        self.links = links
        super().__init__(label=label, condition=self._any)

    def _any(self) -> Q:
        """Return the condition that one of the links holds."""
        condition = Q()
        for link in self.links():
            there = link.rows.filter(**{f"{link.theirs}__isnull": False}).order_by().values(link.theirs)
            condition |= Q(**{f"{link.column}__in": there})
        return condition

    def parts(self, model: Any) -> list[Part]:
        """Ask for the columns of the records, and beside them for the rows."""
        found: list[Part] = []
        for number, link in enumerate(self.links()):
            found.append((link.column, Listed(link.column)))
            found.append(((self.links, number), Beside.values(link.rows, link.theirs)))
        return found

    def kept(self, all_keys: list[str], values: list[str], *answers: Answer) -> list[bool]:
        """Tell of each record whether one of its links leads to a row."""
        pairs = zip(answers[::2], answers[1::2], strict=True)
        masks = (map({*theirs.values}.__contains__, own.values) for own, theirs in pairs)
        return [*reduce(partial(map, or_), masks)]

    def tally(self, left: Left, *answers: Answer) -> Counter[str]:
        """Count the records left of which that holds."""
        return Counter({"yes": left.number(self.kept(left.all_keys, [], *answers))})


class OneChoice(ChoiceFilter):
    """Exactly one value, or none; for the order of the list."""

    kind = "one"
    widget = forms.Select

    def clean(self, value: Any) -> Any:
        """Return the first value that is offered; "" for none."""
        return next(iter(super().clean([value] if isinstance(value, str) else value)), "")


class MomentInput(forms.DateInput):
    """A day and a time of it: one value, or two under the same name."""

    input_type = "date"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """Join what was filled in."""
        return "T".join([text for text in data.getlist(name) if text][:2])


class MomentFilter(forms.CharField):
    """A date, or a date and a time at the place itself: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Not counted."""

    kind: ClassVar[str] = "moment"
    widget = MomentInput

    def __init__(self, *, label: Any) -> None:
        super().__init__(label=label, required=False)

    def to_python(self, value: Any) -> date | datetime | None:  # type: ignore[override]  # a moment, not its text
        """Return a date or a naive datetime; None for nothing."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            moment: date | datetime | None = parse_date(text) if len(text) == 10 else parse_datetime(text)
        except ValueError:
            moment = None
        if moment is None or not 1900 < moment.year < 2200 or getattr(moment, "tzinfo", None):
            raise forms.ValidationError(_("“%(value)s” is not a date and was ignored."), params={"value": text})
        return moment

    def text_of(self, moment: date | datetime) -> str:
        """Return the moment as addresses carry it."""
        return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()

    def words_of(self, moment: date | datetime) -> str:
        """Say the moment as the reader writes dates."""
        if isinstance(moment, datetime):
            return f"{date_format(moment, 'DATE_FORMAT')}, {moment:%H:%M}"
        return date_format(moment, "DATE_FORMAT")
