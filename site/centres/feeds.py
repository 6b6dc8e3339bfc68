"""The feed of outlets for the map: GeoJSON (RFC 7946), under the same filters as the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest

from centres.day_words import holiday_note
from centres.door import Changes, changes_of, local_now
from centres.filters import CentreFilters
from centres.hours import Schedule
from centres.models import Centre
from core import languages
from places import geojson
from places.closures import closure_on, closure_words
from places.map_feed import Asked, map_feed

Told = tuple[Changes, dict[str, str]]


@map_feed(CentreFilters)
def centres_feed(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Return the live centres under the filters and `bbox`, whatever the zoom: the browser gathers them."""
    centres: Any = asked.form.apply(Centre.objects.live())
    if asked.box is not None:
        centres = centres.within(*asked.box.as_list())
    return collection(centres, languages.active(), asked.form.distances(centres))


def collection(centres: Any, language: str, metres: Mapping[Any, float | None]) -> dict[str, Any]:
    """Return the FeatureCollection; outlets without a point are in the foreign member `unlocated` (§6.1).

    The short codes of the features stand in one more, `codes`, one after the other: nothing presses them together, and
    scattered over the features they would cost twice as many bytes.

    `metres`: how far each is from the point asked for, if one was; the nearest come first then.
    """
    features, unlocated, codes = [], [], []
    known: dict[Schedule, Told] = {}
    for centre in _nearest_first(centres.for_map(), metres):
        properties = _properties(centre, language, known)
        if centre.point is None:
            unlocated.append({"slug": centre.slug, "code": centre.code, **properties})
            continue
        codes.append(centre.code)
        if metres:
            properties["distance"] = round((metres[centre.pk] or 0) / 1000, 1)
        features.append(geojson.feature(geojson.point(*centre.point), properties, centre.slug))
    return {**geojson.feature_collection(features), "unlocated": unlocated, "codes": "".join(codes)}


def _nearest_first(centres: Iterable[Centre], metres: Mapping[Any, float | None]) -> list[Centre]:
    """Return the outlets in the order of the distances; as they are when there are none."""
    places = {key: place for place, key in enumerate(metres)}
    return sorted(centres, key=lambda centre: places.get(centre.pk, 0))


def _properties(centre: Centre, language: str, known: dict[Schedule, Told]) -> dict[str, Any]:
    """Return the properties of one outlet; outlets with the same hours are worked out once, in `known`."""
    name, name_language = centre.name_in(language)
    if centre.schedule not in known:
        known[centre.schedule] = told(centre)
    changes, note = known[centre.schedule]
    return {
        "name": name,
        "name_lang": name_language,
        "kind": centre.kind,
        "kind_label": str(centre.get_kind_display()),
        "place": ", ".join(_place_names([centre.village, centre.province], language)),
        "url": centre.get_url(language),
        "changes_at": changes,
        **note,
    }


def told(centre: Centre) -> Told:
    """Return the changes of a door, and what else is to be said of it today: how long it is closed, or a holiday."""
    today = local_now(centre).date()
    closure = closure_on(centre, today)
    note = {"closed": closure_words(closure, today)} if closure else {"holiday": holiday_note(centre, today)}
    return changes_of(centre), {name: words for name, words in note.items() if words}


def _place_names(places: Iterable[Any], language: str) -> list[str]:
    return [place.name_in(language)[0] for place in places if place is not None and place.live]
