"""Where answers are kept: `settings.PAGE_CACHE` is `local` (one process), `shared` (Redis) or `off`."""

from __future__ import annotations

from django.conf import settings

from core.page_cache.local import LocalStore
from core.page_cache.shared import SharedStore

Store = LocalStore | SharedStore

LOCAL = LocalStore()
_STORES: dict[str, Store | None] = {"local": LOCAL, "shared": SharedStore(), "off": None}


def active() -> Store | None:
    """Return the store in use; None when nothing is kept."""
    return _STORES[settings.PAGE_CACHE]
