"""The one way to search, public and admin alike.

Words are found with and without tones, in every language of a record at once; all of them must occur, the last may be
a beginning. `search` and `ranked` read, `reindex` and `remove` write, `register` tells what the public can search.
Wagtail's own screens come here too, through `core.search.backend`.
"""

from __future__ import annotations

from core.search.engine import Matches, filter_queryset, ranked, search
from core.search.indexing import reindex, remove
from core.search.query import Query
from core.search.registry import SearchType, counts_by_type, register, searchable, types

__all__ = [
    "Matches",
    "Query",
    "SearchType",
    "counts_by_type",
    "filter_queryset",
    "ranked",
    "register",
    "reindex",
    "remove",
    "search",
    "searchable",
    "types",
]
