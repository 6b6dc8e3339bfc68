"""What every test shares: one migrated database kept as a template, a known language, three dates, a live clock."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.utils import translation
from docs.tools.catalogues import compile_catalogues
from tests.demo_database import CopiedCreation
from tests.sampling import browser_group, in_order, wanted

from core import clock
from core.page_cache.store import LOCAL
from core.search import synonyms, vocabulary

BROWSER_SUITE = Path(__file__).parent / "e2e"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DATES = {"2026-11-22": (2026, 11, 22), "2027-01-02": (2027, 1, 2), "2030-01-01": (2030, 1, 1)}


def pytest_configure():
    """Compile the message catalogues that changed, so that a bare `pytest` sees the words of the sources."""
    compile_catalogues()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(config, items):
    """Mark the browser suite and keep it together; leave out what this run has no time for.

    Unless CI=true or FULL=1, of the `sampled` tests a seeded quarter (or one in the number that the mark names) is
    kept, and of the browser suite the journeys and one in forty of the rest. The `scale` tests measure time: they run
    alone, when `-m scale` asks for them.
    """
    for item in items:
        if BROWSER_SUITE in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.xdist_group(browser_group(item)))
    kept, left = [], []
    for item in items:
        (kept if wanted(item, measuring=config.option.markexpr == "scale") else left).append(item)
    items[:] = sorted(kept, key=in_order)
    config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Copy the migrated SQLite database; PostgreSQL migrates as ever."""
    if connection.vendor == "sqlite":
        connection.creation = CopiedCreation(connection)


@pytest.fixture(autouse=True)
def _known_state():
    """Start every test in the default language with an empty cache and no names or synonyms of another."""
    cache.clear()
    vocabulary.REST = 0
    synonyms.changed()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def kept_pages(settings, tmp_path):
    """Keep pages as production does, in a store of the test's own."""
    settings.PAGE_CACHE, settings.VAR_DIR = "local", tmp_path
    LOCAL.memory.clear()
    yield LOCAL
    LOCAL.memory.clear()


@pytest.fixture(params=list(DATES.values()), ids=list(DATES))
def at_each_date(request):
    """Run the test at the three dates of ARCHITECTURE, at noon in Hà Nội; gives the instant."""
    instant = datetime(*request.param, 12, tzinfo=ZONE)
    with clock.frozen(instant):
        yield instant


@pytest.fixture
def frozen_now():
    """Hold the clock at noon on 2026-11-22 in Hà Nội; gives the instant."""
    instant = datetime(2026, 11, 22, 12, tzinfo=ZONE)
    with clock.frozen(instant):
        yield instant


@pytest.fixture(scope="session")
def demo_states(django_db_setup, django_db_blocker):
    """The demonstration content, beside the empty database that other tests start from."""
    from tests import demo_database

    with django_db_blocker.unblock():
        states = demo_database.states()
    yield states
    with django_db_blocker.unblock():
        states.close()


@pytest.fixture(scope="module")
def demo_site(demo_states, django_db_blocker):
    """Give a whole module the demonstration content; each test still rolls back what it changes.

    Every test of the module sees it: `pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]`.
    """
    with django_db_blocker.unblock():
        place = demo_states.in_place()
        place.__enter__()
    yield
    with django_db_blocker.unblock():
        place.__exit__(None, None, None)


@pytest.fixture(scope="module")
def facet_world(django_db_setup, django_db_blocker):
    """A small random world of every record type (tests.facet_world), once for a module."""
    from tests import facet_world

    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(facet_world.NOON):
        facet_world.build()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(facet_world, db):
    """A reader of English in that world, on its day."""
    from tests import facet_reference
    from tests import facet_world as world

    with clock.frozen(world.NOON), translation.override(facet_reference.LANGUAGE):
        yield
