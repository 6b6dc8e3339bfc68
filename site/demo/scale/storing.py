"""Writing many records at once, without signals, with everything that follows from their columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from core.models import ShortCode
from core.search import reindex
from core.slugs import ascii_slug
from demo.scale.sizes import PREFIX

BATCH = 500


def slug_of(name: str, number: int) -> str:
    """Return the slug of a generated record: readable, and as long as a real one."""
    return f"{PREFIX}{ascii_slug(name, 80)}-{number:05}"


@dataclass
class Written:
    """What a run has written, by model; its index entries are made at the end, when all relations are there."""

    fresh: dict[type[Any], list[int]] = field(default_factory=dict)

    def records(self, model: type[Any], planned: list[Any]) -> tuple[list[Any], set[int]]:
        """Write the planned records that aren't there; return all in their order, and the keys of the new ones."""
        there = {record.slug: record for record in model.objects.filter(slug__startswith=PREFIX)}
        missing = [record for record in planned if record.slug not in there]
        codes = ShortCode.claim_many(model.section, [record.slug for record in missing])
        for record in missing:
            record.code = codes[record.slug]
            record.derive()
        self.rows(model, missing)
        all_of_them = [there.get(record.slug, record) for record in planned]
        return all_of_them, {record.pk for record in missing}

    def rows(self, model: type[Any], rows: list[Any]) -> None:
        """Write rows that have no slug of their own."""
        made = model._base_manager.bulk_create(rows, batch_size=BATCH)
        self.fresh.setdefault(model, []).extend(row.pk for row in made)

    def index(self) -> None:
        """Write the search index of everything that was written and is searched."""
        for model, keys in self.fresh.items():
            if keys and hasattr(model, "get_indexed_objects"):
                reindex(model, keys)

    def counts(self) -> Counter[str]:
        """Return how many rows were written, by model."""
        return Counter({model._meta.label: len(keys) for model, keys in self.fresh.items() if keys})
