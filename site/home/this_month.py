"""What is being made this month, by whom, and which routes pass there: only crafts whose season is known."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import F, Q

from core import clock
from core.querysets import sort_column
from crafts.models import Craft
from places.event_month import CraftInSeason, Named, crafts_here
from places.event_words import month_words
from places.models import Village
from places.months import Month
from places.when_to_go import made_in, month_address
from routes.models import Route, RouteStop

ROUTES = 6


@dataclass(frozen=True)
class ThisMonth:
    """The crafts in season with their villages, routes that are best now or pass there, and the month's own page."""

    title: str
    crafts: list[CraftInSeason]
    routes: list[Named]
    url: str


def this_month(crafts: list[Craft]) -> ThisMonth:
    """Return what the home page says of the present month, of all live crafts; two queries."""
    month = Month.of(clock.today())
    made = sorted(made_in(crafts, month.number), key=attrgetter(sort_column(), "pk"))
    return ThisMonth(
        title=month_words(month.first),
        crafts=crafts_here(made, Village.objects.live()),
        routes=[Named.of(route) for route in routes_in_season(month.number)],
        url=month_address(),
    )


def routes_in_season(month: int) -> list[Route]:
    """Return live routes whose best months hold a month (1 to 12), or that stop where a craft is in season."""
    crafts = Craft.objects.live().in_season(month).values("pk")
    there = Q(village__crafts__in=crafts) | Q(centre__village__crafts__in=crafts)
    passing = RouteStop.objects.filter(there).order_by().values("route_id")
    best = Route.objects.live().alias(best=F("months").bitand(1 << month))
    found = best.filter(Q(best__gt=0) | Q(pk__in=passing)).only("slug", "name", "country_code")
    return list(found.by_name()[:ROUTES])
