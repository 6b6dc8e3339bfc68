"""Index fields for what has a plain title: pages and pictures are found with and without accents, as records are."""

from __future__ import annotations

from typing import Any

from wagtail.search import index

from core import folding
from core.labels import Label


class FoldedTitle(index.SearchField):
    """The title's words, exact and folded, beside the title as it stands; of a label, in every language."""

    def get_value(self, obj: Any) -> str:
        """Return the words of the named field."""
        value = super().get_value(obj) or ""
        return folding.indexable(*(value.data.values() if isinstance(value, Label) else [str(value)]))
