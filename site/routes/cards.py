"""How routes look in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.cards import Card, Planned, foreign, record_card
from places.near_filters import distance_text
from routes.guide.legs import legs_between
from routes.guide.season import best_months, is_in_season
from routes.measures import basis_words, distance_words, duration_words, rounded
from routes.models import Route
from routes.modes import MODES, mode_words, usual_mode
from routes.stays import stay_of
from routes.totals import Totals, added, by_line
from routes.travel.along_line import metres_along


@dataclass
class RouteCard(Card):
    """The card of a route: who stands behind it, by a sign (`standing`) and in words, and its estimates in words."""

    standing: str = ""
    standing_text: str = ""
    measure_text: str = ""


def route_card(route: Route) -> RouteCard:
    """Return the card of a route with its stops on one line, and about how far and how long it is."""
    stops = live_stops(route)
    shared = record_card(route, [days_words(route.days), mode_words(route)], template="components/route_card.html")
    card = RouteCard(
        **vars(shared),
        standing=route.status,
        standing_text=standing_words(route),
        measure_text=_measures(route, stops),
    )
    card.badge = _("In season now") if is_in_season(best_months(route, stops)) else ""
    card.stops = [stop_dot(number, stop) for number, stop in enumerate(stops, start=1)]
    codes = dict.fromkeys(stop.place.code for stop in stops if stop.place.code)  # a place may be passed twice
    card.plan = Planned(",".join(codes), card.title, card.title_lang) if codes else None
    return card


def route_summary(route: Route, stops: int) -> Card:
    """Return the card of a route whose stops are only counted; its motif comes from `with_motif`."""
    halts = ngettext("%(n)s stop", "%(n)s stops", stops) % {"n": stops}
    return record_card(route, [days_words(route.days), halts, mode_words(route), route.get_status_display()])


def standing_words(route: Route) -> str:
    """Say whether an authority or operator has announced the route, or the editors suggest it."""
    return _("Promoted route") if route.status == Route.Status.PROMOTED else _("Suggested route")


def _measures(route: Route, stops: list[Any]) -> str:
    """Say about how far and how long a route is, visits included, and whether that is an estimate or a drawn line.

    Nothing as long as any of its ways is unknown. No list waits for a routing server: only the page asks it.
    """
    sums, mode = _sums(route, stops), usual_mode(route)
    basis = basis_words(sums, str(MODES[mode]) if mode else mode_words(route))
    if not stops or not sums.metres or (sums.unknown_legs and not sums.drawn):
        return ""
    if sums.unknown_legs:
        return f"{distance_words(sums)} · {basis}"
    values = {"distance": distance_text(sums.metres), "time": duration_words(rounded(sums.minutes))}
    words = _("about %(distance)s, about %(time)s with the visits") % values
    return f"{words} · {basis}"


def _sums(route: Route, stops: list[Any]) -> Totals:
    mode, stays, points = usual_mode(route), [stay_of(stop) for stop in stops], [stop.place.point for stop in stops]
    line = route.drawn_line
    metres = metres_along(line, points)
    return by_line(metres, mode, stays) if metres else added(legs_between(points, mode, line), stays)


def days_words(days: int) -> str:
    """Say a length in days."""
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def live_stops(route: Route) -> list[Any]:
    """Return the stops whose place is live, in order."""
    return [stop for stop in route.stops.all() if stop.place and stop.place.live]


def stop_dot(number: int, stop: Any) -> dict[str, Any]:
    """Return a stop for the one-line route."""
    name, language = stop.place.name_in()
    return {"number": number, "title": name, "lang": foreign(language), "note": ""}
