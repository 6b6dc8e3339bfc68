"""What a journey without a date says of its doors: the hours of a usual week, and what closes a stop from now on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from centres.day_words import hours_words
from centres.hours import Schedule, week
from centres.models import Centre
from core import clock
from places.closures import notices_ahead
from routes.itinerary import Day, Itinerary


def with_usual_hours(itinerary: Itinerary, places: Iterable[Any]) -> Itinerary:
    """Return an undated journey with the hours and notices of its places (those of its stops, in order)."""
    numbered = dict(enumerate(places, start=1))
    return replace(itinerary, days=tuple(_day(day, numbered) for day in itinerary.days))


def usual_hours(place: Any) -> str:
    """Say the hours of a week without special days; nothing for a village, which has no door."""
    if not isinstance(place, Centre):
        return ""
    if not place.schedule.periods:
        published = place.hours_as_published
        return _("%(hours)s, as published") % {"hours": published} if published else _("not known")
    words = _week_words(place.schedule, clock.today(place.zone))
    seasonal = any(period.months or period.starts_on or period.ends_on for period in place.schedule.periods)
    return _("%(hours)s (this week)") % {"hours": words} if seasonal else words


def _week_words(schedule: Schedule, today: date) -> str:
    """Say the hours by runs of weekdays that have the same."""
    bare = replace(schedule, special_days=(), shut=())
    days = week(bare, today - timedelta(days=today.weekday()))
    runs = [(hours, [day.day.weekday() for day in run]) for hours, run in groupby(days, key=hours_words)]
    if len(runs) == 1:
        return _("every day %(hours)s") % {"hours": runs[0][0]}
    return "; ".join(f"{_run_words(weekdays)} {hours}" for hours, weekdays in runs)


def _run_words(weekdays: list[int]) -> str:
    first, last = WEEKDAYS[weekdays[0]], WEEKDAYS[weekdays[-1]]
    return str(first) if len(weekdays) == 1 else _("%(first)s–%(last)s") % {"first": first, "last": last}


def _day(day: Day, places: dict[int, Any]) -> Day:
    stops = (
        replace(
            stop,
            hours=stop.hours or usual_hours(places[stop.number]),
            notes=(*stop.notes, *_notices(places[stop.number])),
        )
        for stop in day.stops
    )
    return replace(day, stops=tuple(stops))


def _notices(place: Any) -> Iterator[str]:
    """Return closures and warnings that aren't over, each with its days."""
    for notice in notices_ahead(place):
        head = f"{notice['title']}, {notice['dates']}"
        yield f"{head}: {text}" if (text := str(notice["text"])) else head
