"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page, plain pages, languages."""

    name = "home"

    def ready(self) -> None:
        """Register cards, pages and lists with core."""
        from core import detail
        from home import checks as _checks  # noqa: F401 - registers the language check
        from home import featured

        detail.register_home("home.HomePage")
        detail.register_listing("home.HomePage", "home/home.html", featured.home_context)
