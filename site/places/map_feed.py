"""What every feed of the map shares: its input (filters, `bbox`, `zoom`), refusals, and the answer in GeoJSON."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from core import freshness
from core.filters import FilterForm
from places import geojson
from places.clustering import MAX_ZOOM, MIN_ZOOM
from places.geojson import BBox

CONTENT_TYPE = "application/geo+json"
BBOX, ZOOM = "bbox", "zoom"
# Names that a page's address may carry and that a feed has no use for.
IGNORED = frozenset({"page", "layer"})


@dataclass(frozen=True)
class Asked:
    """What a request asks of a feed: the filters, the part of the world, and how large it is drawn."""

    form: Any
    box: BBox | None
    zoom: float


class Refused(ValueError):
    """A bad value: what is wrong with it, and the name it came under."""

    def __init__(self, error: str, field: str) -> None:
        super().__init__(error)
        self.field = field


Feed = Callable[[HttpRequest, Asked], dict[str, Any]]


def map_feed(filters: type[FilterForm]) -> Callable[[Feed], Callable[[HttpRequest], HttpResponse]]:
    """Make a view of a function that returns a FeatureCollection; 400 with `{"error", "field"}` for a bad value."""

    def decorate(feed: Feed) -> Callable[[HttpRequest], HttpResponse]:
        @require_safe
        @wraps(feed)
        def view(request: HttpRequest) -> HttpResponse:
            try:
                question = asked(request, filters)
                return answer(feed(request, question), question.form)
            except Refused as refused:
                return refusal(str(refused), refused.field)

        return view

    return decorate


def asked(request: HttpRequest, filters: type[FilterForm]) -> Asked:
    """Read a request. Raises `Refused`."""
    known = {*filters.names(), BBOX, ZOOM, *IGNORED}
    freshness.reads(*known)
    unknown = sorted(set(request.GET) - known)
    if unknown:
        raise Refused("This is not a filter of the feed.", unknown[0])
    data = request.GET.copy()
    for name in (*IGNORED, BBOX, ZOOM):
        data.pop(name, None)
    form = filters(data, shown=False)
    for field, messages in form.errors.items():
        raise Refused(" ".join(str(message) for message in messages), field)
    return Asked(form, box_of(request), zoom_of(request))


def box_of(request: HttpRequest) -> BBox | None:
    """Return the box asked for; None for the whole world. Raises `Refused`."""
    text = request.GET.get(BBOX, "")
    try:
        return geojson.parse_bbox(text) if text else None
    except ValueError as error:
        raise Refused(str(error), BBOX) from error


def zoom_of(request: HttpRequest) -> float:
    """Return the zoom asked for; without one the nearest, which the number of features then limits."""
    text = request.GET.get(ZOOM, "")
    if not text:
        return MAX_ZOOM
    zoom = float(text) if geojson.NUMBER.fullmatch(text) else math.nan
    if not MIN_ZOOM <= zoom <= MAX_ZOOM:
        raise Refused(f"zoom is a number from {MIN_ZOOM} to {MAX_ZOOM}", ZOOM)
    return zoom


def refusal(error: str, field: str) -> HttpResponse:
    """Return 400 and say why."""
    return JsonResponse({"error": error, "field": field[:60]}, status=400, json_dumps_params={"ensure_ascii": False})


def answer(body: dict[str, Any], form: FilterForm) -> HttpResponse:
    """Return GeoJSON; what holds the reader's position nobody keeps (the page cache and its ETag do the rest)."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(text, content_type=CONTENT_TYPE)
    if form.is_personal:
        patch_cache_control(response, no_store=True, private=True)
    return response
