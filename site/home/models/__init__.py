"""The home page and plain pages."""

from __future__ import annotations

from home.models.campaigns import CampaignPage
from home.models.pages import HomePage, PlainPage

__all__ = ["CampaignPage", "HomePage", "PlainPage"]
