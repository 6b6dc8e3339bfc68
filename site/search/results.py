"""What the search page shows: a few of every type, or one type page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from core import cards, languages, search
from core.listing import page_of
from core.search.engine import by_rank
from search import compact

A_FEW = 4


@dataclass
class Group:
    """One type's share of the results: how many there are, and the first cards."""

    key: str
    name: str
    count: int
    cards: list[cards.Card]
    page_obj: Page[Any] | None = None


def overview(query: search.Query) -> list[Group]:
    """Return the types in which something was found, with the best few of each."""
    pages = {kind.key: _best_versions(kind, query) for kind in search.types() if _holds_pages(kind)}
    counts = _counts(query, pages)
    groups = []
    for kind in search.types():
        if counts[kind.key]:
            few = (
                pages[kind.key] if _holds_pages(kind) else search.ranked(compact.plan(kind.key, kind.public()), query)
            )
            shown = [compact.card(kind.key, item) for item in few[:A_FEW]]
            groups.append(Group(kind.key, str(kind.name), counts[kind.key], shown))
    return groups


def of_type(wanted: search.SearchType, query: search.Query, number: str | None) -> list[Group]:
    """Return the same types, with a page of cards for the wanted one, which is there even when it is empty."""
    pages = {kind.key: _best_versions(kind, query) for kind in search.types() if _holds_pages(kind)}
    counts = _counts(query, pages)
    groups = [Group(kind.key, str(kind.name), counts[kind.key], []) for kind in search.types()]
    shown = next(group for group in groups if group.key == wanted.key)
    if _holds_pages(wanted):
        shown.page_obj = page_of(pages[wanted.key], number)
        shown.cards = [compact.card(wanted.key, page) for page in shown.page_obj.object_list]
    else:
        shown.page_obj = page_of(search.ranked(wanted.public().for_list(), query), number)
        shown.cards = [cards.card_of(record) for record in shown.page_obj.object_list]
    return [group for group in groups if group.count or group is shown]


def _holds_pages(kind: search.SearchType) -> bool:
    return hasattr(kind.model, "translation_key")


def _counts(query: search.Query, pages: dict[str, list[Any]]) -> dict[str, int]:
    """Return how many there are of each type; a story counts once, whatever its languages."""
    records = [kind for kind in search.types() if not _holds_pages(kind)]
    return {**search.counts_by_type(query, records), **{key: len(found) for key, found in pages.items()}}


def _best_versions(kind: search.SearchType, query: search.Query) -> list[Any]:
    """Return one version of each story or page that matches in any language: the reader's best; best first."""
    public = kind.public()
    matching = search.filter_queryset(public, query).order_by().values("translation_key")
    versions = compact.plan(kind.key, by_rank(public.filter(translation_key__in=matching), query)).defer("body")
    order = languages.chain()
    best: dict[Any, Any] = {}
    for page in versions:
        rival = best.setdefault(page.translation_key, page)
        if order.index(page.language) < order.index(rival.language):
            best[page.translation_key] = page
    return list(best.values())
