"""What the pages of routes show."""

from __future__ import annotations

from operator import methodcaller
from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext

from core.listing import listing
from core.numbers import grouped
from routes.cards import live_stops
from routes.filters import RouteFilters
from routes.guide.page import route_detail
from routes.guide.points import points_of
from routes.models import Route, RouteIndexPage

__all__ = ["count_routes", "route_detail", "route_list", "route_points"]


def route_list(request: HttpRequest, page: RouteIndexPage) -> dict[str, Any]:
    """Return the filtered list of routes."""
    return listing(request, RouteFilters(request.GET), Route.objects.live(), methodcaller("for_list"), count_routes)


def count_routes(count: int) -> str:
    """Say a number of routes in words."""
    return ngettext("%(n)s route", "%(n)s routes", count) % {"n": grouped(count)}


def route_points(route: Route) -> list[dict[str, Any]]:
    """Return the numbered stops of a route for a small map."""
    return points_of(live_stops(route) if route.pk else [])
