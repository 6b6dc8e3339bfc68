"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, campaigns, plain pages, languages."""

    name = "home"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import detail
        from home import campaigns, featured
        from home import checks as _checks  # noqa: F401 - registers the language check

        detail.register_home("home.HomePage")
        detail.register_listing("home.HomePage", "home/home.html", featured.home_context)
        detail.register_listing("home.CampaignPage", "home/campaign.html", campaigns.campaign_context)
