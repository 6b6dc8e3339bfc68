"""The narrative blocks an editor composes a page from."""

from __future__ import annotations

from core.blocks.narrative import NarrativeBlock
from core.blocks.records import RecordsBlock

__all__ = ["NarrativeBlock", "RecordsBlock"]
