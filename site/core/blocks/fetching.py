"""What a body shows of the database — pictures, documents, records, links — in one query, whatever its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.rich_text import RichText

from core.rich_text import targets
from core.together import read_together

LINK = re.compile(r'data-record="([^"]+)"')


class Fetched:
    """What the blocks of one body need; read when the first of it is asked for."""

    def __init__(self, body: BodyValue) -> None:
        self._keys: dict[Any, set[int]] = {}
        self._references: set[str] = set()
        for child in body.raw_data:
            self._gather(body.stream_block.child_blocks[child["type"]], child["value"])

    def of(self, model: Any) -> dict[int, Any]:
        """Return the chosen objects of a model by primary key."""
        return {row.pk: row for row in self._read[0].get(model, ())}

    @cached_property
    def links(self) -> set[str]:
        """Return those references to records that lead somewhere."""
        return targets.answered(self._read[1])

    @cached_property
    def _read(self) -> tuple[dict[Any, Any], dict[str, Any]]:
        """Read everything: the chosen objects by model, and the slugs that links name by section."""
        chosen = {model: _as_shown(model).filter(pk__in=keys) for model, keys in self._keys.items()}
        named = targets.questions(self._references)
        read_together(*chosen.values(), *named.values())
        return chosen, named

    def _gather(self, block: Any, raw: Any) -> None:
        """Note what is chosen and linked in a block's stored value."""
        if not raw:
            return
        if isinstance(block, Shared):
            self._keys.setdefault(block.model_class, set()).add(raw)
        elif isinstance(block, LinkedTextBlock):
            self._references.update(LINK.findall(raw))
        elif isinstance(block, blocks.StructBlock):
            for name, child in block.child_blocks.items():
                self._gather(child, raw.get(name))
        elif isinstance(block, blocks.ListBlock):
            for item in raw:
                self._gather(block.child_block, item["value"])
        elif isinstance(block, blocks.StreamBlock):
            for item in raw:
                self._gather(block.child_blocks.get(item["type"]), item["value"])


def _as_shown(model: Any) -> Any:
    """Return the objects of a model: records with what their cards show."""
    objects = model._default_manager
    return objects.for_cards() if hasattr(objects, "for_cards") else objects.all()


_fetched: ContextVar[Fetched | None] = ContextVar("fetched", default=None)


@contextmanager
def _at_hand(fetched: Fetched) -> Iterator[None]:
    token = _fetched.set(fetched)
    try:
        yield
    finally:
        _fetched.reset(token)


class Shared:
    """A chooser that takes from what its whole body has fetched; on its own it asks for itself."""

    model_class: Any

    def bulk_to_python(self, values: Any) -> list[Any]:
        """Return the chosen objects in order, None for one that is gone."""
        fetched = _fetched.get()
        found = fetched.of(self.model_class) if fetched else _as_shown(self.model_class).in_bulk(list(values))
        return [found.get(key) for key in values]


class LinkedText(RichText):
    """A text whose links were looked up with those of its whole body."""

    def __init__(self, source: str, fetched: Fetched) -> None:
        super().__init__(source)
        self._fetched = fetched

    def __html__(self) -> str:
        with targets.known(self._fetched.links):
            return str(super().__html__())


class LinkedTextBlock(blocks.RichTextBlock):
    """Text with links to records."""

    def to_python(self, value: Any) -> RichText:
        """Return the text; on its own it looks up its links itself."""
        fetched = _fetched.get()
        return LinkedText(value, fetched) if fetched else super().to_python(value)

    def deconstruct(self) -> tuple[str, Any, Any]:
        """Be Wagtail's own block to migrations."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs


class BodyValue(StreamValue):
    """A stream whose blocks' needs are fetched together."""

    @cached_property
    def fetched(self) -> Fetched:
        """Return what the blocks of the stream need."""
        return Fetched(self)

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
