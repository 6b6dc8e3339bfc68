"""The days of a trip as the page shows them: when one sets out, the ways, the visits with their controls, lunch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from core.cards import foreign
from routes.itinerary import Day, Itinerary, Leg, Stop
from routes.measures import about, duration_words, leg_words
from routes.modes import MODES
from routes.planner.schedule import DayPlan, Visit
from routes.trips.controls import Controls, controls_of
from routes.trips.plan import Keep
from routes.trips.trip import Trip
from routes.wording import day_words, time_words


@dataclass(frozen=True)
class Item:
    """One line of a day: `kind` is "start", "leg", "lunch", "stop" or "end"."""

    kind: str
    time: str = ""
    words: str = ""
    stop: StopRow | None = None
    position: int = 0


@dataclass(frozen=True)
class StopRow:
    """A stop with its times in words, what is to be known of it, and what can be changed."""

    stop: Stop
    place: Any
    lang: str
    eyebrow: str
    starts: str
    leaves: str
    wait: str
    stay: str
    hours: str
    badges: tuple[str, ...]
    troubles: tuple[str, ...]
    notes: tuple[str, ...]
    controls: Controls


@dataclass(frozen=True)
class DayRow:
    """One day; without items when nothing is visited."""

    number: int
    title: str
    summary: str = ""
    notes: tuple[str, ...] = ()
    items: list[Item] = field(default_factory=list)


def days_of(trip: Trip, itinerary: Itinerary | None) -> list[DayRow]:
    """Return every day of the plan, those on which nothing is visited, too."""
    if trip.problem is None or trip.schedule is None:
        return []
    by_number = {day.number: day for day in itinerary.days} if itinerary else {}
    return [_day(trip, by_number.get(plan.day + 1), plan) for plan in trip.schedule.days]


def _day(trip: Trip, day: Day | None, plan: DayPlan) -> DayRow:
    assert trip.problem is not None
    title = day_words(trip.problem.days[plan.day].date)
    if day is None or day.departs is None or day.ends is None:
        return DayRow(plan.day + 1, title)
    return DayRow(plan.day + 1, title, _summary(day, plan), day.notes, list(_items(trip, day, plan)))


def _summary(day: Day, plan: DayPlan) -> str:
    """Say from when to when, where no start or end is chosen by the clock of the first or last stop; and the ways."""
    assert day.departs is not None
    assert day.ends is not None
    start = time_words(day.departs, "" if day.start else day.stops[0].zone)
    end = time_words(day.ends, "" if day.end else day.stops[-1].zone)
    if not plan.travel_minutes:
        return f"{start}–{end}"
    words = {"start": start, "end": end, "travel": about(plan.travel_minutes)}
    return _("%(start)s to %(end)s, %(travel)s on the way") % words


def _items(trip: Trip, day: Day, plan: DayPlan) -> Iterator[Item]:
    legs = iter(day.legs)
    if day.start and day.departs:
        yield Item("start", time_words(day.departs), day.start.name)
    for index, (stop, visit) in enumerate(zip(day.stops, plan.visits, strict=True)):
        if index or day.start:
            yield _leg(next(legs), trip)
        if plan.lunch_after == index and plan.lunch_on_arrival:
            yield _lunch(day, stop)
        yield Item("stop", stop=_stop(trip, plan, stop, visit, index), position=index + 1)
        if plan.lunch_after == index + 1 and not plan.lunch_on_arrival:
            yield _lunch(day, stop)
    if day.end and day.ends:
        yield _leg(next(legs), trip)
        yield Item("end", time_words(day.ends), day.end.name)


def _leg(leg: Leg, trip: Trip) -> Item:
    return Item("leg", words=leg_words(leg, str(MODES[trip.plan.mode])))


def _lunch(day: Day, stop: Stop) -> Item:
    """Say when lunch is, by the clock of the stop where it is taken."""
    assert day.lunch is not None
    starts, ends = (time_words(moment, stop.zone) for moment in day.lunch)
    return Item("lunch", starts, _("Lunch, until %(end)s") % {"end": ends})


def _stop(trip: Trip, plan: DayPlan, stop: Stop, visit: Visit, index: int) -> StopRow:
    place = trip.places[stop.code]
    assert stop.arrives is not None
    assert stop.starts is not None
    assert stop.leaves is not None
    province = place.province.name_in()[0] if place.province else ""
    starts, clashes = time_words(stop.starts), len(visit.conflicts)
    controls = controls_of(trip, stop.code, plan.day, index, last=index == len(plan.visits) - 1)
    ate_until_start = plan.lunch is not None and plan.lunch_on_arrival and plan.lunch[1] == visit.start
    return StopRow(
        stop=stop,
        place=place,
        lang=foreign(stop.language),
        eyebrow=" · ".join(part for part in (stop.kind, province) if part),
        starts=starts,
        leaves=time_words(stop.leaves),
        wait="" if ate_until_start else _wait(visit.wait, time_words(stop.arrives), starts),
        stay=duration_words(stop.stay_minutes),
        hours=_("Open %(hours)s") % {"hours": stop.hours} if visit.hours_known and stop.hours and not clashes else "",
        badges=tuple(_badges(trip, stop.code)),
        troubles=stop.notes[:clashes],
        notes=stop.notes[clashes:],
        controls=controls,
    )


def _wait(minutes: int, arrives: str, starts: str) -> str:
    if not minutes:
        return ""
    words = {"time": duration_words(minutes), "arrives": arrives, "starts": starts}
    return _("You are there at %(arrives)s and wait %(time)s: it opens at %(starts)s.") % words


def _badges(trip: Trip, code: str) -> Iterator[str]:
    stop = next(stop for stop in trip.plan.stops if stop.code == code)
    if stop.must_see:
        yield _("Must see")
    if stop.keep is not Keep.FREE and not trip.plan.own_order:
        yield _("Kept on its day") if stop.keep is Keep.DAY else _("Kept at its place")
