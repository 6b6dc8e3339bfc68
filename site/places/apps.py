"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PlacesConfig(AppConfig):
    """Provinces, villages, events, notices."""

    name = "places"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import addresses, cards, detail
        from core.search import phrases, vocabulary
        from places import cards as place_cards
        from places import event_views, map_layers, near, signals, views
        from places.around import map_points
        from places.models import Village
        from places.place_names import place_names

        cards.register("places.Village", place_cards.village_card)
        cards.register("places.Event", place_cards.event_card)
        detail.register_record("places.Village", "places/village.html", views.village_detail)
        detail.register_record("places.Event", "places/event.html", event_views.event_detail)
        detail.register_listing("places.VillageIndexPage", "places/villages.html", views.village_list)
        detail.register_listing("places.EventIndexPage", "places/events.html", event_views.event_list)
        map_layers.register(
            map_layers.MapLayer(
                "villages",
                pgettext_lazy("layer of the map, one short word", "Villages"),
                20,
                views.village_list,
                model=Village,
                points=map_points,
            )
        )
        vocabulary.register(place_names)
        phrases.register(place_names)
        addresses.register_writer("near", near.rounded)
        signals.connect()
