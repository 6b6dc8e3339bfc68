"""The fields of the plan page's form as they stand: date, day, ends, means of transport."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from places.models import Province
from routes.modes import MODES
from routes.planner.problem import MIDNIGHT
from routes.travel.estimate import Mode
from routes.trips.controls import Choice
from routes.trips.edits import POINT
from routes.trips.hubs import hubs
from routes.trips.plan import BACK, FIRST_DATE, LAST_DATE, MOST_DAYS, OPEN_END, Plan, point_of
from routes.trips.spots import hub_name, point_words
from routes.trips.trip import Trip
from routes.wording import day_words, minute_words


@dataclass(frozen=True)
class ChoiceGroup:
    """Options under a heading; without one they stand alone."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class PlanForm:
    """All fields of a plan but those of its stops."""

    date: str
    first_date: str
    last_date: str
    days: tuple[Choice, ...]
    earliest: str
    latest: str
    modes: tuple[Choice, ...]
    lunch: bool
    starts: tuple[ChoiceGroup, ...]
    ends: tuple[ChoiceGroup, ...]
    start_point: str
    end_point: str


def form_of(trip: Trip) -> PlanForm:
    """Return the fields of a plan."""
    plan = trip.plan
    return PlanForm(
        date=trip.first_day.isoformat(),
        first_date=FIRST_DATE.isoformat(),
        last_date=LAST_DATE.isoformat(),
        days=tuple(
            Choice(str(n), ngettext("%(n)s day", "%(n)s days", n) % {"n": n}, n == plan.days)
            for n in range(1, MOST_DAYS + 1)
        ),
        earliest=minute_words(plan.earliest),
        latest=minute_words(plan.latest),
        modes=tuple(Choice(str(mode), str(MODES[mode]), mode is plan.mode) for mode in Mode),
        lunch=plan.lunch,
        starts=tuple(_groups(trip, plan.start, [Choice("", _("at the first stop"), plan.start == "")])),
        ends=tuple(_groups(trip, plan.end, _ends(plan))),
        start_point=_typed(plan.start),
        end_point=_typed(plan.end),
    )


def settings_words(trip: Trip) -> str:
    """Say in one line when, from where and how one travels."""
    plan = trip.plan
    parts = [
        day_words(trip.first_day),
        f"{minute_words(plan.earliest)}–{minute_words(plan.latest) if plan.latest < MIDNIGHT else '24:00'}",
        ngettext("%(n)s day", "%(n)s days", plan.days) % {"n": plan.days},
        str(MODES[plan.mode]),
        _("from %(place)s") % {"place": trip.start.name} if trip.start else "",
    ]
    return " · ".join(part for part in parts if part)


def _ends(plan: Plan) -> list[Choice]:
    return [
        Choice(BACK, _("back where it starts"), plan.end == BACK),
        Choice(OPEN_END, _("at the last stop"), plan.end == OPEN_END),
    ]


def _typed(key: str) -> str:
    """Write a point of the visitor's own as they would type it."""
    point = point_of(key)
    return point_words(point) if point else ""


def _groups(trip: Trip, chosen: str, first: list[Choice]) -> Iterator[ChoiceGroup]:
    """Yield where a day can start or end: as usual, a point, a stop of the plan, the hubs by country."""
    yield ChoiceGroup("", (*first, Choice(POINT, _("at a point on the map"), bool(_typed(chosen)))))
    named = {code: place.name_in()[0] for code, place in trip.places.items() if place.point}
    for spot in (trip.start, trip.end):  # a place that starts the day need not be a stop
        if spot is not None and spot.key == chosen and spot.key not in hubs() and not point_of(spot.key):
            named.setdefault(spot.key, spot.name)
    if named:
        yield ChoiceGroup(
            _("Places of the plan"), tuple(Choice(code, name, code == chosen) for code, name in named.items())
        )
    countries: dict[str, Any] = dict(Province._meta.get_field("country_code").flatchoices)
    for country, group in groupby(hubs().values(), key=lambda hub: hub.country):
        yield ChoiceGroup(
            str(countries[country]), tuple(Choice(hub.key, hub_name(hub), hub.key == chosen) for hub in group)
        )
