"""What a web process does once before its first request."""

from __future__ import annotations

import gc

from django.urls import get_resolver

THRESHOLDS = (50_000, 20, 50)  # objects, rounds of the young, rounds of the middle-aged; Python's own are 700, 10, 10


def settle() -> None:
    """Load every address with what it needs, and take what lives for ever out of the garbage collector's rounds.

    Full rounds over all of Django and Wagtail took 200 ms of one request in a dozen. Without these objects rounds are
    short but many, so they are made rarer: a page makes tens of thousands of objects, nearly all without cycles.
    """
    assert get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
