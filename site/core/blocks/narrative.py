"""The body of every narrative page, and its words without mark-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.rich_text import get_text_for_indexing

from core.blocks.call import CallBlock
from core.blocks.fetching import BodyBlock
from core.blocks.making import MaterialsBlock, StepsBlock
from core.blocks.media import MediaBlock
from core.blocks.people import InternalNoteBlock, PortraitBlock, QuoteBlock
from core.blocks.pictures import GalleryBlock, PictureBlock
from core.blocks.records import RecordsBlock
from core.blocks.text import TextBlock, VisitBlock
from core.blocks.timeline import TimelineBlock


class NarrativeBlock(BodyBlock):
    """The blocks an editor composes a page from; every one describes itself and shows a believable preview."""

    text = TextBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    steps = StepsBlock()
    materials = MaterialsBlock()
    portrait = PortraitBlock()
    timeline = TimelineBlock()
    media = MediaBlock()
    visit = VisitBlock()
    records = RecordsBlock()
    call = CallBlock()

    class Meta:
        required = False


def plain_text(value: Any) -> str:
    """Return the words of a narrative body, for the search index and reading time; no picture or record is fetched."""
    children = value.stream_block.child_blocks
    found = (words for child in value.raw_data for words in words_of(children[child["type"]], child["value"]))
    return " ".join(words for words in found if words)


def words_of(block: blocks.Block, raw: Any) -> Iterator[str]:
    """Yield the words a reader finds in the stored value of a block, in their order."""
    if not raw or isinstance(block, InternalNoteBlock):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield get_text_for_indexing(raw)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield raw
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from words_of(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from words_of(block.child_block, item["value"])
