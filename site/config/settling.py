"""What a web process does once before its first request."""

from __future__ import annotations

import gc

from django.urls import get_resolver


def settle() -> None:
    """Load every address with what it needs, and take what lives for ever out of the garbage collector's rounds.

    Full rounds over all of Django and Wagtail took 200 ms of one request in a dozen.
    """
    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
