"""Names of provinces, past and present: they have no page, but people type them, and mistype them."""

from __future__ import annotations

from collections.abc import Iterator

from places.models import Province, ProvinceAlias


def place_names() -> Iterator[str]:
    """Yield the names of provinces in every language, and their former and other names."""
    for name in Province.objects.live().values_list("name", flat=True):
        yield from name.data.values()
    yield from ProvinceAlias.objects.values_list("name", flat=True)
