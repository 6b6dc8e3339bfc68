"""Names of places by their codes, for the basket that a browser keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.cards import foreign
from routes.kinds import kind_words
from routes.trips.link import CODE
from routes.trips.reading import places_of


def named_stops(codes: Sequence[str]) -> dict[str, list[Any]]:
    """Return the places that are shown, those that aren't any more, and codes that nobody knows."""
    found = places_of(code for code in codes if CODE.fullmatch(code))
    return {
        "stops": [_stop(code, place) for code, place in found.places.items()],
        "gone": [_named(one.code, one.record) for one in found.gone if one.record is not None],
        "unknown": [code for code in codes if code not in found.places and not _is_gone(found.gone, code)],
    }


def _is_gone(gone: Sequence[Any], code: str) -> bool:
    return any(one.code == code and one.record is not None for one in gone)


def _stop(code: str, place: Any) -> dict[str, Any]:
    province = place.province.name_in()[0] if place.province else ""
    return {
        **_named(code, place),
        "kind": kind_words(place),
        "province": province,
        "url": place.url,
        "on_map": place.point is not None,
    }


def _named(code: str, record: Any) -> dict[str, Any]:
    name, language = record.name_in()
    return {"code": code, "name": name, "lang": foreign(language)}
