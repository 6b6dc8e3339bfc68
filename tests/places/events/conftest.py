"""A few festivals with their pages, made once for a module; each test rolls back what it changes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from core import clock

NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture(scope="module")
def festivals_once(django_db_setup, django_db_blocker):
    """The festivals, in a transaction that the module rolls back."""
    from tests.factories import quickly, site_tree
    from tests.places.events import festivals

    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(NOON):
        site_tree()
        with quickly():
            made = festivals.world()
        yield made
        transaction.set_rollback(True)


@pytest.fixture
def made(festivals_once, db):
    """The festivals by a short name, at noon of 22 November 2026."""
    with clock.frozen(NOON):
        yield festivals_once
