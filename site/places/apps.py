"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Provinces, villages, events, notices."""

    name = "places"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import cards, detail
        from places import cards as place_cards
        from places import signals, views

        cards.register("places.Village", place_cards.village_card)
        cards.register("places.Event", place_cards.event_card)
        detail.register_record("places.Village", "places/village.html", views.village_detail)
        detail.register_record("places.Event", "places/event.html", views.event_detail)
        detail.register_listing("places.VillageIndexPage", "places/villages.html", views.village_list)
        detail.register_listing("places.EventIndexPage", "places/events.html", views.event_list)
        signals.connect()
