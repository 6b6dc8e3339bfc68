"""Three “closed” in a week: the doors that the department should ask about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, Sum

from centres.models import Centre, DoorCount
from centres.truth.counting import first_day
from core import clock, permissions

ENOUGH = 3  # “closed” within a week (`counting.DAYS`), by the calendar of the centre
ONE_DAY = timedelta(days=1)  # somewhere on earth it is still yesterday


@dataclass(frozen=True)
class FoundClosed:
    """A centre that visitors found closed, with the days that count, oldest first."""

    centre: Centre
    days: tuple[DoorCount, ...]

    @property
    def closed_days(self) -> list[DoorCount]:
        """Return the days on which somebody found it closed."""
        return [day for day in self.days if day.closed]

    @property
    def closed(self) -> int:
        """Return how often it was found closed."""
        return sum(day.closed for day in self.days)

    @property
    def open(self) -> int:
        """Return how often it was found open."""
        return sum(day.open for day in self.days)

    @property
    def not_found(self) -> int:
        """Return how often somebody looked for it and didn't find it."""
        return sum(day.not_found for day in self.days)


def of(centre: Centre) -> FoundClosed | None:
    """Return what visitors found at a centre when it was closed often enough; None otherwise."""
    return next(iter(found_closed(Centre.objects.filter(pk=centre.pk))), None) if centre.pk else None


def found_closed(centres: QuerySet[Centre]) -> list[FoundClosed]:
    """Return the live ones of `centres` that were found closed often enough, most often first."""
    since = first_day(clock.now().date()) - ONE_DAY
    recent = DoorCount.objects.filter(day__gte=since, centre__in=centres.filter(live=True))
    often = recent.values("centre_id").annotate(times=Sum("closed")).filter(times__gte=ENOUGH)
    rows = recent.filter(centre__in=often.values("centre_id")).order_by("day", "pk")
    by_centre: dict[int, list[DoorCount]] = defaultdict(list)
    for row in rows:
        by_centre[row.centre_id].append(row)
    named: Any = centres.filter(pk__in=by_centre)
    found = (_counting(centre, by_centre[centre.pk]) for centre in named.select_related("province", "village"))
    doors = [door for door in found if door.closed >= ENOUGH]
    return sorted(doors, key=lambda door: (-door.closed, str(door.centre), door.centre.pk))


def visible_to(user: Any) -> QuerySet[Centre]:
    """Return the centres whose doors are a user's business.

    Whoever may change centres sees those that they may change (a team its own), whoever only reads sees all.
    """
    action = "change" if permissions.holds(user, "change", Centre) else "view"
    return permissions.narrow(user, action, Centre.objects.all())


def _counting(centre: Centre, rows: Iterable[DoorCount]) -> FoundClosed:
    """Keep the days that count: within the week there, and after the hours were last confirmed."""
    today = clock.today(centre.zone)
    first = max(first_day(today), (centre.hours_confirmed_on or date.min) + ONE_DAY)
    return FoundClosed(centre, tuple(row for row in rows if first <= row.day <= today))
