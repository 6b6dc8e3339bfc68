"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class CraftsConfig(AppConfig):
    """Crafts and their production steps."""

    name = "crafts"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import cards, detail, illustrations
        from crafts import cards as craft_cards
        from crafts import views
        from crafts.models import CraftFamily

        illustrations.name_families(CraftFamily.choices)
        cards.register("crafts.Craft", craft_cards.craft_card)
        detail.register_record("crafts.Craft", "crafts/craft.html", views.craft_detail)
        detail.register_listing("crafts.CraftIndexPage", "crafts/crafts.html", views.craft_list)
