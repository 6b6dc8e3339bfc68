"""What an event's calendar allows, and how it is said: “days 1 to 5 of lunar month 4”."""

from __future__ import annotations

import calendar
from typing import Any

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from core import languages
from places.lunar import DAYS_MAX
from places.occurrences import EVEN_YEARS, LUNAR, ODD_YEARS, OTHER, Rule, runs

LEAP_YEAR = 2024  # February has its 29 days
SMALL_MONTHS = frozenset({"vi"})  # languages that write the names of months small; Django knows them as titles
YEARS: dict[str, Promise] = {
    ODD_YEARS: gettext_lazy("in odd years"),
    EVEN_YEARS: gettext_lazy("in even years"),
}


def wrong(rule: Rule) -> dict[str, str]:
    """Return what can't be, by the name of the field."""
    if rule.first_day is None:
        return {"last_day": _("Give the first day too.")} if rule.last_day is not None else {}
    if rule.calendar == OTHER:
        return {"first_day": _("What is announced each year has no fixed day: enter it under the dates of its year.")}
    if not rule.months:
        return {"months": _("Choose the month of this day.")}
    longest = max(days_in(rule.calendar, month) for month in rule.months)
    words = ngettext("The month has %(n)s day.", "The month has %(n)s days.", longest) % {"n": longest}
    if not 1 <= rule.first_day <= longest:
        return {"first_day": words}
    if rule.last_day is not None and rule.last_day > longest:
        return {"last_day": words}
    if rule.last_day is not None and rule.last_day < rule.first_day:
        return {"last_day": _("The last day lies before the first.")}
    return {}


def days_in(kind: str, month: int) -> int:
    """Return the most days that a month of a calendar can have."""
    return DAYS_MAX if kind == LUNAR else calendar.monthrange(LEAP_YEAR, month)[1]


def rule_words(rule: Rule) -> str:
    """Say when an event takes place whatever the year; empty when its months aren't known."""
    if not rule.months:
        return ""
    by_day = rule.first_day is not None and rule.calendar != OTHER
    parts = [_by_day(rule, month) for month in rule.months] if by_day else _by_months(rule)
    words = "; ".join(parts)
    return f"{words}, {YEARS[rule.years]}" if rule.years in YEARS else words


def _by_day(rule: Rule, month: int) -> str:
    values: dict[str, Any] = {
        "first": rule.first_day,
        "last": rule.last_day,
        "number": lunar_month(month),
        "month": _within(month),
    }
    several = rule.last_day is not None and rule.last_day != rule.first_day
    if rule.calendar == LUNAR and several:
        return _("days %(first)s to %(last)s of lunar month %(number)s") % values
    if rule.calendar == LUNAR:
        return _("day %(first)s of lunar month %(number)s") % values
    if several:
        return _("%(first)s to %(last)s %(month)s") % values
    return _("%(first)s %(month)s") % values


def _by_months(rule: Rule) -> list[str]:
    return [months_words(rule.calendar, run) for run in runs(rule.months)]


def months_words(kind: str, run: tuple[int, ...]) -> str:
    """Say a run of months: “lunar months 1 to 3”, “March”, “May to August”."""
    if len(run) == 12:
        return _("all year")
    if kind == LUNAR and len(run) == 1:
        return _("lunar month %(number)s") % {"number": lunar_month(run[0])}
    if kind == LUNAR:
        return _("lunar months %(first)s to %(last)s") % {"first": lunar_month(run[0]), "last": lunar_month(run[-1])}
    if len(run) == 1:
        return str(MONTHS[run[0]])
    return _("%(first)s to %(last)s") % {"first": MONTHS[run[0]], "last": _within(run[-1])}


def _within(month: int) -> str:
    """Return the name of a month as it stands within a sentence."""
    name = str(MONTHS[month])
    return name.lower() if languages.active() in SMALL_MONTHS else name


def lunar_month(number: int) -> str:
    """Return a month of the lunar calendar as its own name or its number: in Vietnamese “Giêng”, “2” … “Chạp”."""
    if number == 1:
        return pgettext("first month of the lunar calendar", "1")
    return pgettext("last month of the lunar calendar", "12") if number == 12 else str(number)
