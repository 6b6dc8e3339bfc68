"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The public search over all records, stories, campaigns and plain pages."""

    name = "search"

    def ready(self) -> None:
        """Hand over the synonyms; say what the public can search, in the order of the results."""
        from core import search
        from core.sections import SECTIONS
        from search import synonyms

        synonyms.connect()
        labels = {
            "villages": "places.Village",
            "products": "products.Product",
            "centres": "centres.Centre",
            "routes": "routes.Route",
            "crafts": "crafts.Craft",
            "producers": "products.Producer",
            "events": "places.Event",
            "stories": "stories.StoryPage",
        }
        for order, (key, label) in enumerate(labels.items()):
            search.register(label, key, SECTIONS[key], order)
        search.register("home.CampaignPage", "campaigns", _("Destinations"), len(labels))
        search.register("home.PlainPage", "pages", _("Other pages"), len(labels) + 1)
