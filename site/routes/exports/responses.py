"""Journeys as HTTP answers: a file to keep, the booklet, or words when there is nothing to take along."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import addresses, clock, sections
from core.clean_text import one_line
from core.slugs import ascii_slug
from routes.exports.booklet import booklet_context, chosen_paper
from routes.exports.captions import Captions
from routes.exports.file_addresses import is_plan
from routes.exports.gpx import gpx
from routes.exports.ics import has_dates, ics
from routes.exports.kml import kml
from routes.exports.wording import captions_of
from routes.itinerary import Itinerary

TYPES = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "ics": "text/calendar; charset=utf-8",
}
LONGEST_NAME = 60  # characters of a file's name
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')  # of files, on any system


def export_response(itinerary: Itinerary, kind: str, request: HttpRequest, about_date: str = "") -> HttpResponse:
    """Return the journey as a file of this kind ("gpx", "kml", "ics"); `about_date` says who chose its date.

    A plan's file is its reader's own: nobody on the way may keep it. A route's is everybody's, and kept like its page.
    """
    if kind not in TYPES:
        raise Http404
    if not any(itinerary.stops()):
        return nothing_response(request, itinerary, _("There is no stop to take along yet."))
    if kind == "ics" and not has_dates(itinerary):
        return nothing_response(request, itinerary, _("A calendar needs a date: choose one first."))
    response = HttpResponse(_content(itinerary, kind, captions_of(itinerary, about_date)), content_type=TYPES[kind])
    response.headers["Content-Disposition"] = disposition(itinerary.title, kind)
    return _guarded(response, itinerary)


def booklet_response(itinerary: Itinerary, request: HttpRequest) -> HttpResponse:
    """Return the journey as a page to print."""
    paper = chosen_paper(request)
    if not any(itinerary.stops()):
        return nothing_response(request, itinerary, _("There is no stop to take along yet."))
    context = {**booklet_context(itinerary, paper), "head": addresses.Head.hidden(request)}
    return _guarded(render(request, "routes/booklet.html", context), itinerary)


def nothing_response(request: HttpRequest, itinerary: Itinerary | None, text: str) -> HttpResponse:
    """Say why there is nothing to take along (400), with the way back."""
    path = itinerary.path if itinerary else sections.url("plan", request.path.split("/")[1])
    context = {"text": text, "back_url": path, "plan": itinerary is None or is_plan(itinerary)}
    response = render(request, "routes/nothing_to_take.html", context, status=400)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def disposition(title: str, kind: str) -> str:
    """Return the header that names the file: in ASCII for old programs, in full for others (RFC 6266, RFC 8187)."""
    whole = one_line(_NOT_IN_NAMES.sub(" ", title))[:LONGEST_NAME].strip(" .") or "Đường Làng"
    plain = ascii_slug(whole, LONGEST_NAME) or "duong-lang"
    return f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{quote(f'{whole}.{kind}', safe='')}"


def _content(itinerary: Itinerary, kind: str, captions: Captions) -> bytes:
    if kind == "ics":
        return ics(itinerary, addresses.base(), captions, clock.now())
    write: Callable[[Itinerary, str, Captions], bytes] = gpx if kind == "gpx" else kml
    return write(itinerary, addresses.base(), captions)


def _guarded(response: HttpResponse, itinerary: Itinerary) -> HttpResponse:
    """Keep the answer out of search engines, and a plan's out of caches."""
    response.headers["X-Robots-Tag"] = "noindex"
    if is_plan(itinerary):
        response.headers["Cache-Control"] = "private, no-store"
    return response
