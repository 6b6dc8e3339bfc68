"""What the admin lists of the register show of stars: only what holds today."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core import clock


def stars_today(product: Any) -> str:
    """Return the stars that hold today, as in “4 / 5”; empty when there are none."""
    badge = product.badge
    return f"{badge.stars} / {badge.out_of}" if badge else ""


def stars_column() -> Column:
    """Show the stars that hold today."""
    return Column("stars_today", label=_("Stars today"), accessor=stars_today, sort_key="stars_today")


class StarsFilter(django_filters.ChoiceFilter):
    """With stars that hold today, or without."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Stars today"),
            choices=[("any", _("With stars")), ("none", _("Without stars")), *[(str(n), str(n)) for n in range(1, 6)]],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            method=_by_stars,
        )


def _by_stars(queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
    starred = {"current_until__gte": clock.today(), "current_stars__isnull": False}
    if value == "none":
        return queryset.exclude(**starred)
    return queryset.filter(**starred) if value == "any" else queryset.filter(**starred, current_stars=int(value))


class LapseFilter(django_filters.ChoiceFilter):
    """With stars that lapse soon."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Validity ends"),
            choices=[("soon", _("Within 90 days"))],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            method=_by_lapse,
        )


def _by_lapse(queryset: Any, name: str, value: str) -> QuerySet[Any]:
    lapsing: QuerySet[Any] = queryset.lapsing()
    return lapsing


class ValidFilter(django_filters.ChoiceFilter):
    """Holds today, or lapsed, revoked or undated."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Valid today"),
            choices=[("yes", _("Valid")), ("no", _("History"))],
            empty_label=_("All"),
            widget=forms.RadioSelect,
            method=_by_validity,
        )


def _by_validity(queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
    valid = {"valid_until__gte": clock.today()}
    return queryset.filter(**valid) if value == "yes" else queryset.exclude(**valid)
