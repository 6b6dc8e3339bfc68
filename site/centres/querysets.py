"""Reading centres."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, partial
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Q

from centres.hours import ONE_DAY, Schedule, open_during_day, open_on
from centres.schedules import schedule_of, shut_by, zone_of
from core.querysets import PlaceQuerySet
from crafts.motifs import first_craft
from places.closures import closures_listed
from places.models import Notice
from places.querysets import CLOSURE_DAYS

HOURS = ("opening_periods", "special_days", "notices", "village__notices")


class CentreQuerySet(PlaceQuerySet):
    """Centres with what their cards, their pages and the map show."""

    def for_list(self) -> Self:
        """Join the places; fetch the village's crafts (for the motif) and the hours."""
        return self.select_related("province", "village").prefetch_related("village__crafts").with_hours()

    def for_api(self) -> Self:
        """Join the village's province too: the API names the village in its home language."""
        return self.for_list().select_related("village__province")

    def for_cards(self) -> Self:
        """Join the places; the family of the village's first craft and the closures' days come along as columns.

        No hours: such a card tells a closure, but no other state.
        """
        joined = self.select_related("province", "village").with_closure_days()
        return joined.annotate(craft_family=first_craft("village_id", "family"))

    def with_closure_days(self) -> Self:
        """Add the days of the closures as a column, those of the village included."""
        days = Notice.objects.closure_days(village=OuterRef("village_id"), centre=OuterRef("pk"))
        return self.annotate(**{CLOSURE_DAYS: days})

    def with_hours(self) -> Self:
        """Fetch the hours and the notices too, so that cards tell the state of the door."""
        return self.prefetch_together(*HOURS)

    def for_detail(self) -> Self:
        """Join the region too, and fetch the hours."""
        places = self.select_related("province__region", "village__province")
        return places.annotate(craft_family=first_craft("village_id", "family")).with_hours()

    def for_map(self) -> Self:
        """Fetch what a feature of the map needs, nothing more; each province is made once.

        Villages are joined: on SQLite, Django asks for a thousand by a condition that is too deep for it.
        """
        wide = ("note", "tagline", "picture", "source", "hours_as_published", "hours_source")
        of_village = (f"village__{name}" for name in ("tagline", "picture", "source", "fact", "season", "craft_text"))
        joined = self.select_related("village").defer(*wide, *of_village)
        return joined.prefetch_related("province", "village__province").with_hours()

    def for_index(self) -> Self:
        """Fetch what the search index reads."""
        return super().for_index().select_related("village").prefetch_related("province__aliases")

    def open_at(self, moment: date | datetime) -> dict[int, int | None]:
        """Return the village of each centre known to be open, by the centre's key.

        Open at some time of a day, or at a moment, told by the centre's own clock. Three narrow queries; only those
        special days are read that reach into the day.
        """
        day = moment.date() if isinstance(moment, datetime) else moment
        weekly = ("weekdays", "opens", "closes", "months", "starts_on", "ends_on")
        periods = self._hours("opening_periods", Q(), weekly)
        around = Q(day__range=(day - ONE_DAY, day + ONE_DAY))
        special = self._hours("special_days", around, ("day", "closed", "opens", "closes"))
        zones, fairs = ("timezone", "province__timezone"), ("fair_starts_on", "fair_ends_on")
        columns = ("pk", "village_id", CLOSURE_DAYS, *zones, "country_code", *fairs)
        centres = self.with_closure_days().order_by("pk").values_list(*columns)
        is_open = cache(partial(_is_open, moment=moment))  # many have the same hours
        found = {}
        for pk, village, closed, own, province, country, *fair in centres:
            if pk in periods or pk in special:
                zone, shut = zone_of(own, province), shut_by(closures_listed(closed or ""), fair)
                schedule = schedule_of(periods.get(pk, ()), special.get(pk, ()), zone, country, shut)
                if is_open(schedule):
                    found[pk] = village
        return found

    def _hours(self, relation: str, condition: Q, columns: tuple[str, ...]) -> dict[int, list[Any]]:
        """Return rows of the hours by the key of their centre."""
        model: Any = self.model._meta.get_field(relation).related_model
        rows: dict[int, list[Any]] = {}
        found = model._default_manager.filter(condition).order_by("pk")
        for row in found.values_list("centre_id", *columns, named=True):
            rows.setdefault(row.centre_id, []).append(row)
        return rows

    def model_destinations(self) -> Self:
        """Keep the programme's model destinations."""
        return self.filter(is_model_destination=True)


def _is_open(schedule: Schedule, moment: date | datetime) -> bool:
    if isinstance(moment, datetime):
        return bool(open_on(schedule, moment.replace(tzinfo=ZoneInfo(schedule.timezone))))
    return bool(open_during_day(schedule, moment))
