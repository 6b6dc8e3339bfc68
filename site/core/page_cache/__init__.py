"""Whole anonymous pages, kept under a site-wide version that every committed write of content moves on.

`writes` sees each statement that changes content and calls `invalidate` on commit; nobody else needs to, unless
something outside the database changes what pages say. See docs/adr/0018.
"""

from __future__ import annotations

from core.page_cache.invalidation import invalidate

__all__ = ["invalidate"]
