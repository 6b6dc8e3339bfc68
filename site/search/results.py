"""What the search page shows: the best of all and a few of every type, or one type page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.utils.text import capfirst

from core import cards, languages, search, sections
from core.folding import folded_words
from core.labels import Label
from core.listing import page_of
from core.models import Record
from core.search.all_types import part_of_overview
from core.search.excerpts import Parts
from core.search.ranking import Tier
from search import compact, passages

A_FEW = 4
BEST = 3


@dataclass(eq=False)
class Found:
    """One result: its type, its card, and the words in which the search found it, with their language if foreign."""

    kind: search.SearchType
    card: cards.Card
    excerpt: Parts
    excerpt_lang: str


@dataclass
class Group:
    """One type's share of the results: how many there are, and the first of them that aren't shown already."""

    key: str
    name: str
    count: int
    cards: list[Found]
    page_obj: Page[Any] | None = None
    list_url: str = ""
    is_cut: bool = False  # there are more than the page shows


@dataclass
class Results:
    """The best results of several types, the groups with the others, and what there is in other languages, by type."""

    groups: list[Group] = field(default_factory=list)
    elsewhere: dict[str, Counter[str]] = field(default_factory=dict)
    best: list[Found] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Return how many results there are."""
        return sum(group.count for group in self.groups)


class _HitList(Sequence[search.Hit]):
    """The hits of one type as a paginator wants them: the number is known, a page of them is a query."""

    def __init__(self, query: search.Query, kind: search.SearchType, language: str, number: int) -> None:
        self._query, self._kind, self._language, self._number = query, kind, language, number

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, part: Any) -> Any:
        found = part_of_overview(self._query, part.start, part.stop, [self._kind])
        return found.of(self._kind, self._language)


def overview(query: search.Query, found: search.Overview, language: str) -> Results:
    """Return the best results of all types, then each type with the next few of its own; pages in one language.

    One type alone is in order by itself.
    """
    words = passages.narratives(found.hits)
    groups, candidates = [], []
    for kind in search.types():
        hits = found.of(kind, language)
        if hits:
            shown = compact.plan(kind.key, kind.public())
            read = _read(shown, hits)
            items = [_found(kind, compact.card(kind.key, item), item, hit, query, words) for item, hit in read]
            for place, (one, (item, hit)) in enumerate(zip(items, read, strict=True)):
                candidates.append((not _is_named(item, query), place, hit.rank, one))
            number = found.count(kind, language)
            groups.append(Group(kind.key, str(kind.name), number, items, is_cut=number > len(items)))
    ordered = _best_first(groups, found)
    return Results(ordered, _elsewhere(found, language), _taken_out(ordered, candidates))


def _is_named(item: Any, query: search.Query) -> bool:
    """Tell whether what was typed is the whole name, in any language."""
    names = Label(item.name).data.values() if isinstance(item, Record) else [item.title]
    return any(folded_words(name) == list(query.folded) for name in names)


def _taken_out(groups: list[Group], candidates: list[tuple[bool, int, int, Found]]) -> list[Found]:
    """Take the best results out of their groups, and let their cards say what they are; none of one group alone.

    Whole names first, then the best of each type, the better match first.
    """
    if len(groups) < 2:
        return []
    best = [one for *_rank, one in sorted(candidates, key=lambda candidate: candidate[:3])[:BEST]]
    for group in groups:
        group.cards = [one for one in group.cards if one not in best]
    for one in best:
        kind = str(capfirst(one.kind.model._meta.verbose_name))
        one.card.eyebrow = " · ".join(part for part in (kind, one.card.eyebrow) if part)
    return best


def of_type(
    wanted: search.SearchType, query: search.Query, found: search.Overview, language: str, number: str | None
) -> Results:
    """Return the same types, with a page of results of the wanted one, which is there even when it is empty."""
    groups = [Group(kind.key, str(kind.name), found.count(kind, language), []) for kind in search.types()]
    shown = next(group for group in groups if group.key == wanted.key)
    shown.list_url = _list_url(wanted, query)
    shown.page_obj = page_of(_HitList(query, wanted, language, shown.count), number)
    hits = list(shown.page_obj.object_list)
    words = passages.narratives(hits)
    public = wanted.public()
    plan = compact.plan(wanted.key, public) if wanted.holds_pages else public.for_list()
    make = (lambda item: compact.card(wanted.key, item)) if wanted.holds_pages else cards.card_of
    shown.cards = [_found(wanted, make(item), item, hit, query, words) for item, hit in _read(plan, hits)]
    kept = [group for group in groups if group.count or group is shown]
    return Results(_best_first(kept, found), _elsewhere(found, language))


def _read(queryset: Any, hits: Sequence[search.Hit]) -> list[tuple[Any, search.Hit]]:
    """Return what the hits stand for, in their order; something may be gone since."""
    by_key = {hit.key: hit for hit in hits}
    return [(item, by_key[item.pk]) for item in search.in_order(queryset, list(by_key))]


def _found(
    kind: search.SearchType,
    card: cards.Card,
    item: Any,
    hit: search.Hit,
    query: search.Query,
    words: dict[int, passages.Passage],
) -> Found:
    narrative = words.get(hit.narrative) if hit.narrative else None
    return Found(kind, card, *passages.passage(item, card, query, narrative))


def _best_first(groups: list[Group], found: search.Overview) -> list[Group]:
    """Return the groups in the order of the best kind of match that they hold."""
    best: dict[str, Tier] = {}
    for hit in found.hits:
        best[hit.kind] = min(hit.tier, best.get(hit.kind, hit.tier))
    return sorted(groups, key=lambda group: best.get(group.key, max(Tier)))


def _elsewhere(found: search.Overview, language: str) -> dict[str, Counter[str]]:
    """Return how many pages match only in other languages, by language and type, in the reader's order of these."""
    by_language: dict[str, Counter[str]] = {}
    for code in languages.chain():
        numbers = Counter({kind: number for (kind, of), number in found.counts.items() if of == code})
        if numbers and code != language:
            by_language[code] = numbers
    return by_language


def _list_url(kind: search.SearchType, query: search.Query) -> str:
    """Return the address of the type's list under the same words, with all its filters; not every type has one."""
    if kind.key not in sections.SECTIONS or kind.holds_pages:
        return ""
    return f"{sections.url(kind.key, languages.active())}?{urlencode({'q': query.text})}"
