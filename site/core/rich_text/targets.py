"""What a rich text can link to: live records, and the pages of a section (stories), both named `section/slug`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from core import languages, registry, search, sections
from core.models.records import Record
from core.together import read_together


@dataclass(frozen=True)
class Target:
    """Something to link to; `address` is its path in the reader's language."""

    reference: str
    name: str
    address: str


def kinds() -> list[str]:
    """Return the sections that hold something to link to, in the order of the site."""
    return [section for section in sections.SECTIONS if public(section) is not None]


def public(section: str) -> QuerySet[Any] | None:
    """Return what the public sees of a section; None when there is no such section or nothing with a slug in it."""
    model = registry.models_by_section().get(section)
    if model is not None:
        return model._default_manager.filter(live=True)
    kind = search.searchable(section) if section in sections.SECTIONS else None
    return kind.public() if kind is not None else None


def address(reference: str) -> str:
    """Return the path of a reference in the reader's language."""
    section, _slash, slug = reference.partition("/")
    return f"{sections.url(section, languages.active())}{slug}/"


_known: ContextVar[set[str] | None] = ContextVar("known", default=None)


@contextmanager
def known(references: set[str]) -> Iterator[None]:
    """Look nothing up: of all references that may be asked for, these lead somewhere."""
    token = _known.set(references)
    try:
        yield
    finally:
        _known.reset(token)


def shown(references: Iterable[str]) -> set[str]:
    """Return those references that the public can open, in one query; for nonsense none."""
    there = _known.get()
    if there is not None:
        return there.intersection(references)
    asked = questions(references)
    read_together(*asked.values())
    return answered(asked)


def questions(references: Iterable[str]) -> dict[str, QuerySet[Any]]:
    """Return by section which of the slugs that are named there the public can open."""
    found = {section: (public(section), slugs) for section, slugs in _by_section(references).items()}
    return {
        section: queryset.filter(slug__in=slugs).order_by().values_list("slug", flat=True)
        for section, (queryset, slugs) in found.items()
        if queryset is not None
    }


def answered(asked: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the references that such questions have found."""
    return {f"{section}/{slug}" for section, slugs in asked.items() for slug in slugs}


def one(reference: str) -> Target | None:
    """Return what a reference leads to; None when the public cannot open it."""
    section, _slash, slug = reference.partition("/")
    queryset = public(section)
    found = queryset.filter(slug=slug).first() if queryset is not None and slug else None
    return _target(section, found) if found is not None else None


def find(text: str, section: str, limit: int) -> list[Target]:
    """Return the best matches of some words in one section; a story once, in the reader's language if it can."""
    queryset: Any = public(section)
    if queryset is None:
        return []
    queryset = queryset.for_cards() if issubclass(queryset.model, Record) else queryset.select_related("locale")
    matches: dict[str, Target] = {}
    for item in search.ranked(queryset, text)[: limit * len(languages.codes())]:
        if item.slug not in matches or item.locale.language_code == languages.active():
            matches[item.slug] = _target(section, item)
    return list(matches.values())[:limit]


def record_key(reference: str) -> tuple[type[Record], Any] | None:
    """Return the type and primary key of the record that a reference names, live or not; None for stories."""
    section, _slash, slug = reference.partition("/")
    model = registry.models_by_section().get(section)
    key = model._default_manager.filter(slug=slug).values_list("pk", flat=True).first() if model is not None else None
    return (model, key) if model is not None and key is not None else None


def _target(section: str, item: Any) -> Target:
    reference = f"{section}/{item.slug}"
    name = item.name_in()[0] if isinstance(item, Record) else item.title
    return Target(reference, name, address(reference))


def _by_section(references: Iterable[str]) -> dict[str, set[str]]:
    slugs: dict[str, set[str]] = defaultdict(set)
    for reference in references:
        section, _slash, slug = reference.partition("/")
        if slug:
            slugs[section].add(slug)
    return slugs
