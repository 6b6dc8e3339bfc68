"""The pictures that editors put into a text: their files are made once, when the page is saved or published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from core import photographs
from core.renditions import OF_A_BODY


def make(page: Any) -> None:
    """Make the missing files of every picture in a page's body; a body without pictures costs no query."""
    children = page.body.stream_block.child_blocks
    keys = {key for child in page.body.raw_data for key in keys_of(children[child["type"]], child["value"])}
    found = get_image_model()._default_manager.in_bulk(keys) if keys else {}
    for image in found.values():
        photographs.make(image, OF_A_BODY)


def keys_of(block: blocks.Block, raw: Any) -> Iterator[int]:
    """Yield the primary keys of the pictures in the stored value of a block."""
    if not raw:
        return
    if isinstance(block, ImageChooserBlock):
        yield raw
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from keys_of(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from keys_of(block.child_block, item["value"])
