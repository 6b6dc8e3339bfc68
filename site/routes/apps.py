"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    """Routes that link villages and centres."""

    name = "routes"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import cards, detail
        from routes import cards as route_cards
        from routes import views

        cards.register("routes.Route", route_cards.route_card)
        detail.register_record("routes.Route", "routes/route.html", views.route_detail)
        detail.register_listing("routes.RouteIndexPage", "routes/routes.html", views.route_list)
