"""What takes place between two days: events by their calendars and stated dates, and fair stands by theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from core.filters import FilterForm
from places.closures import Closure, closure_on
from places.models import Event, Village
from places.occurrences import SOLAR, Occurrence

AHEAD = timedelta(days=3 * 366)  # how far the next time is looked for: a festival of odd years is found
FAIR_STAND = "fair_stand"


@dataclass(frozen=True)
class Happening:
    """An event or a fair stand, and one time that it takes place."""

    record: Any
    occurrence: Occurrence

    @property
    def is_fair(self) -> bool:
        """Tell whether it is a fair stand."""
        return not isinstance(self.record, Event)

    @property
    def place(self) -> Any:
        """Return the live village, centre or province where it takes place; None when nobody said."""
        own = self.record.village, None if self.is_fair else self.record.centre, self.record.province
        return next((place for place in own if place is not None and place.live), None)


def happenings(
    events: Iterable[Event], calendars: Iterable[Event], fairs: Iterable[Any], first: date, last: date
) -> list[Happening]:
    """Return what touches the days from `first` to `last`, in order: exact days first, then about when.

    `calendars` are events as the filters have read them (`read_events`): they know the dates, and nothing else.
    """
    times = {event.pk: event.between(first, last) for event in calendars}
    found = [Happening(event, time) for event in events for time in times.get(event.pk, ())]
    found += [Happening(fair, fair_dates(fair)) for fair in fairs if fair_dates(fair).touches(first, last)]
    return sorted(found, key=lambda one: (not one.occurrence.day_known, one.occurrence.starts_on, one.record.slug))


def upcoming(event: Event, today: date) -> list[Occurrence]:
    """Return when an event takes place from today on."""
    return event.between(today, today + AHEAD)


def fair_dates(fair: Any) -> Occurrence:
    """Return the days of a fair stand; they are facts of the stand, so confirmed."""
    starts, ends = fair.fair_starts_on, fair.fair_ends_on
    return Occurrence(starts, ends, str(starts.year), SOLAR, stated=True, confirmed=True)


def closure_during(one: Happening) -> Closure | None:
    """Return what keeps the place of an event, or the stand itself, shut on its first day; None when that is open."""
    if not one.occurrence.day_known:
        return None
    shut = one.record if one.is_fair else one.record.centre or one.record.village
    return closure_on(one.record, one.occurrence.starts_on) if shut is not None and shut.live else None


def within(form: FilterForm, rows: QuerySet[Any], village: str) -> QuerySet[Any]:
    """Keep the rows that lie where the filters of the events say; `village` is their column of villages."""
    columns = {"region": "province_id", "province": "province_id", "village": village, "route": village}
    for name, column in columns.items():
        if values := form.values.get(name):
            rows = rows.filter(**{f"{column}__in": form.choice_fields[name].keys(values)})
    return rows


def fairs_between(first: date, last: date) -> QuerySet[Any]:
    """Return the live fair stands of some days (centres of a higher app)."""
    centres: Any = Village._meta.get_field("centres").related_model
    stands = centres._default_manager.live().filter(kind=FAIR_STAND, fair_starts_on__lte=last, fair_ends_on__gte=first)
    joined = stands.select_related("village__province", "province").with_closure_days()
    return joined.order_by("fair_starts_on", "pk")
