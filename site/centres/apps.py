"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class CentresConfig(AppConfig):
    """Centres with opening hours, stock and experiences; the map of outlets."""

    name = "centres"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from centres import cards as centre_cards
        from centres import views
        from core import cards, detail

        cards.register("centres.Centre", centre_cards.centre_card)
        detail.register_record("centres.Centre", "centres/centre.html", views.centre_detail)
        detail.register_listing("centres.CentreIndexPage", "centres/centres.html", views.centre_list)
        detail.register_listing("centres.MapPage", "centres/map.html", views.outlet_map)
