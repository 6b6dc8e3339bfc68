"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class CentresConfig(AppConfig):
    """Centres with opening hours, stock and experiences; the map of outlets."""

    name = "centres"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from centres import cards as centre_cards
        from centres import map_views, views
        from centres.models import Centre
        from centres.truth import checks  # noqa: F401 - it registers itself
        from core import cards, detail
        from core.page_cache import writes
        from places import map_layers
        from places.around import map_points

        cards.register("centres.Centre", centre_cards.centre_card)
        detail.register_record("centres.Centre", "centres/centre.html", views.centre_detail)
        detail.register_listing("centres.CentreIndexPage", "centres/centres.html", views.centre_list)
        detail.register_listing("centres.MapPage", "centres/map.html", map_views.map_page)
        writes.never_shown("centres.DoorCount")
        map_layers.register(
            map_layers.MapLayer(
                "centres",
                pgettext_lazy("layer of the map, one short word", "Outlets"),
                10,
                views.centre_list,
                model=Centre,
                points=map_points,
            )
        )
