"""My plan: one page that works without scripts, the names of stops, and what can be taken along."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import addresses, freshness, languages, sections
from core.addresses import Head
from core.short_codes import normalised
from routes.exports.responses import booklet_response, export_response, nothing_response
from routes.itinerary import Itinerary
from routes.trips.edits import edited
from routes.trips.examples import examples
from routes.trips.finding import finding_of
from routes.trips.form import form_of, settings_words
from routes.trips.itinerary import plan_path, trip_itinerary
from routes.trips.link import CODE, LONGEST, SHOWN, Flaw, FlawKind, Reading, read, written
from routes.trips.messages import messages_of
from routes.trips.page import plan_context
from routes.trips.plan import MOST_STOPS, Plan
from routes.trips.reading import stops_of
from routes.trips.stop_names import named_stops
from routes.trips.trip import Trip, looked_up, timed

MOST_ADDED = 40  # codes of one address that are looked at


@require_safe
def plan_page(request: HttpRequest) -> HttpResponse:
    """Show the plan of the query; without one, how to make it. A submitted form leads to the plan's short address."""
    if not request.GET:
        return TemplateResponse(request, "trips/plan.html", _empty_context(request))
    freshness.personal()
    if request.GET.get("do") == "clear":
        return HttpResponseRedirect(plan_path())
    asked = _asked(request)
    trip = looked_up(asked.plan, asked.flaws)
    if _is_unfinished(request, trip):
        return HttpResponseRedirect(_short_address(request, trip))
    if not trip.plan.stops:
        context = _empty_context(request, trip)
    else:
        context = {**_frame(request, trip), **plan_context(request, timed(trip))}
    return TemplateResponse(request, "trips/plan.html", context)


@require_safe
def stop_names(request: HttpRequest) -> HttpResponse:
    """Name up to 20 places by their codes, for the basket in the browser."""
    freshness.personal()
    return JsonResponse(named_stops(_codes(request.GET.get("codes", ""))[:MOST_STOPS]))


@require_safe
def plan_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Return the plan as a file of a kind that `routes.exports` writes."""
    itinerary = _journey(request)
    return export_response(itinerary, kind, request) if itinerary else _nothing(request)


@require_safe
def plan_booklet(request: HttpRequest) -> HttpResponse:
    """Return the plan as a page to print."""
    itinerary = _journey(request)
    return booklet_response(itinerary, request) if itinerary else _nothing(request)


def _journey(request: HttpRequest) -> Itinerary | None:
    freshness.personal()
    return trip_itinerary(request)


def _nothing(request: HttpRequest) -> HttpResponse:
    text = _("Nothing is visited in this plan yet: add a stop, or look at why its stops are left out.")
    return nothing_response(request, None, text)


def _asked(request: HttpRequest) -> Reading:
    """Return the plan that a link or a form means, with the stops to be added."""
    reading = edited(request.GET) if "edit" in request.GET else read(request.GET)
    asked = _codes(",".join(request.GET.getlist("add")))
    if not asked:
        return reading
    codes = [normalised(text) for text in asked]
    nonsense = [text for text, code in zip(asked, codes, strict=True) if not CODE.fullmatch(code)]
    flaws = [Flaw(FlawKind.UNREADABLE, text[:SHOWN]) for text in nonsense]
    plan = reading.plan.with_stops(stops_of(code for code in codes if CODE.fullmatch(code)))
    return _within_limits(plan, (*reading.flaws, *flaws))


def _within_limits(plan: Plan, flaws: tuple[Flaw, ...]) -> Reading:
    """Return the plan with the stops that there is room for."""
    number = len(plan.stops)
    if number <= MOST_STOPS:
        return Reading(plan, flaws)
    kept = set(plan.codes[:MOST_STOPS])
    groups = tuple(tuple(stop for stop in group if stop.code in kept) for group in plan.groups)
    return Reading(replace(plan, groups=groups), (*flaws, Flaw(FlawKind.TOO_MANY, str(number))))


def _codes(text: str) -> list[str]:
    """Return the parts of a list of short codes; what isn't one stays, so that it can be named."""
    parts = (part.strip() for part in text[:LONGEST].split(","))
    return list(dict.fromkeys(part for part in parts if part))[:MOST_ADDED]


def _is_unfinished(request: HttpRequest, trip: Trip) -> bool:
    """Tell whether the address isn't the plan's own yet; what the short one would forget is told first."""
    if trip.flaws or trip.gone or trip.lost_spots:
        return False
    submitted = "edit" in request.GET or "add" in request.GET
    return submitted or (bool(trip.plan.stops) and not request.GET.get("d"))


def _short_address(request: HttpRequest, trip: Trip) -> str:
    """Return the plan's own address, at the place of the page that the reader was at."""
    find = request.GET.get("find", "").strip()[:100]
    query = written(trip.plan)
    parts = [part for part in (query, urlencode({"find": find}) if find else "") if part]
    return plan_path("&".join(parts)) + _place(request, find)


def _place(request: HttpRequest, find: str) -> str:
    button = request.GET.get("do", "")
    verb, _dash, code = button.partition("-")
    if verb in ("up", "down") and CODE.fullmatch(code):
        return f"#stop-{code}"
    if find:
        return "#plan-find"
    if "edit" in request.GET:
        return "#plan-days"
    return "" if request.GET.get("d") else "#plan-assumed"


NOTHING: dict[str, Any] = {
    **dict.fromkeys(("query", "codes", "shown_stops", "summary", "assumed", "share_url"), ""),
    **dict.fromkeys(("messages", "days", "left_out", "points", "questions", "examples"), ()),
    "take_along": None,
    "several_zones": False,
}


def _frame(request: HttpRequest, trip: Trip) -> dict[str, Any]:
    """Return what every state of the page shows."""
    codes = trip.plan.codes
    words = request.GET.get("find", "")
    return {
        **NOTHING,
        "breadcrumbs": [sections.home_crumb(languages.active())],
        "head": Head.hidden(request),
        "path": request.path,
        "stops_url": f"{request.path}stops.json",
        "most": MOST_STOPS,
        "finding": finding_of(words, codes),
        "find": words,
    }


def _empty_context(request: HttpRequest, trip: Trip | None = None) -> dict[str, Any]:
    """Return the page before there is a stop; settings that were made already stay."""
    trip = trip or looked_up(Plan())
    context = {
        **_frame(request, trip),
        "trip": trip,
        "form": form_of(trip),
        "settings_words": settings_words(trip),
        "messages": messages_of(trip),
        "examples": examples(),
    }
    if not request.GET:
        context["head"] = addresses.head_for(request, request.path, languages.content_codes())
    return context
