"""Permanent short codes: six letters and digits that lead from a printed label to a record for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import models

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no 0/o, 1/l/i: they are read aloud and copied by hand
LENGTH = 6


def derive_code(section: str, slug: str, attempt: int = 0) -> str:
    """Return the code of a record: a hash of its type and slug, so that a rebuilt site keeps its printed codes."""
    seed = f"{section}/{slug}" + (f"#{attempt}" if attempt else "")
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    letters = ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(ALPHABET))
        letters += ALPHABET[rest]
    return letters


class ShortCode(models.Model):
    """One code, given once to one record type and slug, never given to another, never deleted."""

    code = models.CharField(max_length=LENGTH, primary_key=True)
    section = models.CharField(max_length=30)
    slug = models.SlugField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "slug"], name="one_code_per_record")]

    def __str__(self) -> str:
        return f"{self.code} → {self.section}/{self.slug}"

    @classmethod
    def claim(cls, section: str, slug: str) -> str:
        """Return the record's code, giving it one when it has none."""
        return cls.claim_many(section, [slug])[slug]

    @classmethod
    def claim_many(cls, section: str, slugs: Iterable[str]) -> dict[str, str]:
        """Return the codes of many records of one type by slug, in two queries when nothing collides."""
        wanted = list(dict.fromkeys(slugs))
        codes: dict[str, str] = {}
        for part in range(0, len(wanted), 500):
            rows = cls.objects.filter(section=section, slug__in=wanted[part : part + 500])
            codes.update(rows.values_list("slug", "code"))
        attempt, missing = 0, [slug for slug in wanted if slug not in codes]
        while missing:
            proposed = {derive_code(section, slug, attempt): slug for slug in reversed(missing)}
            taken = cls._taken(list(proposed))
            fresh = [
                cls(code=code, section=section, slug=slug) for code, slug in proposed.items() if code not in taken
            ]
            cls._default_manager.bulk_create(fresh, batch_size=1000)
            codes.update({row.slug: row.code for row in fresh})
            attempt, missing = attempt + 1, [slug for slug in missing if slug not in codes]
        return codes

    @classmethod
    def _taken(cls, codes: list[str]) -> set[str]:
        taken: set[str] = set()
        for part in range(0, len(codes), 500):
            taken.update(cls.objects.filter(code__in=codes[part : part + 500]).values_list("code", flat=True))
        return taken
