"""Scans are counted by code and day, once each, and never at the reader's cost."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime
from unittest import mock

import pytest
from django.db import OperationalError, connection, connections
from django.db.models import QuerySet
from tests import factories

from core import clock, scans, short_codes
from core.models import ScanCount, ShortCode

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


@pytest.fixture
def village():
    return factories.make_village("Bát Tràng")


def counts():
    return dict(ScanCount.objects.values_list("day", "count"))


def test_every_scan_adds_one_to_its_day(client, village, frozen_now):
    for _ in range(3):
        assert client.get(f"/q/{village.code}").status_code == 302
    assert counts() == {DAY: 3}
    assert str(ScanCount.objects.get()) == f"{village.code} 2026-11-22: 3"


def test_a_scan_counts_for_the_day_of_the_site_not_of_greenwich(client, village):
    with clock.frozen(datetime(2026, 11, 21, 18, tzinfo=UTC)):
        client.get(f"/q/{village.code}")
    assert counts() == {DAY: 1}


def test_a_misread_code_counts_for_the_right_one(client, frozen_now):
    factories.make_village("Bát Tràng")
    ShortCode.objects.filter(section="villages").update(code="a5b8u2")
    client.get("/q/AS-B8 V2")
    assert ScanCount.objects.get().code_id == "a5b8u2"


def test_a_code_that_is_not_shown_counts_and_an_unknown_one_does_not(client, village):
    village.live = False
    village.save()
    assert client.get(f"/q/{village.code}").status_code == 404
    assert client.get("/q/zzzzzz").status_code == 404
    assert ScanCount.objects.get().code_id == village.code


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Sec-Purpose", "prefetch"),
        ("Sec-Purpose", "prefetch;prerender"),
        ("Purpose", "prefetch"),
        ("X-Purpose", "preview"),
        ("X-Moz", "Prefetch"),
    ],
)
def test_what_a_browser_fetches_ahead_is_no_scan(client, village, name, value):
    assert client.get(f"/q/{village.code}", headers={name: value}).status_code == 302
    assert counts() == {}


def test_head_and_staff_are_no_scans(client, admin_client, village):
    assert client.head(f"/q/{village.code}").status_code == 302
    assert admin_client.get(f"/q/{village.code}").status_code == 302
    assert counts() == {}


def test_failing_to_count_never_fails_the_redirect(client, village):
    with mock.patch.object(scans, "add_one", side_effect=OperationalError("database is locked")):
        assert client.get(f"/q/{village.code}").status_code == 302
    assert counts() == {}


def test_the_second_of_two_first_readers_adds_to_the_row_of_the_first(village):
    """Between its UPDATE, which finds nothing, and its INSERT somebody else is first."""
    update = QuerySet.update

    def beaten(queryset, **values):
        changed = update(queryset, **values)
        if not changed:
            ScanCount(code_id=village.code, day=DAY, count=1).save(force_insert=True)
        return changed

    with mock.patch.object(QuerySet, "update", beaten):
        scans.add_one(village.code, DAY)
    assert counts() == {DAY: 2}


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory has one connection")
def test_many_at_once_lose_none():
    ShortCode.objects.create(code="abc234", section="villages", slug="x")

    def scan():
        for _ in range(25):
            scans.add_one("abc234", DAY)
        connections.close_all()

    threads = [threading.Thread(target=scan) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts() == {DAY: 100}


def test_a_scan_is_two_statements_then_one(village, django_assert_num_queries):
    with django_assert_num_queries(4):  # UPDATE, SAVEPOINT, INSERT, RELEASE
        scans.add_one(village.code, DAY)
    with django_assert_num_queries(1):
        scans.add_one(village.code, DAY)


def test_waiting_for_another_writer_is_short_and_then_as_usual(village, client):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL locks rows")
    client.get(f"/q/{village.code}")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] > scans.PATIENCE_MS


@pytest.mark.parametrize("typed", ["oooooo", "0O0O0O", "liIl1I", "999999", "bbbbbb"])
def test_every_reading_of_an_unclear_code_is_tried(typed):
    assert 1 <= len(short_codes._variants(short_codes.normalised(typed))) <= 729
