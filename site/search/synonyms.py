"""Handing the editors' synonyms to `core.search`, and telling it when they change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from core.search import synonyms
from search.models import Synonym


def connect() -> None:
    """Say where synonyms come from, once; have them read again after each change."""
    synonyms.register(pairs)
    for signal in (post_save, post_delete):
        signal.connect(on_changed, sender=Synonym, dispatch_uid=f"search.on_synonym_changed.{id(signal)}")


def pairs() -> Iterator[tuple[str, str]]:
    """Yield what is typed and what is meant."""
    for words, means, both_ways in Synonym.objects.order_by("words", "pk").values_list("words", "means", "both_ways"):
        yield words, means
        if both_ways:
            yield means, words


def on_changed(**kwargs: Any) -> None:
    """Have the synonyms read again once the change is committed."""
    transaction.on_commit(synonyms.changed)
