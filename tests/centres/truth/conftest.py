"""A centre to answer about, at noon in Hà Nội."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from tests.centres.truth import world

from core import clock


@pytest.fixture(autouse=True)
def _noon():
    with clock.frozen(world.NOON):
        yield


@pytest.fixture
def centre(db):
    return world.centre_in("Asia/Ho_Chi_Minh")


@pytest.fixture
def museum(db):
    """A centre that can be asked."""
    return world.centre_in("Asia/Ho_Chi_Minh", email="museum@example.org")


@pytest.fixture
def limits(settings):
    """Count in a cache that counts."""
    settings.CACHES = world.LOCMEM
    cache.clear()
    yield
    cache.clear()
