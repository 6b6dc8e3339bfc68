"""The app's configuration."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """See ARCHITECTURE in docs/ for the app's place among the layers."""

    name = "core"

    def ready(self) -> None:
        """Keep search index, translation state and page cache right; register house rules and our writer of AVIF."""
        from core import avif, checks, deployment_checks, signals, sort_keys  # noqa: F401 - checks register themselves
        from core.page_cache import writes

        avif.register()
        signals.connect()
        post_migrate.connect(sort_keys.refresh_all, sender=self, dispatch_uid="core.sort_keys")
        writes.connect()
