"""Which records get a label: found by type and words, chosen by code; only live ones that the user may view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from core import permissions, search
from core.models import Record, ShortCode
from editorial.viewable import models_for


def printable(user: Any, model: type[Record]) -> QuerySet[Any]:
    """Return the live records of a type that a user may view: a label never leads to a page that isn't shown."""
    live: Any = permissions.narrow(user, "view", model._default_manager.all())
    return live.live().exclude(code="")


def found(user: Any, model: type[Record], words: str, most: int) -> list[Any]:
    """Return the records of a type that the words find, best first; all by name when there are no words."""
    records: Any = printable(user, model)
    if search.Query.parse(words).blank:
        return list(records.by_name()[:most])
    return list(search.ranked(records, words)[:most])


def by_codes(user: Any, codes: Iterable[str], for_labels: bool = False) -> list[Any]:
    """Return the records with these codes in their order; what the user may not view or isn't live is left out."""
    wanted = list(dict.fromkeys(codes))
    sections = dict(ShortCode.objects.filter(code__in=wanted).values_list("code", "section"))
    records: dict[str, Any] = {}
    for section, model in models_for(user).items():
        own = [code for code in wanted if sections.get(code) == section]
        if own:
            queryset: Any = printable(user, model).filter(code__in=own)
            chosen = queryset.for_cards() if for_labels else queryset
            records.update({record.code: record for record in chosen.order_by("pk")})
    return [records[code] for code in wanted if code in records]
