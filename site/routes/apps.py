"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class RoutesConfig(AppConfig):
    """Routes that link villages and centres."""

    name = "routes"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        import routes.planner.planning  # noqa: F401 - what it reads takes a while: not in a reader's first request
        from core import cards, detail
        from places import map_layers
        from routes import cards as route_cards
        from routes import views
        from routes.models import Route
        from routes.trips import checks  # noqa: F401 - checks register themselves

        cards.register("routes.Route", route_cards.route_card)
        detail.register_record("routes.Route", "routes/route.html", views.route_detail)
        detail.register_listing("routes.RouteIndexPage", "routes/routes.html", views.route_list)
        map_layers.register(
            map_layers.MapLayer(
                "routes",
                pgettext_lazy("layer of the map, one short word", "Routes"),
                30,
                views.route_list,
                model=Route,
                points=views.route_points,
            )
        )
