"""Crafts and their pages."""

from __future__ import annotations

from crafts.models.pages import CraftIndexPage, CraftPage
from crafts.models.records import Craft, CraftFamily, CraftStep

__all__ = ["Craft", "CraftFamily", "CraftIndexPage", "CraftPage", "CraftStep"]
