"""Making everything kept so far worthless."""

from __future__ import annotations

from core.page_cache import purging, store


def invalidate() -> None:
    """Move the site-wide version on, and have the CDN forget the site when there is one."""
    kept = store.active()
    if kept is not None:
        kept.bump()
    purging.purge()
