"""Days and times of a journey as the reader writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from routes.planner.problem import Problem

Clock = Callable[[int], str]
"""Writes a minute of a day."""


def minute_words(minute: int) -> str:
    """Write a minute of the day as its local time: 17:45; past midnight as the next day's."""
    hours, minutes = divmod(minute % (24 * 60), 60)
    return f"{hours:02}:{minutes:02}"


def time_words(at: datetime, zone: str = "") -> str:
    """Write the local time of an instant, in a zone of its own if given."""
    return str(time_format(at.astimezone(ZoneInfo(zone)) if zone else at, "H:i"))


def clock_of(problem: Problem, day: int, zone: str) -> Clock:
    """Return what writes minutes of a plan's day as a stop's own local time, with the date where it is another."""

    def words(minute: int) -> str:
        at = problem.instant(day, minute).astimezone(ZoneInfo(zone))
        if at.date() == problem.days[day].date:
            return time_words(at)
        return _("%(time)s on %(day)s") % {"time": time_words(at), "day": day_words(at.date())}

    return words


def day_words(day: date) -> str:
    """Write a date with its weekday: Saturday, 5 December 2026."""
    return _("%(weekday)s, %(date)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "date": date_format(day, "DATE_FORMAT"),
    }
