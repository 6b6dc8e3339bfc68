"""Filters that the admin lists of several record types share."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from core.querysets import sort_column


class LiveFilter(django_filters.ChoiceFilter):
    """Shown to the public or not."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            field_name="live",
            label=_("Live"),
            choices=[("True", _("Live")), ("False", _("Not live"))],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            **kwargs,
        )


class RecordFilter(django_filters.ModelChoiceFilter):
    """One record of a short list (provinces, programmes, crafts), in the order of the reader's language.

    `joins` are the records that its name names. Choices are read when the form is shown.
    """

    def __init__(self, model: Any, *joins: str, **kwargs: Any) -> None:
        kwargs.setdefault("label", model._meta.verbose_name)
        kwargs.setdefault("empty_label", _("All"))
        super().__init__(queryset=lambda request: in_order(model, *joins), widget=forms.Select, **kwargs)


def in_order(model: Any, *joins: str) -> QuerySet[Any]:
    """Return a type's records by name where they have names per language, else in the model's own order."""
    records = model._default_manager.select_related(*joins) if joins else model._default_manager.all()
    return records.order_by(sort_column(), "pk") if hasattr(model, "sort_vi") else records


def is_known(queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
    """Keep records whose column `name` is known (`yes`) or not (`no`): what still has to be found out."""
    return queryset.filter(**{f"{name}__isnull": value == "no"})


class KnownFilter(django_filters.ChoiceFilter):
    """A column that may be unknown: known or still missing."""

    def __init__(self, field_name: str, label: Any) -> None:
        super().__init__(
            field_name=field_name,
            label=label,
            choices=[("yes", _("Known")), ("no", _("Missing"))],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            method=is_known,
        )


class RecordFilterSet(WagtailFilterSet):
    """Base of the filters of records with a `live` column."""

    live: Any = LiveFilter()
