"""When to go along a route: its best months, the seasons of its crafts, the festivals at its stops."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from urllib.parse import urlencode

from django.db.models import F

from core import clock
from core.fields import mask_of
from core.together import fetched
from crafts.models import Craft
from crafts.of_village import listed_crafts
from places.models import Event
from places.models.events import EventDate
from places.when_to_go import WhenToGo, when_to_go
from routes.guide.reading import at_places, key_of
from routes.models import Route, RouteStop

ALL_YEAR = mask_of(range(1, 13))


def crafts_of(stop: RouteStop) -> list[Craft]:
    """Return the crafts of the stop's village, as far as `for_detail` read them; none for any other stop."""
    return listed_crafts(stop.__dict__.get("craft_rows")) if stop.village_id else []


def best_months(route: Route, stops: Sequence[RouteStop]) -> int:
    """Return the mask of the best months: what the record states, else what its villages and their first crafts do."""
    mask: int = route.months or reduce(or_, map(_of_stop, stops), 0)
    return 0 if mask == ALL_YEAR else mask


def is_in_season(months: int) -> bool:
    """Tell whether this month is one of them; the answer holds for the day."""
    return bool(months >> clock.today().month & 1)


def months_of_route(route: Route, stops: Sequence[RouteStop]) -> WhenToGo | None:
    """Return the next twelve months with the reasons to come in each; one query."""
    crafts = {craft.pk: craft for stop in stops for craft in crafts_of(stop) if craft.live}
    return when_to_go(crafts.values(), _events(stops), route.months, villages_query(stops))


def villages_query(stops: Sequence[RouteStop]) -> str:
    """Return what keeps a list to the villages of the route."""
    return urlencode([("village", stop.village.slug) for stop in stops if stop.village])


def _of_stop(stop: RouteStop) -> int:
    return (stop.village.months if stop.village else 0) | (stop.__dict__.get("craft_months") or 0)


def _events(stops: Sequence[RouteStop]) -> list[Event]:
    """Read the live events at the stops with their stated dates: a row for each date, one for an event without any."""
    places = [key_of(stop.place) for stop in stops if stop.place]
    if not places:
        return []
    stated = {f"date_{name}": F(f"dates__{name}") for name in ("pk", "starts_on", "ends_on", "confirmed")}
    rows = Event.objects.live().filter(at_places(places)).select_related("village__province").annotate(**stated)
    events: dict[int, Event] = {}
    dates: dict[int, list[EventDate]] = {}
    for row in rows.order_by("pk", "date_starts_on"):
        events.setdefault(row.pk, row)
        found = dates.setdefault(row.pk, [])
        if row.date_pk:
            days = {"starts_on": row.date_starts_on, "ends_on": row.date_ends_on, "confirmed": row.date_confirmed}
            found.append(EventDate(pk=row.date_pk, **days))
    for pk, event in events.items():
        fetched(event, "dates", dates[pk])
    return list(events.values())
