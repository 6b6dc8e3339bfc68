"""Suggestions as one types: names that begin so, of every type, with their place and address; a public JSON feed.

Only when the names hold too little do the other words count, and a typing error is put right. Any input is answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from core import freshness, languages, search
from core.models import Record
from core.search.correction import offered
from core.search.ranking import Tier

MOST, MOST_OF_A_TYPE, TOO_FEW = 8, 4, 3
WORDS_FROM = 3  # letters from which other words than names count: fewer begin words of nearly everything
# Where people go stands before what they buy there, when both match as well.
ORDER = ("villages", "centres", "crafts", "routes", "events", "campaigns", "stories", "products", "producers", "pages")
JOINS: dict[str, tuple[str, ...]] = {
    "villages": ("province",),
    "centres": ("province",),
    "products": ("programme", "province"),
    "producers": ("province",),
    "events": ("village__province", "province"),
    "campaigns": ("locale",),
    "stories": ("locale",),
    "pages": ("locale",),
}


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Return at most `MOST` suggestions for `q`, grouped by type, in the reader's language."""
    freshness.reads("q")
    typed = search.Query.parse(request.GET.get("q", ""))
    hits = _chosen(typed)
    meant = offered(typed, min((hit.tier for hit in hits), default=None))
    if meant:
        hits = _chosen(search.Query.parse(meant.text))
    language = languages.active()
    body = {
        "query": typed.text,
        "groups": list(_groups(hits)),
        "all": f"/{language}/search/?{urlencode({'q': typed.text})}",
        "did_you_mean": meant.text if meant else None,
    }
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})


def _chosen(query: search.Query) -> list[search.Hit]:
    """Return the hits to suggest, best first: not too many of one type unless there is nothing else."""
    found = _best(query, names_only=True)
    if len(found) < TOO_FEW and len(query.text) >= WORDS_FROM:
        found += [hit for hit in _best(query) if hit not in found]
    number = dict.fromkeys(ORDER, 0)
    first: list[search.Hit] = []
    rest: list[search.Hit] = []
    for hit in found:
        number[hit.kind] = number.get(hit.kind, 0) + 1
        (first if number[hit.kind] <= MOST_OF_A_TYPE else rest).append(hit)
    return [*first, *rest][:MOST]


def _best(query: search.Query, names_only: bool = False) -> list[search.Hit]:
    kinds = search.types()
    if len(query.text) < WORDS_FROM:  # they begin thousands of names: a place is likelier meant than one product
        kinds = [kind for kind in kinds if ORDER.index(kind.key) < ORDER.index("products")]
    found = search.overview(query, MOST, kinds, names_only)
    language = languages.content_language()
    hits = [hit for kind in kinds for hit in found.of(kind, language) if not names_only or hit.tier < Tier.APART]
    return sorted(hits, key=lambda hit: (hit.tier, ORDER.index(hit.kind), hit.rank, hit.key))


def _groups(hits: list[search.Hit]) -> Iterator[dict[str, Any]]:
    """Yield the groups in the order of their best suggestion, each read in one query."""
    for key in dict.fromkeys(hit.kind for hit in hits):
        kind = search.searchable(key)
        if kind is None:
            continue
        queryset = kind.public().select_related(*JOINS.get(key, ()))
        queryset = queryset.defer("body") if kind.holds_pages else queryset
        items = search.in_order(queryset, [hit.key for hit in hits if hit.kind == key])
        if items:
            yield {"type": key, "name": str(kind.name), "items": [_item(key, item) for item in items]}


def _item(key: str, item: Any) -> dict[str, str]:
    """Return what the box shows of a record or page."""
    if isinstance(item, Record):
        title, language = item.name_in()
        return {"title": title, "lang": language, "place": _place(item), "url": item.url}
    section = "stories/" if key == "stories" else ""
    url = f"/{languages.active()}/{section}{item.slug}/"
    return {"title": item.title, "lang": item.language, "place": "", "url": url}


def _place(record: Record) -> str:
    """Return the province of a record, or that of its village; empty when it has none."""
    village = getattr(record, "village", None) if "village" in record._state.fields_cache else None
    province = getattr(record, "province", None) or getattr(village, "province", None)
    return str(province.name_in()[0]) if province is not None else ""
