"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """See ARCHITECTURE in docs/ for the app's place among the layers."""

    name = "core"

    def ready(self) -> None:
        """Keep the search index and the translation state right; register the house rules."""
        from core import checks, signals  # noqa: F401 - checks register themselves

        signals.connect()
