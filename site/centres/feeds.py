"""The feed of outlets for the map: GeoJSON (RFC 7946), under the same filters as the list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from centres.door import Changes, changes_of, in_use, local_now
from centres.filters import CentreFilters, filtered_centres
from centres.models import Centre
from core import languages
from places import geojson

CONTENT_TYPE = "application/geo+json"
BBOX = "bbox"
# Names that the page's address may carry and that the feed has no use for.
IGNORED = frozenset({"page", "zoom"})


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
    features, unlocated = [], []
    known: dict[Any, Changes] = {}
    for centre in centres.for_map():
        properties = _properties(centre, language, known)
        if centre.point is None:
            unlocated.append(properties)
        else:
            features.append(geojson.feature(geojson.point(*centre.point), properties, centre.slug))
    return {**geojson.feature_collection(features), "unlocated": unlocated}


def _properties(centre: Centre, language: str, known: dict[Any, Changes]) -> dict[str, Any]:
    """Return the properties of one outlet; outlets with the same hours are worked out once, in `known`."""
    name, name_language = centre.name_in(language)
    hours = (centre.schedule, in_use(centre, local_now(centre).date()))
    if hours not in known:
        known[hours] = changes_of(centre)
    return {
        "slug": centre.slug,
        "name": name,
        "name_lang": name_language,
        "kind": centre.kind,
        "kind_label": str(centre.get_kind_display()),
        "place": ", ".join(_place_names([centre.village, centre.province], language)),
        "url": centre.get_url(language),
        "changes_at": known[hours],
    }


def _place_names(places: Iterable[Any], language: str) -> list[str]:
    return [place.name_in(language)[0] for place in places if place is not None and place.live]
