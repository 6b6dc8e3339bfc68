"""System checks of the routing server's settings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from routes.travel.answers import DIALECTS


@register()
def check_routing_kind(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a kind of routing server that nobody here can talk to."""
    if settings.ROUTING_KIND in DIALECTS:
        return []
    kinds = " or ".join(sorted(DIALECTS))
    return [Error(f"ROUTING_KIND is “{settings.ROUTING_KIND}”.", hint=f"Set it to {kinds}.", id="routes.E001")]
