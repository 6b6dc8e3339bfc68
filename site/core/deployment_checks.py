"""System checks of a deployment's settings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.caches)
def check_one_process_without_redis(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse several web processes that can't share what they keep: they would answer differently."""
    if settings.PAGE_CACHE == "shared" or settings.WEB_CONCURRENCY <= 1:
        return []
    return [
        Error(
            f"{settings.WEB_CONCURRENCY} web processes without Redis: each would keep pages of its own.",
            hint="Set REDIS_URL, or WEB_CONCURRENCY=1 (threads are fine: GUNICORN_CMD_ARGS=--threads=8).",
            id="core.E020",
        )
    ]
