"""What a reader is told who holds the code of something not shown now: its maker, and where to go instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from centres.door import in_use, local_now
from centres.models import Centre
from places.distance import nearest

CANDIDATES = 8  # so many of the nearest are read, for some may be closed


def live_maker(record: Any) -> Any:
    """Return the record's maker when it is itself shown to the public; nothing else of the record is told."""
    maker = getattr(record, "producer", None)
    return maker if maker is not None and maker.live else None


def nearest_centre(record: Any) -> Centre | None:
    """Return the live centre nearest to a record, without those closed now; by province when no point is known."""
    centres = Centre.objects.live()
    if isinstance(record, Centre):
        centres = centres.exclude(pk=record.pk)
    point = next((place.point for place in _places(record) if place.point), None)
    if point is not None:
        rows = list(centres.located().order_by("pk").values_list("pk", "latitude", "longitude"))
        keys = [rows[index][0] for index, _metres in nearest(point, [row[1:] for row in rows], CANDIDATES)]
        found = centres.for_list().in_bulk(keys)
        near = [found[key] for key in keys]
    else:
        near = list(centres.filter(province__in=_provinces(record)).for_list().by_name()[:CANDIDATES])
    return next((centre for centre in near if in_use(centre, local_now(centre).date())), None)


def _places(record: Any) -> Iterator[Any]:
    """Yield the record's own place, then the live ones that it names."""
    if hasattr(record, "point"):
        yield record
    maker = live_maker(record)
    named = [getattr(record, "centre", None), getattr(record, "village", None), maker and maker.village]
    stops = [stop.place for stop in record.stops.all()] if hasattr(record, "stops") else []
    yield from (place for place in [*named, *stops] if place is not None and place.live)


def _provinces(record: Any) -> list[int]:
    """Return the keys of the provinces of a record and of the live places it names."""
    owners = [record, live_maker(record), *_places(record)]
    keys = [getattr(owner, "province_id", None) for owner in owners]
    return list(dict.fromkeys(key for key in keys if key is not None))
