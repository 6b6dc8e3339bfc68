"""The feed of outlets for the map: GeoJSON (RFC 7946), under the same filters as the list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from centres.filters import CentreFilters, filtered_centres
from centres.hours import Schedule, changes_at
from centres.models import Centre
from core import clock, languages
from places import geojson
from places.models import Notice

CONTENT_TYPE = "application/geo+json"
DAYS = 3  # how far ahead the changes reach: a kept feed still knows the day after tomorrow; more would cost weight
BBOX = "bbox"
# Names that the page's address may carry and that the feed has no use for.
IGNORED = frozenset({"page", "zoom"})

Changes = list[list[str]]


@require_safe
@cache_control(public=True, max_age=60)
def centres_feed(request: HttpRequest) -> HttpResponse:
    """Return the live centres under the filters and `bbox`; 400 with `{"error", "field"}` for a bad value."""
    known = {*CentreFilters.base_fields, BBOX, *IGNORED}
    unknown = sorted(set(request.GET) - known)
    if unknown:
        return _refusal("This is not a filter of the feed.", unknown[0])
    box = None
    if request.GET.get(BBOX):
        try:
            box = geojson.parse_bbox(request.GET[BBOX])
        except ValueError as error:
            return _refusal(str(error), BBOX)
    centres: Any
    centres, errors = filtered_centres(request.GET)
    if errors:
        field, messages = next(iter(errors.items()))
        return _refusal(" ".join(str(message) for message in messages), field)
    if box is not None:
        centres = centres.within(box.west, box.south, box.east, box.north)
    return _feed(collection(centres, languages.active()))


def _refusal(error: str, field: str) -> HttpResponse:
    return JsonResponse({"error": error, "field": field[:60]}, status=400, json_dumps_params={"ensure_ascii": False})


def _feed(body: dict[str, Any]) -> HttpResponse:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type=CONTENT_TYPE)


def collection(centres: Any, language: str) -> dict[str, Any]:
    """Return the FeatureCollection; outlets without a point are in the foreign member `unlocated` (§6.1)."""
    closures = Notice.objects.filter(kind=Notice.Kind.CLOSURE, live=True)
    planned = (
        centres.for_map()
        .select_related("province", "village")
        .prefetch_related(Prefetch("notices", queryset=closures, to_attr="closures"))
    )
    features, unlocated = [], []
    hours = _Hours(clock.now())
    for centre in planned:
        properties = _properties(centre, language, hours)
        if centre.point is None:
            unlocated.append(properties)
        else:
            features.append(geojson.feature(geojson.point(*centre.point), properties, centre.slug))
    return {**geojson.feature_collection(features), "unlocated": unlocated}


def _properties(centre: Centre, language: str, hours: _Hours) -> dict[str, Any]:
    name, name_language = centre.name_in(language)
    return {
        "slug": centre.slug,
        "name": name,
        "name_lang": name_language,
        "kind": centre.kind,
        "kind_label": str(centre.get_kind_display()),
        "place": ", ".join(_place_names([centre.village, centre.province], language)),
        "url": centre.get_url(language),
        "changes_at": hours.changes(centre),
    }


def _place_names(places: Iterable[Any], language: str) -> list[str]:
    return [place.name_in(language)[0] for place in places if place is not None and place.live]


class _Hours:
    """The next changes of many centres at one instant; centres with the same hours are worked out once."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.known: dict[Schedule, Changes] = {}

    def changes(self, centre: Centre) -> Changes:
        """Return `[instant, "open" | "closed" | "unknown"]` from the start of the centre's day; empty = unknown."""
        zone = ZoneInfo(centre.zone)
        today = self.now.astimezone(zone).date()
        start = datetime.combine(today, time(), zone)
        if not _in_use(centre, today):
            return [[_instant(start), "closed"]]
        schedule = centre.schedule
        if schedule not in self.known:
            self.known[schedule] = [[_instant(at), word] for at, word in changes_at(schedule, start, DAYS)]
        return self.known[schedule]


def _in_use(centre: Centre, today: date) -> bool:
    """Tell whether neither a closure nor the dates of a fair keep the centre shut today."""
    if any(row.starts_on <= today and (row.ends_on is None or today <= row.ends_on) for row in centre.closures):
        return False
    starts, ends = centre.fair_starts_on, centre.fair_ends_on
    return not (starts and today < starts) and not (ends and ends < today)


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="minutes")
