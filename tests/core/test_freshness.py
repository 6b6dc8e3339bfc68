"""What an answer depends on is noted while it is made: dates, doors, parameters."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.factories import make_centre

from centres.door import door, local_now
from core import clock, freshness

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SITE = Path(__file__).resolve().parents[2] / "site"
FAR = datetime(2100, 1, 1, tzinfo=UTC)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_outside_of_an_answer_nothing_is_noted():
    freshness.until(FAR)
    freshness.reads("q")
    freshness.personal()
    freshness.malformed()
    assert not freshness.is_collecting()
    assert freshness.version() == ""


def test_the_earliest_instant_wins():
    with freshness.collected(FAR) as notes:
        freshness.until(at("2026-11-23"))
        freshness.until(at("2026-11-22"))
        freshness.until(at("2026-11-24"))
    assert notes.until == at("2026-11-22")
    assert not freshness.is_collecting()


def test_answers_within_answers_are_their_own():
    with freshness.collected(FAR) as outer:
        with freshness.collected(FAR) as inner:
            freshness.personal()
            freshness.reads("q")
        assert (inner.is_personal, outer.is_personal, outer.names) == (True, False, set())


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [(None, "2026-11-23T00:00+07:00"), ("Asia/Jayapura", "2026-11-23T00:00+09:00"), ("UTC", "2026-11-23T00:00+00:00")],
)
def test_who_asks_for_the_date_is_right_until_midnight_there(frozen_now, zone, midnight):
    with freshness.collected(FAR) as notes:
        clock.today(zone)
    assert notes.until == datetime.fromisoformat(midnight)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("now", "changes"),
    [
        ("2026-11-22T07:00", "2026-11-22T08:00"),  # opens
        ("2026-11-22T12:00", "2026-11-22T16:00"),  # closes soon
        ("2026-11-22T16:00", "2026-11-22T17:00"),  # closes
        ("2026-11-22T16:30", "2026-11-22T17:00"),
        ("2026-11-22T18:00", "2026-11-23T00:00"),  # “opens tomorrow” becomes “opens at 8”
    ],
)
def test_a_door_is_right_until_it_moves(now, changes):
    centre = make_centre(hours=("08:00", "17:00"))
    with clock.frozen(at(now)), freshness.collected(FAR) as notes:
        before = door(centre)
        local_now(centre)
    assert notes.until == at(changes)
    with clock.frozen(notes.until - timedelta(minutes=1)):
        assert door(centre) == before
    if changes != "2026-11-23T00:00":
        with clock.frozen(notes.until):
            assert door(centre) != before


@pytest.mark.django_db
def test_a_door_in_another_zone_counts_its_own_midnight():
    centre = make_centre(timezone="Asia/Jayapura")
    with clock.frozen(at("2026-11-22T21:00")), freshness.collected(FAR) as notes:
        door(centre)
    assert notes.until == datetime.fromisoformat("2026-11-23T00:00+09:00")


def test_nobody_takes_the_instant_without_saying_until_when():
    """`clock.today` notes midnight by itself; who asks for the instant is on this list, or notes it like `door`."""
    known = {"core/clock.py", "centres/door.py", "core/models/records.py", "core/page_cache/entry.py",
             "core/page_cache/middleware.py", "core/page_cache/shared.py",
             "centres/truth/question.py", "routes/guide/roads.py",  # both note the instant themselves
             "centres/truth/found_closed.py", "centres/truth/limits.py", "centres/truth/stamp.py",  # of no kept page
             "routes/exports/responses.py"}  # only when a file was written  # fmt: skip
    found = {
        path.relative_to(SITE).as_posix()
        for path in SITE.rglob("*.py")
        if re.search(r"\b(clock|timezone)\.now\(\)", path.read_text(encoding="utf-8"))
    }
    assert {path for path in found if not path.startswith("demo/")} == known
