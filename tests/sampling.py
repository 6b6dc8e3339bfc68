"""How much of the tests that repeat themselves a run takes: all with FULL=1, a seeded sample otherwise.

With CI=true all on SQLite; PostgreSQL then runs the sample, as what differs there are queries, not cases.
"""

from __future__ import annotations

import os
import zlib

ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")
FULL = os.environ.get("FULL") == "1"
THOROUGH = FULL or (os.environ.get("CI") == "true" and not ON_POSTGRESQL)
QUARTER, SCORE = 4, 40


def wanted(item, measuring):
    """Tell whether a run takes a test; `measuring` asks for those that measure time, and only for those."""
    if item.get_closest_marker("scale"):
        return measuring
    if ON_POSTGRESQL and not (item.get_closest_marker("django_db") or {"db", "demo_states"} & set(item.fixturenames)):
        return False  # what asks no database has had its run on SQLite
    return THOROUGH or zlib.crc32(item.nodeid.encode()) % _one_in(item) == 0


def _one_in(item):
    """Return how many alike stand behind one that is taken; 1 takes all."""
    if marker := item.get_closest_marker("sampled"):
        return marker.args[0] if marker.args else QUARTER
    return SCORE if item.get_closest_marker("e2e") and "journey" not in item.nodeid else 1


def in_order(item):
    """Sort what needs the demonstration content last: it may still be loading while the others run."""
    return 1 if item.get_closest_marker("e2e") else 2 * ("demo_states" in item.fixturenames)


def browser_group(item):
    """Return the group of a browser test: the sample shares one server and browser, the whole suite has two."""
    return f"e2e-{zlib.crc32(item.nodeid.encode()) % 2}" if THOROUGH else "e2e"
