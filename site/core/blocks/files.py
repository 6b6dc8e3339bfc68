"""Pictures and documents of a body: each kind is fetched in one query, whatever the blocks they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

Keys = dict[Any, set[int]]


class Fetched:
    """What the choosers of one body need, by model; fetched when the first of a kind is asked for."""

    def __init__(self, keys: Keys) -> None:
        self.keys, self.found = keys, dict[Any, dict[int, Any]]()

    def of(self, model: Any) -> dict[int, Any]:
        """Return the chosen objects of a model by primary key."""
        if model not in self.found:
            self.found[model] = model._default_manager.in_bulk(self.keys.get(model, ()))
        return self.found[model]


_fetched: ContextVar[Fetched | None] = ContextVar("fetched", default=None)


@contextmanager
def _at_hand(fetched: Fetched) -> Iterator[None]:
    token = _fetched.set(fetched)
    try:
        yield
    finally:
        _fetched.reset(token)


class _Shared:
    """A chooser that takes from what its whole body has fetched; on its own it asks for itself."""

    model_class: Any

    def bulk_to_python(self, values: Any) -> list[Any]:
        """Return the chosen objects in order, None for one that is gone."""
        fetched = _fetched.get()
        if fetched is None:
            return list(super().bulk_to_python(values))  # type: ignore[misc]  # of Wagtail's choosers
        found = fetched.of(self.model_class)
        return [found.get(key) for key in values]

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Be Wagtail's own chooser to migrations."""
        _path, args, kwargs = super().deconstruct()  # type: ignore[misc]  # of Wagtail's choosers
        chooser = type(self).__mro__[2]
        return f"{chooser.__module__}.{chooser.__name__}", args, kwargs


class PictureChooserBlock(_Shared, ImageChooserBlock):
    """Chooses a picture."""


class FileChooserBlock(_Shared, DocumentChooserBlock):
    """Chooses a document."""


class BodyValue(StreamValue):
    """A stream whose pictures and documents are fetched together."""

    @cached_property
    def fetched(self) -> Fetched:
        """Return what the choosers of the stream need."""
        keys: Keys = {}
        for child in self.raw_data:
            for model, key in _chosen(self.stream_block.child_blocks[child["type"]], child["value"]):
                keys.setdefault(model, set()).add(key)
        return Fetched(keys)

    def _prefetch_blocks(self, type_name: str) -> None:
        with _at_hand(self.fetched):
            super()._prefetch_blocks(type_name)


class BodyBlock(blocks.StreamBlock):
    """A stream block whose values are of that kind."""

    def to_python(self, value: Any) -> Any:
        """Return the stored value, to be unpacked when it is read."""
        stream = super().to_python(value)
        lazy = isinstance(stream, StreamValue) and stream.is_lazy and not isinstance(stream, BodyValue)
        return BodyValue(self, list(stream.raw_data), is_lazy=True) if lazy else stream


def _chosen(block: Any, raw: Any) -> Iterator[tuple[Any, int]]:
    """Yield model and key of every picture and document in a block's stored value."""
    if not raw:
        return
    if isinstance(block, _Shared):
        yield block.model_class, raw
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _chosen(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from _chosen(block.child_block, item["value"])
