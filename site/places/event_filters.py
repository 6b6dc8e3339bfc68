"""The filters of the list of events: a month of a year, and where."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from core import clock
from core.cards import foreign
from core.facets import Choice, ChoiceFilter, LongChoiceFilter, Reading
from core.filters import FilterForm, Keyed, Plan
from core.labels import Label
from core.querysets import sort_column
from places.choices import find_villages, province_choices, region_choices
from places.event_calendar import upcoming
from places.event_words import month_words
from places.models import Event, Village
from places.months import MONTHS_OF_YEAR, Month, months_touched

NOBODY = (0,)  # keys of a choice that no record has


def home_village() -> Any:
    """Return the village of an event, else that of its centre."""
    return Coalesce(F("village_id"), F("centre__village_id"))


def read_events() -> list[Event]:
    """Return what the calendars of all live events say; two queries."""
    columns = ("slug", "calendar", "months", "first_day", "last_day", "years")
    return list(Event.objects.live().only(*columns).prefetch_related("dates").order_by("pk"))


def read_stops() -> list[tuple[str, Any, int]]:
    """Return slug and name of the live routes with the village of each stop, by name; one query."""
    stops: Any = Village._meta.get_field("route_stops").related_model
    village = Coalesce("village_id", "centre__village_id")
    rows = stops._default_manager.filter(route__live=True).annotate(at=village).filter(at__isnull=False)
    ordered = rows.order_by(f"route__{sort_column()}", "route_id", "pk")
    return list(ordered.values_list("route__slug", "route__name", "at"))


class MonthFilter(ChoiceFilter):
    """Months of the events: the twelve from this one on, and those asked for within five years."""

    def read(self, reading: Reading, given: list[str]) -> None:
        """Read what takes place in each month."""
        now = Month.of(clock.today())
        asked = [month for text in given if (month := Month.read(text, now))]
        months = sorted({*(now.later(step) for step in range(MONTHS_OF_YEAR)), *asked})
        held = events_by_month(reading(read_events), months)
        self.offer([Choice(str(month), month_words(month.first), tuple(held[month]) or NOBODY) for month in months])


def events_by_month(events: list[Event], months: list[Month]) -> dict[Month, list[int]]:
    """Return the keys of the events that may take place in each month."""
    held: dict[Month, list[int]] = {month: [] for month in months}
    for event in events:
        found = event.between(months[0].first, months[-1].last)
        touched = {month for time in found for month in months_touched(time.starts_on, time.ends_on)}
        for month in touched & held.keys():
            held[month].append(event.pk)
    return held


def route_choices(reading: Reading) -> list[Choice]:
    """Return the routes by name, each with the villages at which it stops."""
    found: dict[str, tuple[Any, list[int]]] = {}
    for slug, name, village in reading(read_stops):
        found.setdefault(slug, (name, []))[1].append(village)
    labels = {slug: Label(name) for slug, (name, _keys) in found.items()}
    return [
        Choice(slug, str(labels[slug]), tuple(keys), lang=foreign(labels[slug].language()))
        for slug, (_name, keys) in found.items()
    ]


class EventFilters(FilterForm):
    """Filters of the list of events."""

    sorts: ClassVar[dict[str, Any]] = {"soon": _("Soonest"), "name": _("Name")}
    default_sort: ClassVar[str] = "soon"

    month = MonthFilter(label=_("Month"), choices=lambda _reading: [], column="id")
    region = ChoiceFilter(label=_("Region"), choices=region_choices, column="province_id")
    province = ChoiceFilter(label=_("Province"), choices=province_choices, column="province_id")
    village = LongChoiceFilter(label=_("Village"), find=find_villages, column=home_village)
    route = ChoiceFilter(label=_("Route"), choices=route_choices, column=home_village)

    def results(self, records: QuerySet[Any], plan: Plan) -> Any:
        """Return the events in order; those that take place next come first unless another order is chosen."""
        if self.sort != "soon":
            return super().results(records, plan)
        left = set(self.narrow(records).order_by().values_list("pk", flat=True))
        return Keyed(plan(records), [key for key in keys_by_next(self.reading(read_events)) if key in left])


def keys_by_next(events: list[Event]) -> list[int]:
    """Return the keys of events by the day on which they may begin next; those without a known month come last."""
    today = clock.today()
    ordered = []
    for event in events:
        begins = [max(time.starts_on, today) for time in upcoming(event, today)]
        ordered.append((not begins, min(begins, default=today), event.slug, event.pk))
    return [key for *_order, key in sorted(ordered)]
