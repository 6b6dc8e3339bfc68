"""The one way to search, public and admin alike.

Words are found with and without tones, in every language of a record at once, themselves or by a synonym; all of them
must occur, the last may be a beginning. `search` and `ranked` read one model, `overview` all that the public can
search; `reindex` and `remove` write, `register` tells what the public can search. Wagtail's own screens come here too,
through `core.search.backend`.
"""

from __future__ import annotations

from core.search.all_types import Hit, Overview, counts_by_type, overview
from core.search.correction import did_you_mean
from core.search.engine import Matches, filter_queryset, in_order, ranked, search
from core.search.excerpts import excerpt
from core.search.indexing import reindex, remove
from core.search.query import Query
from core.search.registry import SearchType, register, searchable, types

__all__ = [
    "Hit",
    "Matches",
    "Overview",
    "Query",
    "SearchType",
    "counts_by_type",
    "did_you_mean",
    "excerpt",
    "filter_queryset",
    "in_order",
    "overview",
    "ranked",
    "register",
    "reindex",
    "remove",
    "search",
    "searchable",
    "types",
]
